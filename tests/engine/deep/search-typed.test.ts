import { expect, test } from 'vitest';
import { corpus } from '../../bench/search-corpus.ts';
import { edited } from '../../bench/search-growth.ts';
import type { Pair } from '../../bench/search-typed.ts';
import { weigh } from '../../bench/search-weight.ts';
import { ENGLISH } from '../../support/build-site.ts';
import { loadFixture } from '../../support/search.ts';

/** Pairs of queries, one after the other, of each kind that readers ask. */
const PAIRS: readonly Pair[] = [
  { kind: 'words', first: 'ferry toll', second: 'council permit' },
  { kind: 'words', first: 'pilots', second: 'harbour strike' },
  { kind: 'a question', first: 'what did the pilots say of the toll', second: 'who owns a pier' },
  {
    kind: 'many words',
    first: 'pilots ask the council for a harbour strike',
    second: 'grain ferries pay a toll at the north pier',
  },
  {
    kind: 'six words',
    first: 'north pier grain toll ferries harbour',
    second: 'council pilots owners strike pay ferry',
  },
  { kind: 'a slip', first: 'counicl', second: 'habrour' },
  { kind: 'a phrase', first: '"grain toll"', second: '"north pier"' },
  { kind: 'a number', first: '30 ferries', second: '5% toll' },
  { kind: 'a word and a year', first: 'ferry 2018', second: 'council 2021' },
  { kind: 'a date', first: '24 August 2018', second: '2021-09-24' },
  { kind: 'a filter', first: 'ferry', second: 'pier', address: '?kind=ruling' },
  { kind: 'days', first: 'ferry', second: 'pier', address: '?from=2018-01-01' },
];
/** Bytes of a first query and of the next one, with headers and scripts; files of the first. */
const BARS = { first: 200_000, files: 20, second: 60_000 };

test('typing fetches little of an index of 1,000 entries, whatever is asked', {
  timeout: 600_000,
}, async () => {
  const { typed } = await weigh(await loadFixture('english'), ENGLISH.dir, 1000, true, PAIRS);
  const heavy = typed.filter(
    ({ fetched: [first, second] }) =>
      first.bytes > BARS.first || first.files > BARS.files || second.bytes > BARS.second,
  );
  expect(heavy).toEqual([]);
});

test('a sentence more in an old entry of 1,000 changes few files of the index', {
  timeout: 120_000,
}, async () => {
  const { archive, text } = await loadFixture('english');
  const { files, bytes } = edited(corpus(archive, text, 1000), 300);
  expect(files).toBeLessThan(60);
  // as they lie in the site's folder
  expect(bytes).toBeLessThan(600_000);
});
