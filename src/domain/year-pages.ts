import type { Archive } from './archive.ts';
import type { Article } from './article.ts';
import type { Author } from './authors.ts';
import {
  type PageLinks,
  type PathOf,
  pagesByYear,
  sectionPages,
  withLinks,
  type YearPage,
} from './pagination.ts';
import type { Tag } from './tags.ts';

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
  /** What its front page shows, newest first. */
  front: readonly Article[];
  /** Where its front page leads on to. */
  links: PageLinks;
  /** The other pages, newest first; none while the front page shows everything. */
  pages: LinkedPage[];
}

export function topicSection({ id, articles }: Tag, { routes, site }: Archive): Section {
  return section(articles, site.counts.page, routes.topic(id), ({ year, number }) =>
    routes.topicYear(id, year, number),
  );
}

export function authorSection({ id, articles }: Author, { routes, site }: Archive): Section {
  return section(articles, site.counts.page, routes.author(id), ({ year, number }) =>
    routes.authorYear(id, year, number),
  );
}

function section(
  articles: readonly Article[],
  size: number,
  frontPath: string,
  path: PathOf,
): Section {
  const { front, pages } = sectionPages(articles, size);
  const next = articles[front.length];
  const beyond = next && pages.find(({ items }) => items.includes(next));
  const newest = articles[0];
  const linked = withLinks(pages, path).map(({ page, links }, i) => ({
    page,
    links: i === 0 && newest ? { ...links, newer: { year: newest.year, path: frontPath } } : links,
  }));
  return {
    front,
    links: { older: beyond && { year: beyond.year, path: path(beyond) } },
    pages: linked,
  };
}
