import { type Difference, delta } from '../../src/press/delta.ts';
import type { Manifest } from '../../src/press/manifest.ts';
import type { Step } from './contender.ts';
import type { Machine } from './machine.ts';
import type { Sample } from './measure.ts';
import { median } from './statistics.ts';

/** What was measured in one run of the bench; it is written as JSON. */
export interface Report {
  machine: Machine;
  /** How often each build was measured. */
  runs: number;
  contenders: { name: string; version: string; ours: boolean }[];
  /** A sentence for each that did not take part. */
  missing: string[];
  measurements: Measurement[];
}

/** One kind of build: its runs, and what came out. */
export interface Measurement {
  contender: string;
  /** Articles. */
  size: number;
  step: Step;
  samples: Sample[];
  /** Files of the built site. */
  files: number;
  bytes: number;
  /** What has to be published; a cold build publishes everything. */
  published?: Published;
}

/** What a build changed in the site. */
export interface Published {
  added: number;
  changed: number;
  removed: number;
  /** Bytes to upload. */
  bytes: number;
  /** Files added or changed beside search data, a compressed form counted as one with its file. */
  pages: number;
  /** Files added, changed or removed, counted in the same way. */
  touched: number;
  /** Their paths, the first hundred. */
  paths: string[];
  /** Bytes of search data to upload, compressed forms left out. */
  searchBytes: number;
}

const SEARCH = /^pagefind\//;
const TWIN = /\.(?:br|gz)$/;

/** What publishing one build over another costs. */
export function published(before: Manifest, after: Manifest): Published {
  const { differences, bytes } = delta(before, after);
  const count = (wanted: (difference: Difference) => boolean) => differences.filter(wanted).length;
  const isPlain = ({ path }: Difference) => !SEARCH.test(path) && !TWIN.test(path);
  return {
    added: count(({ change }) => change === 'added'),
    changed: count(({ change }) => change === 'changed'),
    removed: count(({ change }) => change === 'removed'),
    bytes,
    pages: count((difference) => isPlain(difference) && difference.change !== 'removed'),
    touched: count(isPlain),
    paths: differences
      .filter(isPlain)
      .slice(0, 100)
      .map(({ path }) => path),
    searchBytes: differences
      .filter(({ path }) => SEARCH.test(path) && !TWIN.test(path))
      .reduce((sum, difference) => sum + difference.bytes, 0),
  };
}

/** The measurement of a build, if it was made. */
export function find(
  report: Report,
  contender: string,
  size: number,
  step: Step,
): Measurement | undefined {
  return report.measurements.find(
    (one) => one.contender === contender && one.size === size && one.step === step,
  );
}

/** The median of a quantity over the runs of a build. */
export function typical(
  measurement: Measurement | undefined,
  quantity: keyof Sample,
): number | undefined {
  return median(measurement?.samples.flatMap((sample) => sample[quantity] ?? []) ?? []);
}

/** Sizes that were measured, the smallest first. */
export function sizesOf({ measurements }: Report): number[] {
  return [...new Set(measurements.map(({ size }) => size))].sort((a, b) => a - b);
}
