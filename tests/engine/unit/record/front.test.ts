import { expect, test } from 'vitest';
import { countable, frontOf } from '../../../../src/record/front.ts';
import { article } from '../../../support/article.ts';

test('the front page is the newest entry, three beside it, and the docket', () => {
  const entries = Array.from({ length: 7 }, (_, i) => article({ title: `Entry ${i}` }));
  expect(frontOf(entries, 2)).toEqual({
    lead: entries[0],
    companions: entries.slice(1, 4),
    docket: entries.slice(4, 6),
  });
  expect(frontOf([], 2)).toEqual({ lead: undefined, companions: [], docket: [] });
});

test.each([
  ['124', 124],
  ['2', 2],
  ['400', 400],
  ['1', undefined],
  ['401', undefined],
  ['007', undefined],
  ['8+', undefined],
  ['$60m', undefined],
  ['1,015', undefined],
])('%s as coins: %s', (value, count) => {
  expect(countable({ value, label: 'things' })).toBe(count);
});
