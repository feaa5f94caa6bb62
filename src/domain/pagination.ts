/** One page of a list that is numbered from its oldest entry. */
export interface Page<T> {
  /** 1 is the oldest. The newest page has a number too, but its URL is the list's own. */
  number: number;
  /** Whether this is the newest page, which lives at the list's unnumbered URL. */
  isNewest: boolean;
  /** Newest first. */
  items: T[];
}

/**
 * Cuts a list into pages, numbered from the oldest, so that a full page never changes again when
 * entries are added. The newest page holds between `size` and `2 * size - 1` entries (or all of
 * them, when there are fewer).
 *
 * @param newestFirst the whole list
 * @param size entries on a full page, at least 1
 * @returns pages, newest first; one empty page for an empty list
 */
export function paginate<T>(newestFirst: readonly T[], size: number): [Page<T>, ...Page<T>[]] {
  const full = Math.max(0, Math.floor(newestFirst.length / size) - 1);
  const newest = newestFirst.length - full * size;
  const pages: [Page<T>, ...Page<T>[]] = [
    { number: full + 1, isNewest: true, items: newestFirst.slice(0, newest) },
  ];
  for (let number = full; number >= 1; number -= 1) {
    const start = newest + (full - number) * size;
    pages.push({ number, isNewest: false, items: newestFirst.slice(start, start + size) });
  }
  return pages;
}

/** Where a page leads to; undefined at an end of the list. */
export interface PageLinks {
  newer: string | undefined;
  older: string | undefined;
}

/**
 * The neighbours of a page.
 * @param pages all pages of the list, newest first
 * @param path gives a page's path by its number, the newest one's without
 */
export function pageLinks<T>(
  pages: readonly Page<T>[],
  page: Page<T>,
  path: (number?: number) => string,
): PageLinks {
  const at = (index: number): string | undefined => {
    const other = pages[index];
    return other && (other.isNewest ? path() : path(other.number));
  };
  const i = pages.indexOf(page);
  return { newer: at(i - 1), older: at(i + 1) };
}

/** The numbered pages of a list, without the newest, each with its neighbours. */
export function numberedPages<T>(
  newestFirst: readonly T[],
  size: number,
  path: (number?: number) => string,
): { list: Page<T>; links: PageLinks }[] {
  const pages = paginate(newestFirst, size);
  return pages.slice(1).map((list) => ({ list, links: pageLinks(pages, list, path) }));
}
