import { type Ledger, oldAddresses } from '../domain/ledger.ts';
import { type PathOf, pagesByYear, sectionPages } from '../domain/pagination.ts';
import { Routes } from '../domain/routes.ts';
import { groupByEach } from '../lib/group.ts';
import { type Desk, isUnsure, placeOfField, type Sheet, type Shelf, stateOf } from './sheet.ts';

/** An address of the site and what claims it. */
export interface Claim {
  /** Path from the site's root, without the base path. */
  address: string;
  /** A page or file, an old address that is written down, or one that the ledger remembers. */
  kind: 'page' | 'alias' | 'ledger';
  /** File that claims it; empty for a page that the site always has. */
  file: string;
  line: number;
  column: number;
  field: string;
}

/** Routes without the base path. */
const routes = new Routes('https://site.invalid/');

/** Whether an address is one that the build gives to something of its own. */
export function isGenerated(address: string): boolean {
  return routes.isGenerated(pathOf(address));
}

/** The page of terms. */
export const GLOSSARY = routes.glossary();

/** Pages that a publication always has. */
const FIXED = [
  routes.home(),
  routes.archive(),
  routes.topics(),
  routes.storylines(),
  routes.corrections(),
  routes.search(),
  routes.glossary(),
  routes.feeds(),
  routes.opml(),
  routes.sitemap(),
  routes.siteCard(),
  routes.feed('rss'),
  routes.feed('atom'),
  routes.feed('json'),
  routes.newsSitemap(),
  routes.securityTxt(),
  routes.speculationRules(),
  routes.feedStyle(),
  ...['404.html', 'robots.txt', 'site.webmanifest'].map((name) => routes.file(name)),
  ...['next-change.json', '_headers', '_redirects'].map((name) => routes.file(name)),
  ...['favicon.ico', 'apple-touch-icon.png', 'icon-192.png', 'icon-512.png'].map((name) =>
    routes.file(name),
  ),
];

/** Every address that the publication will have, drafts' and future articles' among them. */
export function addressesOf(desk: Desk): Claim[] {
  const fixed = FIXED.map((address) => claim(address, ''));
  const years = new Set(desk.sheets.map(({ id }) => id.slice(0, 4)));
  for (const year of years) fixed.push(claim(routes.year(year), ''));
  const shelves = [
    ...[...tagsOf(desk)].map((id) => claim(routes.topic(id), 'content/tags.yaml')),
    ...[...desk.storylines.values.keys()].map((id) =>
      claim(routes.storyline(id), `content/storylines/${id}.yaml`),
    ),
    ...[...desk.authors.values.keys()].map((id) =>
      claim(routes.author(id), `content/authors/${id}.yaml`),
    ),
  ];
  const pages = desk.pages.map(({ id, file }) => claim(routes.page(id), file));
  const files = desk.publicFiles.map((name) => claim(routes.file(name), `public/${name}`));
  const articles = desk.sheets.map(({ id, file }) => claim(`/${id}/`, file));
  return [
    ...fixed,
    ...shelves,
    ...articles,
    ...pages,
    ...files,
    ...desk.sheets.flatMap(aliasesOf),
    ...desk.sheets.flatMap((sheet) => remembered(sheet, desk.ledger)),
    ...[desk.tags, desk.storylines, desk.authors].flatMap(shelfAliases),
  ];
}

function shelfAliases(shelf: Shelf<{ aliases?: string[] | undefined }>): Claim[] {
  return [...shelf.values].flatMap(([id, { aliases = [] }]) =>
    aliases.map((address) => ({
      kind: 'alias' as const,
      address,
      ...shelf.at(id),
      field: 'aliases',
    })),
  );
}

/**
 * The pages and files that a reader finds now: of topics, storylines and authors only those with an
 * entry that is out.
 */
export function pagesForReaders(desk: Desk): string[] {
  const out = desk.sheets.filter((sheet) => stateOf(sheet, desk) === 'published');
  const named = (
    known: Iterable<string>,
    field: 'tags' | 'storyline' | 'authors',
    ids: (data: Sheet['data']) => readonly string[],
  ) => {
    const used = new Set(out.flatMap(({ data }) => ids(data)));
    return [...known].filter((id) => used.has(id) || isUnsure(desk, field));
  };
  const tagsIn = ({ tags = [] }: Sheet['data']) => tags;
  const authorsIn = ({ authors = [desk.site.desk] }: Sheet['data']) => authors;
  const tags = named(tagsOf(desk), 'tags', tagsIn);
  const authors = named(desk.authors.values.keys(), 'authors', authorsIn);
  const sections = [
    ...tags.map((id) => routes.topic(id)),
    ...named(desk.storylines.values.keys(), 'storyline', (data) => [data.storyline ?? '']).map(
      (id) => routes.storyline(id),
    ),
    ...authors.map((id) => routes.author(id)),
  ];
  const { page: size } = desk.site.counts;
  const byYear = (sheets: readonly Sheet[], address: PathOf) => {
    const list = sheets.map(({ id }) => ({ year: id.slice(0, 4) }));
    return pagesByYear(list, size).map(address);
  };
  const cut = (
    ids: readonly string[],
    idsOf: (data: Sheet['data']) => readonly string[],
    front: (id: string) => string,
  ) => {
    const lists = groupByEach(out, ({ data }) => idsOf(data));
    return ids.flatMap((id) => {
      const list = (lists.get(id) ?? []).map((sheet) => ({ year: sheet.id.slice(0, 4) }));
      // sheets come by path, oldest first
      return sectionPages(list.reverse(), size).pages.map(({ year, number }) =>
        routes.sectionYear(front(id), year, number),
      );
    });
  };
  const corrected = out.some(({ data }) => (data.corrections ?? []).length > 0);
  return [
    ...FIXED,
    ...byYear(out, ({ year, number }) => routes.year(year, number)),
    ...cut(tags, tagsIn, (id) => routes.topic(id)),
    ...cut(authors, authorsIn, (id) => routes.author(id)),
    ...(corrected ? [routes.feed('rss', routes.corrections())] : []),
    ...out.map(({ id }) => `/${id}/`),
    ...sections,
    ...sections.map((section) => routes.feed('rss', section)),
    ...desk.pages.map(({ id }) => routes.page(id)),
    ...desk.publicFiles.map((name) => routes.file(name)),
  ];
}

/** An open vocabulary has the tags of its articles too. */
function tagsOf(desk: Desk): Set<string> {
  const named =
    desk.site.vocabulary === 'open' ? desk.sheets.flatMap(({ data }) => data.tags ?? []) : [];
  return new Set([...desk.tags.values.keys(), ...named]);
}

function aliasesOf(sheet: Sheet): Claim[] {
  return (sheet.data.aliases ?? []).map((alias, i) => {
    const field = `aliases[${i}]`;
    const [line, column] = placeOfField(sheet.places, field);
    return { kind: 'alias' as const, address: alias, file: sheet.file, line, column, field };
  });
}

/** Addresses at which the ledger knows an article to have been served. */
function remembered(sheet: Sheet, ledger: Ledger): Claim[] {
  const { number, aliases = [] } = sheet.data;
  return oldAddresses(ledger, number ?? sheet.id, sheet.id)
    .filter((address) => !aliases.includes(address))
    .map((address) => ({ ...claim(address, sheet.file), kind: 'ledger' as const }));
}

function claim(address: string, file: string): Claim {
  return { kind: 'page', address, file, line: 1, column: 1, field: '' };
}

/** What two addresses have in common that a disk, a host or a reader may take for one. */
export function addressKey(address: string): string {
  let path = pathOf(address);
  try {
    path = decodeURI(path);
  } catch {
    // not encoded: taken as it is
  }
  return path
    .replace(/^\/+|\/+$/g, '')
    .replace(/(?:^|\/)index\.html$/, '')
    .normalize('NFC')
    .toLowerCase();
}

/** An old address may be a whole one. */
function pathOf(address: string): string {
  return address.replace(/^https?:\/\/[^/]+/, '');
}
