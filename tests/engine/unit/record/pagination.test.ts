import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  beyondFront,
  frontPage,
  pagesByYear,
  sectionPages,
  withLinks,
  type YearPage,
} from '../../../../src/record/pagination.ts';

interface Item {
  year: string;
  n: number;
}

/** How many entries each year has, from the oldest year on, and how many make a page. */
const lists = fc.tuple(
  fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 6 }),
  fc.integer({ min: 1, max: 20 }),
);

/** A list, newest first. */
function entries(counts: readonly number[]): Item[] {
  let n = 0;
  const oldest = counts.flatMap((count, i) =>
    Array.from({ length: count }, (): Item => {
      n += 1;
      return { year: String(2000 + i), n };
    }),
  );
  return oldest.reverse();
}

const path = ({ year, number }: Pick<YearPage<unknown>, 'year' | 'number'>) =>
  `${year}/${number ?? ''}`;

/** The pages by their paths. */
function pagesOf(list: readonly Item[], size: number): Map<string, number[]> {
  return new Map(pagesByYear(list, size).map((page) => [path(page), page.items.map(({ n }) => n)]));
}

function changed(before: Map<string, number[]>, after: Map<string, number[]>): string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((key) => String(before.get(key)) !== String(after.get(key)));
}

describe('the pages of a list', () => {
  test('hold every entry once, in order', () => {
    fc.assert(
      fc.property(lists, ([counts, size]) => {
        const list = entries(counts);
        expect(pagesByYear(list, size).flatMap(({ items }) => items)).toEqual(list);
      }),
    );
  });

  test('are of one year each; its newest holds less than two pages, the others one', () => {
    fc.assert(
      fc.property(lists, ([counts, size]) => {
        for (const { year, number, items } of pagesByYear(entries(counts), size)) {
          expect(new Set(items.map((item) => item.year))).toEqual(new Set([year]));
          if (number === undefined) expect(items.length).toBeLessThan(2 * size);
          else expect(items).toHaveLength(size);
        }
      }),
    );
  });

  test('stay as they are when entries are added, but for the newest of the year', () => {
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 50 }), ([counts, size], added) => {
        const before = pagesOf(entries(counts), size);
        const more = counts.map((count, i) => count + (i === counts.length - 1 ? added : 0));
        const after = pagesOf(entries(more), size);
        for (const [key, items] of before) {
          if (/\d$/.test(key)) expect(after.get(key)).toEqual(items);
        }
      }),
    );
  });

  test('of other years stay as they are when an entry goes', () => {
    fc.assert(
      fc.property(lists, fc.nat(), ([counts, size], at) => {
        const list = entries(counts);
        fc.pre(list.length > 0);
        const gone = list[at % list.length];
        const before = pagesOf(list, size);
        const after = pagesOf(
          list.filter((item) => item !== gone),
          size,
        );
        for (const key of changed(before, after)) expect(key.slice(0, 4)).toBe(gone?.year);
      }),
    );
  });

  test('lead from each to the next, through all years', () => {
    const linked = withLinks(pagesByYear(entries([5, 1]), 2), path);
    expect(
      linked.map(({ page, links }) => [path(page), links.newer?.path, links.older?.path]),
    ).toEqual([
      ['2001/', undefined, '2000/'],
      ['2000/', '2001/', '2000/1'],
      ['2000/1', '2000/', undefined],
    ]);
  });
});

describe('the front page of a list', () => {
  test('shows everything, or a page of the newest and where the others are', () => {
    fc.assert(
      fc.property(lists, ([counts, size]) => {
        const list = entries(counts);
        const shown = frontPage(list, size);
        const { older } = beyondFront(list, size, path);
        if (list.length < 2 * size) {
          expect([shown, older]).toEqual([list, undefined]);
        } else {
          expect(shown).toEqual(list.slice(0, size));
          expect(pagesOf(list, size).get(older?.path ?? '')).toContain(list[size]?.n);
        }
      }),
    );
  });
});

describe('the list of a section', () => {
  /** Its pages by their paths; the front page has none. */
  function sectionOf(list: readonly Item[], size: number): Map<string, number[]> {
    const { front, pages } = sectionPages(list, size);
    const numbers = (items: readonly Item[]): number[] => items.map(({ n }) => n);
    return new Map([
      ['front', numbers(front)],
      ...pages.map((page): [string, number[]] => [path(page), numbers(page.items)]),
    ]);
  }

  test('is on its front page and the pages behind it: each entry once, in order', () => {
    fc.assert(
      fc.property(lists, ([counts, size]) => {
        const list = entries(counts);
        const { front, pages } = sectionPages(list, size);
        expect([...front, ...pages.flatMap(({ items }) => items)]).toEqual(list);
        expect(front.length).toBeGreaterThanOrEqual(Math.min(size, list.length));
        expect(front.length).toBeLessThan(3 * size);
      }),
    );
  });

  test('is all on its front page while it is less than two pages', () => {
    fc.assert(
      fc.property(lists, ([counts, size]) => {
        const list = entries(counts);
        fc.pre(list.length < 2 * size);
        expect(sectionPages(list, size)).toEqual({ front: list, pages: [] });
      }),
    );
  });

  test('changes on one page when an entry is added to its newest year', () => {
    fc.assert(
      fc.property(lists, ([counts, size]) => {
        const newest = counts.findLastIndex((count) => count > 0);
        fc.pre(newest !== -1);
        const more = counts.map((count, i) => count + (i === newest ? 1 : 0));
        const before = sectionOf(entries(counts), size);
        const after = sectionOf(entries(more), size);
        expect(changed(before, after).filter((key) => before.has(key))).toEqual(['front']);
        // a year, or a full page, has left the front page
        expect(after.size - before.size).toBeLessThanOrEqual(2);
      }),
    );
  });

  test('changes on the pages of its year when an entry goes, and one page may join the front', () => {
    fc.assert(
      fc.property(lists, fc.nat(), ([counts, size], at) => {
        const list = entries(counts);
        fc.pre(list.length > 0);
        const gone = list[at % list.length];
        const before = sectionOf(list, size);
        const left = list.filter((item) => item !== gone);
        const elsewhere = changed(before, sectionOf(left, size)).filter(
          (key) => key !== 'front' && !key.startsWith(gone?.year ?? ''),
        );
        expect(elsewhere.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
