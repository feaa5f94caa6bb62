import type { Archive } from './archive.ts';
import type { Article } from './article.ts';
import { isCut, type PageLinks, pagesByYear, withLinks, type YearPage } from './pagination.ts';
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

/** The pages of a topic's years, newest first; none while its front page shows everything. */
export function topicYearPages({ id, articles }: Tag, { routes, site }: Archive): LinkedPage[] {
  if (!isCut(articles, site.counts.page)) return [];
  const pages = pagesByYear(articles, site.counts.page);
  return withLinks(pages, ({ year, number }) => routes.topicYear(id, year, number));
}
