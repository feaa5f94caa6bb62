import { afterAll, beforeAll, expect, test } from 'vitest';
import { ours } from '../../../bench/search-contenders.ts';
import { deep } from '../../../support/deep.ts';
import { corrected, misspellings, rightWords } from '../../../support/misspell.ts';
import { indexOf, loadFixture, type OpenIndex, type Texts } from '../../../support/search.ts';

/*
 * What the search forgives and what it leaves alone. `npm run bench -- search` shows both for the record that ships.
 */

/** Mistyped words that are tried. */
const TRIED = deep('MISSPELLINGS', 200, 1000);

let texts: Texts;
let index: OpenIndex;
beforeAll(async () => {
  texts = await loadFixture('english');
  index = await indexOf(texts);
}, 60_000);
afterAll(() => index.close());

test('a mistyped word finds the entry that the right word finds first', {
  timeout: 300_000,
}, async () => {
  const search = ours(index);
  const words = (await index.reader.vocabulary())
    .flatMap((line) => line.split(' '))
    .filter((word) => /^[a-z]{5,}$/.test(word));
  const pairs = misspellings(words, TRIED);
  const ranks: { typed: string; rank: number; isFirstKept: boolean }[] = [];
  for (const { word, typed } of pairs) {
    const [right = ''] = await search(word);
    const rank = (await search(typed)).indexOf(right);
    ranks.push({ typed: `${typed} (${word})`, rank, isFirstKept: word[0] === typed[0] });
  }
  const share = (some: typeof ranks, below: number) =>
    some.filter(({ rank }) => rank >= 0 && rank < below).length / some.length;
  const missed = ranks.filter(({ rank }) => rank < 0 || rank > 4).map(({ typed }) => typed);
  expect(share(ranks, 5), missed.join(', ')).toBeGreaterThanOrEqual(0.95);
  expect(share(ranks, 1)).toBeGreaterThanOrEqual(0.85);
  const kept = ranks.filter(({ isFirstKept }) => isFirstKept);
  expect(share(kept, 5), missed.join(', ')).toBeGreaterThanOrEqual(0.97);
});

test('no right word is corrected, nor one put together of right words', async () => {
  const { words, compounds } = rightWords(texts);
  expect(Math.min(words.length, compounds.length)).toBeGreaterThan(200);
  expect(await corrected([...words, ...compounds], index.finder)).toEqual([]);
});
