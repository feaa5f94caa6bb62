import { groupBy, inPieces } from '../lib/group.ts';
import { oncePer } from '../lib/once.ts';
import { compareText } from '../lib/text.ts';
import type { Addressed } from './address-names.ts';
import type { Archive } from './archive.ts';
import type { Article } from './article.ts';
import { feedArchiveParts } from './feed-archive.ts';
import { pagesByYear, sectionPages } from './pagination.ts';
import { FEED_FORMATS, type Routes } from './routes.ts';
import { SECTIONS, type Section } from './sections.ts';

/** Lists of entries by the id of what they belong to. */
type Sections<Entry> = ReadonlyMap<string, readonly Entry[]>;

/** What addresses follow from: of an archive, or of content that is being checked. Lists are newest first. */
export interface AddressSource<Entry extends Addressed> {
  routes: Routes;
  /** Entries on a full page of a list. */
  pageSize: number;
  articles: readonly Entry[];
  tags: Sections<Entry>;
  storylines: Sections<Entry>;
  authors: Sections<Entry>;
  /** The sections that readers find. */
  sections: ReadonlySet<Section>;
  /** Ids of the owner's pages. */
  pages: Iterable<string>;
  /** The kinds that have a feed. */
  kinds: Iterable<string>;
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
  | 'notice'
  | 'search'
  | 'feed'
  | 'file';

/** Every address of a site, but those of files that are named by their content. */
export function addresses<Entry extends Addressed>(source: AddressSource<Entry>): Address<Entry>[] {
  const { routes, articles, pageSize, sections } = source;
  type Listing = Address<Entry>;
  const one = (
    kind: AddressKind,
    path: string,
    more?: Omit<Listing, 'kind' | 'path'>,
  ): Listing => ({
    kind,
    path,
    ...more,
  });
  /** The page of a section, if there is one. */
  const page = (kind: Section, more?: Omit<Listing, 'kind' | 'path'>): Listing[] =>
    sections.has(kind) ? [one(kind, routes[kind](), more)] : [];
  const section = (kind: 'topic' | 'author', [id, entries]: [string, readonly Entry[]]) => [
    one(kind, routes[kind](id), { id, entries }),
    ...sectionPages(entries, pageSize).pages.map(({ year, number, items }) =>
      one(`${kind}-year`, routes.sectionYear(routes[kind](id), year, number), {
        id,
        entries: items,
      }),
    ),
  ];
  const listed: Listing[] = [
    one('home', routes.home(), { entries: articles }),
    ...articles.map((entry) => one('article', routes.article(entry), { entries: [entry] })),
    one('archive', routes.archive(), { entries: articles }),
    ...pagesByYear(articles, pageSize).map(({ year, number, items }) =>
      one('year', routes.year(year, number), { id: year, entries: items }),
    ),
    ...page('topics', { entries: articles }),
    ...[...source.tags].flatMap((tag) => section('topic', tag)),
    ...page('storylines', { entries: articles }),
    ...[...source.storylines].map(([id, entries]) =>
      one('storyline', routes.storyline(id), { id, entries }),
    ),
    ...[...source.authors].flatMap((author) => section('author', author)),
    ...page('corrections'),
    ...page('glossary'),
    one('feeds', routes.feeds()),
    ...[...source.pages].map((id) => one('own', routes.page(id), { id })),
  ];
  const feeds = [
    ...FEED_FORMATS.map((format) => routes.feed(format)),
    ...listed.filter(hasFeed).map(({ path }) => routes.feed('rss', path)),
    ...(sections.has('corrections') ? [routes.feed('rss', routes.corrections())] : []),
    ...[...source.kinds].map((kind) => routes.feed('rss', routes.kind(kind))),
  ];
  return [
    ...listed,
    one('search', routes.search()),
    ...feeds.map((path) => one('feed', path)),
    ...[...sitemapParts(listed).keys()].map((part) => one('file', routes.sitemap(part))),
    ...filesOf(routes).map((path) => one('file', path)),
  ];
}

/** The addresses of an archive. */
export const addressesOf = oncePer((archive: Archive): readonly Address[] => {
  const { routes, site, articles, sections, tags, storylines, authors, kinds, pages } = archive;
  const archived = feedArchiveParts(archive).map(
    ({ name }): Address => ({ kind: 'feed', path: routes.feedArchive(name) }),
  );
  const lists = <Value>(known: ReadonlyMap<string, Value>, list: (value: Value) => Article[]) =>
    new Map([...known].map(([id, value]) => [id, list(value)]));
  const all = addresses({
    routes,
    pageSize: site.counts.page,
    articles,
    sections,
    tags: lists(tags, (tag) => tag.articles),
    storylines: lists(storylines, (storyline) => storyline.parts),
    authors: lists(authors, (author) => author.articles),
    pages: pages.keys(),
    kinds: kinds.keys(),
  });
  const notices = [...archive.withdrawn, ...archive.expired].map(
    (entry): Address => ({ kind: 'notice', path: routes.article(entry), entries: [entry] }),
  );
  return [...all, ...archived, ...notices];
});

/**
 * Addresses, beside those of articles, that readers may have kept: of sections, topics, storylines,
 * authors and pages, and of feeds of kinds; without the base path, since a site may move.
 */
export function keptAddresses(archive: Archive): string[] {
  const { routes, kinds } = archive;
  return [
    ...addressesOf(archive)
      .filter((address) => hasFeed(address) || address.kind === 'own' || isSection(address))
      .map(({ path }) => path),
    ...[...kinds.keys()].map((kind) => routes.feed('rss', routes.kind(kind))),
  ].map((path) => `/${routes.below(path)}`);
}

/** From this many addresses on, each year has a sitemap of its own: a new entry changes one of them. */
const SPLIT_FROM = 1000;

/** A sitemap may have so many (https://www.sitemaps.org/protocol.html). */
const SITEMAP_LIMIT = 50_000;

/**
 * The addresses of each sitemap, by its name: the year, and a number from the second of a year on; none
 * while one sitemap has all. What belongs to no year stands with the newest.
 */
export function sitemapParts<Entry extends Pick<Addressed, 'year'>>(
  all: readonly Address<Entry>[],
): Map<string, Address<Entry>[]> {
  const listed = all.filter(isListed);
  if (listed.length < SPLIT_FROM) return new Map();
  const newest = listed.reduce(
    (last, one) => ((yearOf(one) ?? '') > last ? yearOf(one) : last) ?? last,
    '',
  );
  const years = groupBy(listed, (address) => yearOf(address) ?? newest);
  return new Map(
    [...years]
      .sort(([a], [b]) => compareText(a, b))
      // oldest first: a full one never changes
      .flatMap(([year, ofYear]) =>
        inPieces(ofYear.reverse(), SITEMAP_LIMIT).map((piece, i): [string, Address<Entry>[]] => [
          i === 0 ? year : `${year}-${i + 1}`,
          piece,
        ]),
      ),
  );
}

/** The year in whose sitemap an address stands; that of one without a year is the newest. */
function yearOf({ kind, entries }: Address<Pick<Addressed, 'year'>>): string | undefined {
  const isOfOneYear = ['article', 'year', 'topic-year', 'author-year'].includes(kind);
  return isOfOneYear ? entries?.[0]?.year : undefined;
}

/** Whether search engines are told of an address. */
export function isListed({ kind }: Address<unknown>): boolean {
  return !['notice', 'search', 'feed', 'file'].includes(kind);
}

/** Whether an address is that of a topic, a storyline or an author: each has a feed. */
export function hasFeed({ kind }: Address<unknown>): boolean {
  return kind === 'topic' || kind === 'storyline' || kind === 'author';
}

/** Whether an address is that of a section. */
function isSection({ kind }: Address<unknown>): boolean {
  return SECTIONS.some((section) => section === kind);
}

/** The files of fixed names that every site has. */
function filesOf(routes: Routes): string[] {
  return [
    routes.opml(),
    routes.sitemap(),
    routes.newsSitemap(),
    routes.securityTxt(),
    routes.speculationRules(),
    routes.openSearch(),
    routes.feedStyle(),
    routes.siteCard(),
    ...FILES.map((name) => routes.file(name)),
  ];
}

const FILES = [
  '404.html',
  'robots.txt',
  'licences.txt',
  'site.webmanifest',
  'next-change.json',
  '_headers',
  '_redirects',
  'favicon.ico',
  'apple-touch-icon.png',
  'icon-192.png',
  'icon-512.png',
];
