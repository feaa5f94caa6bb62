import { groupBy } from '../lib/group.ts';
import type { Archive } from './archive.ts';
import type { Article } from './article.ts';
import type { Author } from './authors.ts';
import type { Tag } from './tags.ts';

/*
 * A list has a front page with its newest entries; when it is long, it is cut by year, and within a
 * year into pages that are numbered from the oldest. A full page never changes when entries are
 * added, and an entry that is filed late, or goes, changes pages of its own year only.
 */

/** A page of a list that is cut by year. */
export interface YearPage<T> {
  year: string;
  /** 1 is the oldest of its year; undefined for the newest, which lives at the year's own URL. */
  number: number | undefined;
  /** Newest first. */
  items: T[];
}

/**
 * What a list shows on its front page: everything, as long as that is less than two pages; else a
 * page of the newest.
 * @param size entries on a full page, at least 1
 */
export function frontPage<T>(newestFirst: readonly T[], size: number): readonly T[] {
  return newestFirst.length < 2 * size ? newestFirst : newestFirst.slice(0, size);
}

/**
 * Cuts a list into the pages of its years. The newest page of a year holds between `size` and
 * `2 * size - 1` entries (or all of them, when there are fewer), the others `size`.
 *
 * @param newestFirst the whole list
 * @param size entries on a full page, at least 1
 * @returns pages, newest first
 */
export function pagesByYear<T extends { year: string }>(
  newestFirst: readonly T[],
  size: number,
): YearPage<T>[] {
  return [...groupBy(newestFirst, ({ year }) => year)].flatMap(([year, entries]) => {
    const full = Math.max(0, Math.floor(entries.length / size) - 1);
    const newest = entries.length - full * size;
    const older = Array.from({ length: full }, (_, i): YearPage<T> => {
      const start = newest + i * size;
      return { year, number: full - i, items: entries.slice(start, start + size) };
    });
    return [{ year, number: undefined, items: entries.slice(0, newest) }, ...older];
  });
}

/**
 * Cuts the list of a section (a topic, an author): its front page has the newest pages of its years,
 * as many as make a full page together and more while that is less than two; each of the others is
 * one of its own. So a new entry changes one page of the list, now and then the oldest year leaves the
 * front page, and an entry that goes can at most bring it back.
 * @returns what the front page shows, and the other pages, newest first
 */
export function sectionPages<T extends { year: string }>(
  newestFirst: readonly T[],
  size: number,
): { front: readonly T[]; pages: YearPage<T>[] } {
  const pages = pagesByYear(newestFirst, size);
  let shown = 0;
  let taken = 0;
  for (const { items } of pages) {
    if (shown >= size && shown + items.length >= 2 * size) break;
    shown += items.length;
    taken += 1;
  }
  return { front: newestFirst.slice(0, shown), pages: pages.slice(taken) };
}

/** A page that another leads to. */
export interface PageLink {
  year: string;
  path: string;
}

/** Where a page leads to; undefined at an end of the list. */
export interface PageLinks {
  newer?: PageLink | undefined;
  older?: PageLink | undefined;
}

/** Gives a page's path. */
export type PathOf = (page: Pick<YearPage<unknown>, 'year' | 'number'>) => string;

/** The pages of a list, each with its neighbours, of whatever year. */
export function withLinks<T>(
  pages: readonly YearPage<T>[],
  path: PathOf,
): { page: YearPage<T>; links: PageLinks }[] {
  const link = (page: YearPage<T> | undefined) => page && { year: page.year, path: path(page) };
  return pages.map((page, i) => ({
    page,
    links: { newer: link(pages[i - 1]), older: link(pages[i + 1]) },
  }));
}

/** Where a front page leads on to: the page with the first entry that it does not show. */
export function beyondFront<T extends { year: string }>(
  newestFirst: readonly T[],
  size: number,
  path: PathOf,
): PageLinks {
  const next = newestFirst[frontPage(newestFirst, size).length];
  const page = next && pagesByYear(newestFirst, size).find(({ items }) => items.includes(next));
  return { older: page && { year: page.year, path: path(page) } };
}

/** A page of a year with its neighbours. */
export interface LinkedPage {
  page: YearPage<Article>;
  links: PageLinks;
}

/** The pages of the record's years, newest first. */
export function yearPages({ articles, routes, site }: Archive): LinkedPage[] {
  const pages = pagesByYear(articles, site.counts.page);
  return withLinks(pages, ({ year, number }) => routes.year(year, number));
}

/** The pages of a section, a topic or an author. */
export interface Section {
  /** Path of its front page. */
  path: string;
  /** What its front page shows, newest first. */
  front: readonly Article[];
  /** Where its front page leads on to. */
  links: PageLinks;
  /** The other pages, newest first; none while the front page shows everything. */
  pages: LinkedPage[];
}

export function topicSection({ id, articles }: Tag, archive: Archive): Section {
  return section(articles, archive.routes.topic(id), archive);
}

export function authorSection({ id, articles }: Author, archive: Archive): Section {
  return section(articles, archive.routes.author(id), archive);
}

function section(
  articles: readonly Article[],
  frontPath: string,
  { routes, site }: Archive,
): Section {
  const path: PathOf = ({ year, number }) => routes.sectionYear(frontPath, year, number);
  const { front, pages } = sectionPages(articles, site.counts.page);
  const beyond = pages[0];
  const last = front.at(-1);
  const linked = withLinks(pages, path).map(({ page, links }, i) => ({
    page,
    links: i === 0 && last ? { ...links, newer: { year: last.year, path: frontPath } } : links,
  }));
  return {
    path: frontPath,
    front,
    links: { older: beyond && { year: beyond.year, path: path(beyond) } },
    pages: linked,
  };
}
