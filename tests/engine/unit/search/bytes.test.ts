import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Query } from '../../../../src/outputs/search/answer.ts';
import { FACETS } from '../../../../src/outputs/search/names.ts';
import { sent } from '../../../bench/search-growth.ts';
import { indexOf, loadFixture, type OpenIndex } from '../../../support/search.ts';

/*
 * What typed queries fetch of an index, by kind. `search-typed.test.ts` types them into a page of 1,000 entries.
 */

let index: OpenIndex;
beforeAll(async () => {
  index = await indexOf(await loadFixture('english'));
}, 60_000);
afterAll(() => index.close());

/** Files of the index that a reader fetches who types a query letter by letter and rests at its end. */
async function typed(text: string, more: Partial<Query> = {}) {
  const { finder } = await index.open();
  index.requests.length = 0;
  const query = (part: string): Query => ({ text: part, chosen: {}, order: 'best', ...more });
  for (let i = 1; i <= text.length; i += 1) {
    await finder.answer(query(text.slice(0, i)), { count: 0, counted: FACETS });
  }
  const { total } = await finder.answer(query(text), { count: 5, counted: FACETS });
  const bytes = index.requests.reduce((sum, { path, content }) => sum + sent(path, content), 0);
  return { total, files: index.requests.map(({ path }) => path), bytes };
}

describe.each<[kind: string, text: string, more?: Partial<Query>]>([
  ['words', 'ferry toll'],
  ['a question', 'what did the pilots say about the grain toll'],
  ['many words', 'pilots ask the council for a harbour strike'],
  ['a slip', 'ferrry'],
  ['a phrase', '"grain toll"'],
  ['a word and a year', 'ferry 2021'],
  ['a date', '24 August 2021'],
  ['a number', '30 ferries'],
  ['a word left out', 'ferry -grain'],
  ['a filter', 'ferry', { chosen: { year: ['2021'] } }],
  ['days', 'ferry', { from: '2021-01-01', to: '2021-12-31' }],
])('%s: “%s”', (_, text, more) => {
  test('fetches a few small files, and no text but those of the first ten', async () => {
    const { total, files, bytes } = await typed(text, more);
    expect(total).toBeGreaterThan(0);
    expect(files.filter((path) => path.includes('/texts/')).length).toBeLessThanOrEqual(10);
    expect(files.length).toBeLessThanOrEqual(17);
    expect(bytes).toBeLessThan(60_000);
    expect(new Set(files).size).toBe(files.length);
  });
});
