import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paginate } from '../../../src/domain/pagination.ts';

const lists = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 20 }));

/** A list of n entries, newest first: n, n-1, …, 1. */
function entries(n: number): number[] {
  return Array.from({ length: n }, (_, i) => n - i);
}

test('every entry stands on one page, in order', () => {
  fc.assert(
    fc.property(lists, ([n, size]) => {
      expect(paginate(entries(n), size).flatMap(({ items }) => items)).toEqual(entries(n));
    }),
  );
});

test('the newest page holds between n and 2n-1 entries, the others n', () => {
  fc.assert(
    fc.property(lists, ([n, size]) => {
      const [newest, ...older] = paginate(entries(n), size);
      expect(newest?.items.length).toBeLessThan(2 * size);
      if (n >= size) expect(newest?.items.length).toBeGreaterThanOrEqual(size);
      for (const page of older) expect(page.items).toHaveLength(size);
    }),
  );
});

test('a full page never changes when entries are added', () => {
  fc.assert(
    fc.property(lists, fc.integer({ min: 1, max: 50 }), ([n, size], added) => {
      const after = paginate(entries(n + added), size);
      for (const page of paginate(entries(n), size).filter(({ isNewest }) => !isNewest)) {
        expect(after.find(({ number }) => number === page.number)).toEqual(page);
      }
    }),
  );
});
