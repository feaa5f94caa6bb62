import { voiceOf } from '../i18n/index.ts';
import type { Archive } from '../record/archive.ts';
import { ownLink } from '../record/links.ts';
import type { Routes } from '../record/routes.ts';

/**
 * What the owner's pages may say of the publication, always true: `{props.entries}` in
 * `content/pages/*.mdx`.
 */
export function figuresOf(archive: Archive) {
  const { articles, corrections, site, storylines, tags } = archive;
  const { f } = voiceOf(site);
  const first = articles.at(-1);
  const last = articles[0];
  const sources = articles.reduce((sum, article) => sum + article.sources.length, 0);
  const compiled = articles.filter((article) => article.compiled !== undefined).length;
  return {
    name: site.name,
    email: site.email,
    licence: site.licence,
    routes: routesByFile(archive),
    entries: f.number(articles.length),
    compiled: f.number(compiled),
    sources: f.number(sources),
    corrections: f.number(corrections.length),
    storylines: f.number(storylines.size),
    topics: f.number(tags.size),
    firstDate: first ? f.day(first.pubDate.day) : '',
    lastDate: last ? f.day(last.pubDate.day) : '',
  };
}

/** The addresses of pages; that of an article by the year and the slug of its file, as owners write them. */
type RoutesByFile = Omit<Routes, 'article'> & {
  article(file: { year: string; slug: string }): string;
};

function routesByFile(archive: Archive): RoutesByFile {
  const { routes } = archive;
  const article: RoutesByFile['article'] = ({ year, slug }) =>
    ownLink(routes.articleFile({ id: `${year}/${slug}` }), archive);
  return new Proxy(routes, {
    get(target, name) {
      if (name === 'article') return article;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  }) as RoutesByFile;
}
