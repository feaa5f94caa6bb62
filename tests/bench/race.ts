import { rmSync } from 'node:fs';
import type { Manifest } from '../../src/press/manifest.ts';
import { type BenchSite, type Contender, prepare, STEPS, type Step } from './contender.ts';
import { makeEntry } from './corpus.ts';
import { measure } from './measure.ts';
import { type Measurement, published, typical } from './report.ts';

/** A contender with its site, while a size is measured. */
interface Runner {
  contender: Contender;
  site: BenchSite;
  measurements: Map<Step, Measurement>;
}

/**
 * Builds corpora of one size with every contender, `runs` times over: in each round all of them in
 * turn, beginning with another one, so that what else the machine does falls on all alike.
 *
 * @param say told how far it is
 * @returns what was measured, and a sentence for each contender whose build failed
 */
export async function race(
  contenders: readonly Contender[],
  size: number,
  runs: number,
  say: (line: string) => void,
): Promise<{ measurements: Measurement[]; failures: string[] }> {
  const entries = Array.from({ length: size }, (_, i) => makeEntry(i, size));
  const failures: string[] = [];
  let runners: Runner[] = [];
  try {
    for (const contender of contenders) {
      runners.push({ contender, site: await contender.open(entries), measurements: new Map() });
    }
    for (let run = 0; run < runs; run += 1) {
      for (const runner of rotated(runners, run)) {
        try {
          await runOnce(runner, entries);
          say(`${size} articles, run ${run + 1}, ${describe(runner)}`);
        } catch (error) {
          const reason = error instanceof Error ? error.message : String(error);
          failures.push(`${runner.contender.name} failed at ${size} articles: ${reason}`);
          rmSync(runner.site.folder, { recursive: true, force: true });
          runners = runners.filter((other) => other !== runner);
        }
      }
    }
  } finally {
    for (const { site } of runners) rmSync(site.folder, { recursive: true, force: true });
  }
  return { measurements: runners.flatMap((runner) => [...runner.measurements.values()]), failures };
}

/** Builds a site once in every way; the first time what came out is looked at too. */
async function runOnce(
  { contender, site, measurements }: Runner,
  entries: Parameters<typeof prepare>[1],
): Promise<void> {
  let before: Manifest | undefined;
  for (const step of STEPS) {
    prepare(site, entries, step);
    const sample = await measure(site);
    const known = measurements.get(step);
    if (known) {
      known.samples.push(sample);
      continue;
    }
    const after = site.manifest();
    if (!after || Object.keys(after.files).length < entries.length) {
      throw new Error('it ended without an error, but there is not a page for every article.');
    }
    const files = Object.values(after.files);
    measurements.set(step, {
      contender: contender.name,
      size: entries.length,
      step,
      samples: [sample],
      files: files.length,
      bytes: files.reduce((sum, { size }) => sum + size, 0),
      ...(before && { published: published(before, after) }),
    });
    before = after;
  }
}

function describe({ contender, measurements }: Runner): string {
  const times = [...measurements.values()].map(
    (measurement) => `${measurement.step} ${typical(measurement, 'wall')?.toFixed(1)}`,
  );
  return `${contender.name}: ${times.join(', ')} s`;
}

/** The same items, beginning with another one. */
function rotated<T>(items: readonly T[], by: number): T[] {
  const start = by % Math.max(1, items.length);
  return [...items.slice(start), ...items.slice(0, start)];
}
