import type { Archive } from './archive.ts';
import type { Article } from './article.ts';
import { pagesByYear, sectionPages } from './pagination.ts';
import type { Routes } from './routes.ts';

/** What the list of addresses needs to know of an entry. */
export type Listed = Pick<Article, 'year' | 'slug'>;

/** Lists of entries by the id of what they belong to. */
type Sections<Entry> = ReadonlyMap<string, readonly Entry[]>;

/** What addresses follow from: of an archive, or of content that is being checked. Lists are newest first. */
export interface AddressSource<Entry extends Listed> {
  routes: Routes;
  /** Entries on a full page of a list. */
  pageSize: number;
  articles: readonly Entry[];
  tags: Sections<Entry>;
  storylines: Sections<Entry>;
  authors: Sections<Entry>;
  /** Ids of the owner's pages. */
  pages: Iterable<string>;
  /** Whether some entry was corrected: then the corrections have a feed. */
  corrected: boolean;
}

/** An address at which the site answers, a page or a feed or another file. */
export interface Address<Entry = Article> {
  kind: AddressKind;
  path: string;
  /** Of what it is the address: an id of a topic, a storyline, an author or a page; a year. */
  id?: string;
  /** The entries that it shows. */
  entries?: readonly Entry[];
}

export type AddressKind =
  | 'home'
  | 'article'
  | 'archive'
  | 'year'
  | 'topics'
  | 'topic'
  | 'topic-year'
  | 'storylines'
  | 'storyline'
  | 'author'
  | 'author-year'
  | 'corrections'
  | 'glossary'
  | 'feeds'
  | 'own'
  // not in the sitemap:
  | 'search'
  | 'feed'
  | 'file';

/** Every address of a site, but those of files that are named by their content. */
export function addresses<Entry extends Listed>(source: AddressSource<Entry>): Address<Entry>[] {
  const { routes, articles, pageSize } = source;
  const section = (
    kind: 'topic' | 'author',
    id: string,
    entries: readonly Entry[],
  ): Address<Entry>[] => {
    const path = routes[kind](id);
    const { pages } = sectionPages(entries, pageSize);
    return [
      { kind, path, id, entries },
      ...pages.map(({ year, number, items }) => ({
        kind: `${kind}-year` as const,
        path: routes.sectionYear(path, year, number),
        id,
        entries: items,
      })),
    ];
  };
  const storylines = [...source.storylines].map(
    ([id, entries]): Address<Entry> => ({
      kind: 'storyline',
      path: routes.storyline(id),
      id,
      entries,
    }),
  );
  const listed: Address<Entry>[] = [
    { kind: 'home', path: routes.home(), entries: articles },
    ...articles.map((entry) => ({
      kind: 'article' as const,
      path: routes.article(entry),
      entries: [entry],
    })),
    { kind: 'archive', path: routes.archive(), entries: articles },
    ...pagesByYear(articles, pageSize).map(({ year, number, items }) => ({
      kind: 'year' as const,
      path: routes.year(year, number),
      id: year,
      entries: items,
    })),
    { kind: 'topics', path: routes.topics(), entries: articles },
    ...[...source.tags].flatMap(([id, entries]) => section('topic', id, entries)),
    { kind: 'storylines', path: routes.storylines(), entries: articles },
    ...storylines,
    ...[...source.authors].flatMap(([id, entries]) => section('author', id, entries)),
    { kind: 'corrections', path: routes.corrections() },
    { kind: 'glossary', path: routes.glossary() },
    { kind: 'feeds', path: routes.feeds() },
    ...[...source.pages].map((id) => ({ kind: 'own' as const, path: routes.page(id), id })),
  ];
  const feeds = [
    ...(['rss', 'atom', 'json'] as const).map((format) => routes.feed(format)),
    ...listed.filter(hasFeed).map(({ path }) => routes.feed('rss', path)),
    ...(source.corrected ? [routes.feed('rss', routes.corrections())] : []),
  ];
  return [
    ...listed,
    { kind: 'search', path: routes.search() },
    ...feeds.map((path) => ({ kind: 'feed' as const, path })),
    ...filesOf(routes).map((path) => ({ kind: 'file' as const, path })),
  ];
}

/** The addresses of an archive. */
export function addressesOf(archive: Archive, pages: Iterable<string>): Address[] {
  const { routes, site, articles, tags, storylines, authors, corrections } = archive;
  const lists = <Value>(known: ReadonlyMap<string, Value>, list: (value: Value) => Article[]) =>
    new Map([...known].map(([id, value]) => [id, list(value)]));
  return addresses({
    routes,
    pageSize: site.counts.page,
    articles,
    tags: lists(tags, (tag) => tag.articles),
    storylines: lists(storylines, (storyline) => storyline.parts),
    authors: lists(authors, (author) => author.articles),
    pages,
    corrected: corrections.length > 0,
  });
}

/**
 * Addresses, beside those of articles, that readers may have kept: of topics, storylines, authors
 * and pages; without the base path, since a site may move.
 * @param pages ids of the owner's pages
 */
export function keptAddresses(archive: Archive, pages: Iterable<string>): string[] {
  const { base } = archive.routes;
  return addressesOf(archive, pages)
    .filter((address) => hasFeed(address) || address.kind === 'own')
    .map(({ path }) => `/${path.slice(base.length)}`);
}

/** Whether search engines are told of an address. */
export function isListed({ kind }: Address<unknown>): boolean {
  return kind !== 'search' && kind !== 'feed' && kind !== 'file';
}

/** Whether an address is that of a topic, a storyline or an author: each has a feed. */
export function hasFeed({ kind }: Address<unknown>): boolean {
  return kind === 'topic' || kind === 'storyline' || kind === 'author';
}

/** The files of fixed names that every site has. */
function filesOf(routes: Routes): string[] {
  return [
    routes.opml(),
    routes.sitemap(),
    routes.newsSitemap(),
    routes.securityTxt(),
    routes.speculationRules(),
    routes.feedStyle(),
    routes.siteCard(),
    ...FILES.map((name) => routes.file(name)),
  ];
}

const FILES = [
  '404.html',
  'robots.txt',
  'site.webmanifest',
  'next-change.json',
  '_headers',
  '_redirects',
  'favicon.ico',
  'apple-touch-icon.png',
  'icon-192.png',
  'icon-512.png',
];
