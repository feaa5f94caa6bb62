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
