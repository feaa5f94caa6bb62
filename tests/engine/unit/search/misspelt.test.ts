import { afterAll, beforeAll, expect, test } from 'vitest';
import { ours } from '../../../bench/search-contenders.ts';
import { deep } from '../../../support/deep.ts';
import { misspellings } from '../../../support/misspell.ts';
import { indexOf, loadFixture, type OpenIndex } from '../../../support/search.ts';

/** Mistyped words that are tried. */
const TRIED = deep('MISSPELLINGS', 200, 1000);

let index: OpenIndex;
beforeAll(async () => {
  index = await indexOf(await loadFixture('english'));
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
  const missed: string[] = [];
  for (const { word, typed } of pairs) {
    const [right = ''] = await search(word);
    if (!(await search(typed)).slice(0, 5).includes(right)) missed.push(`${typed} (${word})`);
  }
  expect(1 - missed.length / pairs.length, missed.slice(0, 40).join(', ')).toBeGreaterThanOrEqual(
    0.9,
  );
});
