import { expect, test } from 'vitest';
import { indexParts } from '../../../../src/outputs/search/index-parts.ts';
import { archiveOf, article } from '../../../support/article.ts';

/** A record with some entries in each month from 2010 on. */
function record(months: number, each: number, edited = -1) {
  const entries = Array.from({ length: months }, (_, month) => {
    const day = `${2010 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-03`;
    const first = article({ title: 'Entry', slug: `entry-${month}`, pubDate: day });
    return Array.from({ length: each }, (_, i) => {
      const id = `${first.id}-${i}`;
      const isEdited = month * each + i === edited;
      return { ...first, id, key: id, digest: isEdited ? 'of another text' : id };
    });
  }).flat();
  return indexParts(archiveOf(entries));
}

test('a small record has one index', () => {
  expect(record(10, 4).map(({ folder }) => folder)).toEqual(['']);
});

test('past months of a large one have indexes of bounded size, in order, with every entry once', () => {
  const [open, ...past] = record(100, 10);
  expect(open?.entries).toHaveLength(10);
  expect(past.map(({ folder, entries }) => [folder, entries.length])).toEqual([
    ['past/2010-01/', 300],
    ['past/2012-07/', 300],
    ['past/2015-01/', 300],
    ['past/2017-07/', 90],
  ]);
});

test('an edited entry lets its own index be made again, and the list of all words', () => {
  const before = record(100, 10);
  const after = record(100, 10, 345);
  const changed = after.filter(({ key }, i) => key !== before[i]?.key);
  expect(changed.map(({ folder }) => folder)).toEqual(['', 'past/2012-07/']);
});

test('a very large record has no more than some twenty, none of more than a tenth', () => {
  const parts = record(150, 70);
  expect(parts.length).toBeLessThanOrEqual(22);
  expect(Math.max(...parts.map(({ entries }) => entries.length))).toBeLessThan(1050);
});
