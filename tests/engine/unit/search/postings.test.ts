import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  countOf,
  JoinedPostings,
  letterCounts,
  type Places,
  pack,
  packCounts,
  unpackCounts,
  zonesOf,
} from '../../../../src/outputs/search/postings.ts';

const lists = fc.array(
  fc.dictionary(fc.nat(9), fc.uniqueArray(fc.nat(500), { minLength: 1, maxLength: 5 })),
  { maxLength: 5 },
);

test('postings of several lists, put together as they are written, say where the word stands in all', () => {
  fc.assert(
    fc.property(lists, (months) => {
      const joined = new JoinedPostings();
      const all: Places = new Map();
      for (const [month, list] of months.entries()) {
        const places: Places = new Map();
        for (const [entry, found] of Object.entries(list)) {
          const ascending = found.sort((a, b) => a - b);
          places.set(Number(entry), ascending);
          all.set(month * 10 + Number(entry), ascending);
        }
        if (places.size > 0) joined.add(pack(places), month * 10);
      }
      expect(joined.places()).toEqual(all);
      expect(joined.packed).toEqual(pack(all));
    }),
  );
});

test('a word that stands 300,000 times in one month is put together, too', () => {
  const places = Array.from({ length: 300_000 }, (_, place) => place);
  const joined = new JoinedPostings();
  joined.add(pack(new Map([[0, places]])), 2);
  expect(joined.places()).toEqual(new Map([[2, places]]));
  joined.set(new Map([[1, places]]));
  expect(joined.places()).toEqual(new Map([[1, places]]));
});

test('counts say how often a word is in a text, and in which other zones it is', () => {
  expect(zonesOf(countOf([0, 5, 1150, 2500, 2600]))).toEqual([
    { zone: 0, times: 1 },
    { zone: 4, times: 1 },
    { zone: 8, times: 2 },
  ]);
  expect(zonesOf(countOf(Array.from({ length: 100 }, (_, i) => 2500 + i)))).toEqual([
    { zone: 8, times: 15 },
  ]);
});

test('counts are read as they were written, in either form', () => {
  const counts = fc.dictionary(fc.nat(99).map(String), fc.integer({ min: 1, max: 4095 }));
  fc.assert(
    fc.property(counts, fc.nat(1000), (some, base) => {
      const of = new Map(Object.entries(some).map(([entry, count]) => [Number(entry), count]));
      for (const packed of [packCounts(of), letterCounts(of, 100)]) {
        const read = new Map<number, number>();
        unpackCounts(JSON.parse(JSON.stringify(packed)), base, (entry, count) =>
          read.set(entry - base, count),
        );
        expect(read).toEqual(of);
      }
    }),
  );
});
