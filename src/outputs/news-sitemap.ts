import { toRfc3339 } from '../lib/dates.ts';
import { escapeXml } from '../lib/xml.ts';
import type { Archive } from '../record/archive.ts';
import type { Article } from '../record/article.ts';

/** News search takes entries of the last two days. */
const WINDOW = 48 * 3_600_000;

/**
 * The news sitemap: entries of the last 48 hours by the publication's clock
 * (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap).
 */
export function newsSitemap(archive: Archive): string {
  const { routes, site } = archive;
  const urls = recent(archive).map((article) =>
    [
      `<url><loc>${escapeXml(routes.absolute(routes.article(article)))}</loc><news:news>`,
      `<news:publication><news:name>${escapeXml(site.name)}</news:name><news:language>${languageOf(article.lang ?? site.locale)}</news:language></news:publication>`,
      `<news:publication_date>${toRfc3339(archive.moments(article).published, site.zone)}</news:publication_date>`,
      `<news:title>${escapeXml(article.title)}</news:title>`,
      '</news:news></url>',
    ].join(''),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">',
    ...urls,
    '</urlset>',
    '',
  ].join('\n');
}

/** A language as news search names it: by its code (ISO 639), and Chinese by its script. */
function languageOf(locale: string): string {
  const { language, script } = new Intl.Locale(locale).maximize();
  if (language !== 'zh') return language;
  return script === 'Hant' ? 'zh-tw' : 'zh-cn';
}

/** Whether there is news: search engines are not told of an empty list. */
export function hasNews(archive: Archive): boolean {
  return recent(archive).length > 0;
}

/** When the next entry leaves the news sitemap, in milliseconds since 1970 UTC; undefined when it has none. */
export function newsSitemapChange(archive: Archive): number | undefined {
  const oldest = recent(archive).at(-1);
  return oldest && archive.moments(oldest).published + WINDOW;
}

/** What came out lately, newest first. */
function recent({ articles, moments, now }: Archive): Article[] {
  const out = (article: Article) => moments(article).published;
  return articles.filter((article) => out(article) > now - WINDOW).sort((a, b) => out(b) - out(a));
}
