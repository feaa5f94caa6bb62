import { expect, test } from 'vitest';
import { miniSearch, ours, sqlite } from '../bench/search-contenders.ts';
import { judge, judgedSet, KINDS } from '../support/judge.ts';
import { corrected, rightWords } from '../support/misspell.ts';
import { indexOf, loadShipped } from '../support/search.ts';

/** Queries from which on a set can tell one search from another. */
const ENOUGH = 60;

/** Queries from which on a set can be judged by kind. */
const MANY = 200;

const set = judgedSet();

test.runIf(set.length >= MANY)('every kind of query has a share that tells something', () => {
  const counts = KINDS.map((kind) => ({
    kind,
    count: set.filter((judged) => judged.kind === kind).length,
  }));
  expect(counts.filter(({ count }) => count < 25)).toEqual([]);
  expect(new Set(set.map(({ query }) => query)).size).toBe(set.length);
});

test.runIf(set.length > 0)('no query has four words of a headline in order', async () => {
  const { archive } = await loadShipped();
  const headlines = archive.articles.map(({ title }) => words(title));
  expect(
    set.filter(({ query }) => headlines.some((headline) => inOrder(words(query), headline) >= 4)),
  ).toEqual([]);
});

test.runIf(set.length > 0)(
  'readers find what answers them among the first five, and sooner than with other searches',
  async () => {
    const shipped = await loadShipped();
    const known = new Set(shipped.archive.articles.map(({ key }) => key));
    const answers = set.flatMap((judged) => judged.answers);
    expect(answers.filter((number) => !known.has(number))).toEqual([]);

    const index = await indexOf(shipped);
    try {
      const score = await judge(set, ours(index));
      expect(score.success5, JSON.stringify(score.missed, null, 1)).toBeGreaterThanOrEqual(0.97);
      if (set.length < ENOUGH) return;
      expect(score.mrr).toBeGreaterThanOrEqual(0.93);
      for (const other of [sqlite(shipped), miniSearch(shipped)]) {
        expect(score.mrr).toBeGreaterThan((await judge(set, other)).mrr);
      }
    } finally {
      index.close();
    }
  },
);

test.runIf(set.length > 0)('no word of the record is corrected', async () => {
  const shipped = await loadShipped();
  const index = await indexOf(shipped);
  const right = rightWords(shipped);
  const some = [...spread(right.words, 500), ...spread(right.compounds, 200)];
  expect(await corrected(some, index.finder)).toEqual([]);
  index.close();
});

/** So many of a list, evenly from all of it. */
function spread(list: readonly string[], count: number): string[] {
  const step = Math.max(1, Math.floor(list.length / count));
  return list.filter((_, i) => i % step === 0);
}

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** How many words two texts have in common in the same order, others between them or not. */
function inOrder(one: readonly string[], other: readonly string[]): number {
  let row = other.map(() => 0);
  for (const word of one) {
    const above = row;
    row = [];
    other.forEach((name, i) => {
      const both = (above[i - 1] ?? 0) + 1;
      row.push(name === word ? both : Math.max(above[i] ?? 0, row[i - 1] ?? 0));
    });
  }
  return row.at(-1) ?? 0;
}
