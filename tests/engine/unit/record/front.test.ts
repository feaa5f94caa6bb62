import { expect, test } from 'vitest';
import type { Article } from '../../../../src/record/article.ts';
import { countable, frontOf } from '../../../../src/record/front.ts';
import { article } from '../../../support/article.ts';

const entries = Array.from({ length: 7 }, (_, i) => article({ title: `Entry ${i}` }));
const now = Date.parse('2026-01-01');

test('the front page is the newest entry, three beside it, and the docket', () => {
  expect(frontOf(entries, 2, now)).toEqual({
    lead: entries[0],
    companions: entries.slice(1, 4),
    docket: entries.slice(4, 6),
  });
  expect(frontOf([], 2, now)).toEqual({ lead: undefined, companions: [], docket: [] });
});

test('on top is the newest entry that can be drawn, and before it one that is pinned, until its day', () => {
  const chart = { type: 'bar', letter: 'A', caption: 'C', data: [] } as const;
  const drawn = { ...article({ title: 'Drawn' }), chart: { ...chart, data: [] } };
  const counted = article({ title: 'Counted', figure: { value: '124', label: 'piers' } });
  const pinned = article({ title: 'Pinned', pinned: '2026-02-01' });
  const [first, ...rest] = entries as [Article, ...Article[]];
  expect(frontOf([first, counted, ...rest], 2, now).lead).toBe(counted);
  expect(frontOf([first, counted, drawn, ...rest], 2, now)).toMatchObject({
    lead: drawn,
    companions: [first, counted, rest[0]],
  });
  // where covers are shown, readers expect the newest
  expect(frontOf([first, counted, drawn], 2, now, true).lead).toBe(first);
  const all = [first, drawn, ...rest, pinned];
  expect(frontOf(all, 2, now).lead).toBe(pinned);
  expect(frontOf(all, 2, Date.parse('2026-02-01')).lead).toBe(drawn);
  expect(frontOf([...entries, drawn], 2, now).lead).toBe(entries[0]);
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
