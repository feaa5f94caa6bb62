import { describe, expect, test } from 'vitest';
import type { Manifest } from '../../../../src/press/manifest.ts';
import { bars } from '../../../bench/bars.ts';
import { buildReport } from '../../../bench/build-report.ts';
import type { Step } from '../../../bench/contender.ts';
import type { Sample } from '../../../bench/measure.ts';
import { CORE, FULL, WITH_CARDS, WITH_SEARCH } from '../../../bench/ours.ts';
import { type Measurement, published, type Report, typical } from '../../../bench/report.ts';

const sample = (wall: number, cpu = wall, memory = 1e9): Sample => ({ wall, cpu, memory });

function measurement(
  contender: string,
  size: number,
  step: Step,
  samples: Sample[],
  facts: Partial<Measurement> = {},
): Measurement {
  return { contender, size, step, samples, files: size, bytes: 1e6, ...facts };
}

function report(measurements: Measurement[]): Report {
  const names = [...new Set(measurements.map(({ contender }) => contender))];
  return {
    machine: {
      date: '2026-11-22',
      processors: 2,
      model: 'A processor',
      memory: 2 ** 33,
      system: 'linux 6',
      node: '24.0.0',
      load: 0.1,
    },
    runs: 3,
    contenders: names.map((name) => ({ name, version: '1', ours: name !== 'Hugo' })),
    missing: ['Eleventy is left out.'],
    measurements,
  };
}

const manifest = (files: Record<string, [hash: string, size: number]>): Manifest => ({
  version: 1,
  code: '',
  pages: {},
  steps: {},
  files: Object.fromEntries(
    Object.entries(files).map(([path, [hash, size]]) => [path, { hash, size, from: '' }]),
  ),
});

describe('what publishing costs', () => {
  const before = manifest({
    'index.html': ['a', 10],
    'index.html.br': ['b', 5],
    'old/index.html': ['c', 20],
    'same.css': ['d', 30],
    'pagefind/parts/1.json': ['e', 40],
  });
  const after = manifest({
    'index.html': ['A', 11],
    'index.html.br': ['B', 6],
    'new/index.html': ['n', 100],
    'same.css': ['d', 30],
    'pagefind/parts/2.json': ['f', 1000],
    'pagefind/manifest.json': ['g', 500],
    'pagefind/manifest.json.br': ['h', 50],
  });

  test('counts files by what happens to them, and all bytes to upload', () => {
    expect(published(before, after)).toMatchObject({
      added: 4,
      changed: 2,
      removed: 2,
      bytes: 11 + 6 + 100 + 1000 + 500 + 50,
    });
  });

  test('keeps search data apart, and counts a compressed form with its file', () => {
    expect(published(before, after)).toMatchObject({
      pages: 2,
      touched: 3,
      paths: ['index.html', 'new/index.html', 'old/index.html'],
      searchBytes: 1500,
    });
  });
});

describe('bars', () => {
  test('compare medians, in wall time and in processor time', () => {
    const [bar, ...more] = bars(
      report([
        measurement(CORE, 1000, 'cold', [sample(9, 4), sample(3, 4), sample(6, 4)]),
        measurement('Eleventy', 1000, 'cold', [sample(10, 16)]),
      ]),
    );
    expect(bar).toEqual({
      what: '1000 articles cold, of Eleventy',
      limit: 1.3,
      value: 0.6,
      cpu: 0.25,
    });
    expect(more).toEqual([]);
  });

  test('a social card costs what the full build takes beyond the one without, an article', () => {
    const found = bars(
      report([
        measurement(WITH_SEARCH, 1000, 'cold', [sample(5, 10)]),
        measurement(WITH_CARDS, 1000, 'cold', [sample(9, 40)]),
      ]),
    );
    expect(found).toEqual([
      { what: '1000 articles cold: ms of processor for a social card', limit: 40, value: 30 },
    ]);
  });

  test('a new article touches as many files at every size', () => {
    const added = (size: number, pages: number) =>
      measurement(FULL, size, 'add', [sample(1)], {
        published: {
          added: 1,
          changed: 9,
          removed: 0,
          bytes: 1,
          pages,
          touched: 10,
          paths: [],
          searchBytes: 2000,
        },
      });
    const found = bars(report([added(1000, 10), added(10_000, 14)]));
    expect(found.find(({ what }) => what.includes('difference'))).toMatchObject({ value: 4 });
    expect(found.find(({ what }) => what.includes('KB of search'))).toMatchObject({ value: 2 });
  });
});

test('memory that no system told is not known', () => {
  expect(typical(measurement(CORE, 1, 'cold', [{ wall: 1, cpu: 1 }]), 'memory')).toBeUndefined();
});

test('the report says when and where, who is missing, and how it compares', () => {
  const text = buildReport(
    report([
      measurement(CORE, 1000, 'cold', [sample(5)]),
      measurement('Hugo', 1000, 'cold', [sample(10)]),
      measurement(CORE, 10_000, 'cold', [sample(20)]),
      measurement('Hugo', 10_000, 'cold', [sample(20)]),
    ]),
  );
  expect(text).toContain('Measured on 2026-11-22: 2 processors (A processor), 8 GB');
  expect(text).toContain('Eleventy is left out.');
  expect(text).toMatch(/\| Hugo \| 10\.0 \| 0\.50 \| 10\.0 \| 1,000 \|/);
  expect(text).toMatch(/\| Coin Docket \| 4\.0 \|/);
  expect(text).toMatch(/10000 articles cold, times 1000 cold \| 4\.00 \| 4\.00 \| 8 \| met/);
});
