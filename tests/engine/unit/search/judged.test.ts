import { afterAll, beforeAll, expect, test } from 'vitest';
import { miniSearch, ours, plainPagefind } from '../../../bench/search-contenders.ts';
import { judge, judgedSet, type Score } from '../../../support/judge.ts';
import { misspellings } from '../../../support/misspell.ts';
import { indexOf, loadShipped, type ServedIndex, type Shipped } from '../../../support/search.ts';

let shipped: Shipped;
let index: ServedIndex;

beforeAll(async () => {
  shipped = await loadShipped();
  index = await indexOf(shipped);
}, 60_000);

afterAll(() => index.close());

test('readers find what answers them among the first five, and sooner than with other searches', {
  timeout: 120_000,
}, async () => {
  const set = judgedSet();
  const known = new Set(shipped.archive.articles.map(({ key }) => key));
  expect(set.flatMap(({ answers }) => answers).filter((number) => !known.has(number))).toEqual([]);
  expect(set.length).toBeGreaterThanOrEqual(60);

  const pagefind = await plainPagefind(shipped);
  const others: Score[] = [
    await judge(set, pagefind.search),
    await judge(set, miniSearch(shipped)),
  ];
  pagefind.close();
  const score = await judge(set, ours(index));
  expect(score.success5, JSON.stringify(score.missed, null, 1)).toBeGreaterThanOrEqual(0.95);
  for (const other of others) expect(score.mrr).toBeGreaterThan(other.mrr);
});

test('a mistyped word finds the entry that the right word finds first', {
  timeout: 300_000,
}, async () => {
  const search = ours(index);
  const words = (await index.engine.words())
    .flatMap((line) => line.split(' '))
    .filter((word) => /^[a-z]{5,}$/.test(word));
  const pairs = misspellings(words, 1000);
  const missed: string[] = [];
  for (const { word, typed } of pairs) {
    const [right = ''] = await search(word);
    if (!(await search(typed)).slice(0, 5).includes(right)) missed.push(`${typed} (${word})`);
  }
  expect(1 - missed.length / pairs.length, missed.slice(0, 40).join(', ')).toBeGreaterThanOrEqual(
    0.9,
  );
});
