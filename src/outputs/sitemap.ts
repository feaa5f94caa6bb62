import { toRfc3339 } from '../lib/dates.ts';
import { escapeXml } from '../lib/xml.ts';
import type { Archive } from '../record/archive.ts';
import { type Article, lastChange } from '../record/article.ts';
import { pagesByYear } from '../record/pagination.ts';
import { authorSection, type Section, topicSection } from '../record/year-pages.ts';

/** A page of the sitemap. */
interface Entry {
  path: string;
  /** When what it shows last changed, in milliseconds since 1970 UTC; undefined when unknown. */
  changed?: number | undefined;
}

/**
 * The sitemap (https://www.sitemaps.org/protocol.html): every page a reader may want to find, with
 * the moment at which what it shows last changed; never that of the build.
 * @param pages ids of the owner's pages
 */
export function sitemap(archive: Archive, pages: readonly string[]): string {
  const urls = entries(archive, pages).map(({ path, changed }) => {
    const lastmod = changed === undefined ? '' : `<lastmod>${toRfc3339(changed)}</lastmod>`;
    return `<url><loc>${escapeXml(archive.routes.absolute(path))}</loc>${lastmod}</url>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...urls,
    '</urlset>',
    '',
  ].join('\n');
}

function entries(archive: Archive, pages: readonly string[]): Entry[] {
  const { routes, articles, site } = archive;
  const record = changed(articles);
  const { page: size } = site.counts;
  const behind = ({ path, pages }: Section): Entry[] =>
    pages.map(({ page: { year, number, items } }) => ({
      path: routes.sectionYear(path, year, number),
      changed: changed(items),
    }));
  return [
    { path: routes.home(), changed: record },
    ...articles.map((article) => ({
      path: routes.article(article),
      changed: lastChange(article).ms,
    })),
    { path: routes.archive(), changed: record },
    ...pagesByYear(articles, size).map(({ year, number, items }) => ({
      path: routes.year(year, number),
      changed: changed(items),
    })),
    { path: routes.topics(), changed: record },
    ...[...archive.tags.values()].flatMap((tag) => [
      { path: routes.topic(tag.id), changed: changed(tag.articles) },
      ...behind(topicSection(tag, archive)),
    ]),
    { path: routes.storylines(), changed: record },
    ...[...archive.storylines.values()].map(({ id, parts }) => ({
      path: routes.storyline(id),
      changed: changed(parts),
    })),
    ...[...archive.authors.values()].flatMap((author) => [
      { path: routes.author(author.id), changed: changed(author.articles) },
      ...behind(authorSection(author, archive)),
    ]),
    { path: routes.corrections(), changed: archive.corrections[0]?.date.ms },
    { path: routes.glossary() },
    { path: routes.feeds() },
    ...pages.map((id) => ({ path: routes.page(id) })),
  ];
}

function changed(articles: readonly Article[]): number | undefined {
  return articles.length === 0
    ? undefined
    : articles.reduce((last, article) => Math.max(last, lastChange(article).ms), 0);
}
