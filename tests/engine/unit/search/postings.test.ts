import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JoinedPostings, type Places, pack } from '../../../../src/outputs/search/postings.ts';

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
      expect(joined.entries).toBe(all.size);
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
