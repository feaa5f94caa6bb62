import { expect, test } from 'vitest';
import { indexParts } from '../../../../src/outputs/search/index-parts.ts';
import { archiveOf, article } from '../../../support/article.ts';

/** A record with some entries in each month from 2003 on. */
function record(months: number, each: number, edited = -1) {
  const entries = Array.from({ length: months }, (_, month) => {
    const day = `${2003 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-03`;
    const first = article({ title: 'Entry', slug: `entry-${month}`, pubDate: day });
    return Array.from({ length: each }, (_, i) => {
      const id = `${first.id}-${i}`;
      const isEdited = month * each + i === edited;
      return { ...first, id, key: id, digest: isEdited ? 'of another text' : id };
    });
  }).flat();
  return indexParts(archiveOf(entries));
}

const sizes = (parts: ReturnType<typeof record>) =>
  parts.map(({ name, months }) => [name, months.flatMap(({ entries }) => entries).length]);

test('a small record has one index', () => {
  expect(sizes(record(10, 4))).toEqual([['', 40]]);
});

test('past months of a large one have indexes of bounded size, in order, with every entry once', () => {
  expect(sizes(record(250, 10))).toEqual([
    ['2003-01', 2000],
    ['2019-09', 490],
    ['', 10],
  ]);
});

test('an edited entry lets its month be read again and its part be put together again', () => {
  const before = record(250, 10);
  const after = record(250, 10, 345);
  const changed = after.filter(({ key }, i) => key !== before[i]?.key);
  expect(changed.map(({ name }) => name)).toEqual(['2003-01', '']);
  const months = before.flatMap((part) => part.months.map(({ key }) => key));
  const anew = after.flatMap((part) => part.months).filter(({ key }) => !months.includes(key));
  expect(anew.map(({ month }) => month)).toEqual(['2005-11']);
});

test('a very large record has no more than some twenty, none of more than a tenth', () => {
  const parts = sizes(record(286, 75));
  expect(parts.length).toBeLessThanOrEqual(22);
  expect(Math.max(...parts.map(([, size]) => Number(size)))).toBeLessThan(2100);
});
