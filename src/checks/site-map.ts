import { groupByEach } from '../lib/group.ts';
import { type Ledger, oldAddresses } from '../record/ledger.ts';
import { type PathOf, pagesByYear, sectionPages } from '../record/pagination.ts';
import { Routes } from '../record/routes.ts';
import {
  type Desk,
  isAhead,
  isUnsure,
  ownersOf,
  placeOfField,
  type Sheet,
  type Shelf,
  stateOf,
} from './sheet.ts';

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
  const path = decoded(pathOf(address)).replace(/\/(?:index\.html)?$/, '');
  return routes.isGenerated(path) || routes.isGenerated(`${path}/`);
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

/** The pages of errors, which Astro makes or writes elsewhere. */
const ERRORS = [routes.page('404'), routes.page('500')];

/** Every address that the publication will have, drafts' and future articles' among them. */
export function addressesOf(desk: Desk): Claim[] {
  return claims(desk, desk.sheets, () => true);
}

/**
 * The addresses at which readers find something: none of drafts and future articles, and no old ones
 * of topics, storylines and authors that only those name, for nothing redirects from there.
 */
export function addressesForReaders(desk: Desk): Claim[] {
  const out = desk.sheets.filter((sheet) => !isAhead(sheet, desk));
  const used = {
    tags: named(desk, out, 'tags'),
    storyline: named(desk, out, 'storyline'),
    authors: named(desk, out, 'authors'),
  };
  return claims(desk, out, (id, field) => used[field].has(id) || isUnsure(desk, field));
}

/** The fields that name what has a page of its own. */
type Section = 'tags' | 'storyline' | 'authors';

function claims(
  desk: Desk,
  sheets: readonly Sheet[],
  leadsOn: (id: string, field: Section) => boolean,
): Claim[] {
  const fixed = [...FIXED, ...ERRORS].map((address) => claim(address, ''));
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
  const articles = sheets.map(({ id, file }) => claim(`/${id}/`, file));
  const owners = ownersOf(desk);
  return [
    ...fixed,
    ...shelves,
    ...articles,
    ...pages,
    ...files,
    ...sheets.flatMap(aliasesOf),
    ...sheets.flatMap((sheet) => remembered(sheet, owners, desk.ledger)),
    ...shelfAliases(desk.tags, (id) => leadsOn(id, 'tags')),
    ...shelfAliases(desk.storylines, (id) => leadsOn(id, 'storyline')),
    ...shelfAliases(desk.authors, (id) => leadsOn(id, 'authors')),
  ];
}

/** The ids that articles name in a field. */
function named({ site }: Desk, sheets: readonly Sheet[], field: Section): Set<string> {
  return new Set(
    sheets.flatMap(({ data: { tags = [], authors = [site.desk], storyline } }) =>
      field === 'storyline' ? (storyline ?? []) : { tags, authors }[field],
    ),
  );
}

function shelfAliases(
  shelf: Shelf<{ aliases?: string[] | undefined }>,
  leadsOn: (id: string) => boolean,
): Claim[] {
  return [...shelf.values].flatMap(([id, { aliases = [] }]) =>
    (aliases.length > 0 && !leadsOn(id) ? [] : aliases).map((address) => ({
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
  const read = (known: Iterable<string>, field: Section) => {
    const used = named(desk, out, field);
    return [...known].filter((id) => used.has(id) || isUnsure(desk, field));
  };
  const tagsIn = ({ tags = [] }: Sheet['data']) => tags;
  const authorsIn = ({ authors = [desk.site.desk] }: Sheet['data']) => authors;
  const tags = read(tagsOf(desk), 'tags');
  const authors = read(desk.authors.values.keys(), 'authors');
  const sections = [
    ...tags.map((id) => routes.topic(id)),
    ...read(desk.storylines.values.keys(), 'storyline').map((id) => routes.storyline(id)),
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

/** Addresses at which the ledger knows an article to have been served; a copy of it has none. */
function remembered(sheet: Sheet, owners: ReadonlyMap<string, Sheet>, ledger: Ledger): Claim[] {
  const { number, aliases = [] } = sheet.data;
  const key = number ?? sheet.id;
  if (owners.get(key) !== sheet) return [];
  return oldAddresses(ledger, key, sheet.id)
    .filter((address) => !aliases.includes(address))
    .map((address) => ({ ...claim(address, sheet.file), kind: 'ledger' as const }));
}

function claim(address: string, file: string): Claim {
  return { kind: 'page', address, file, line: 1, column: 1, field: '' };
}

/** What two addresses have in common that a disk, a host or a reader may take for one. */
export function addressKey(address: string): string {
  return decoded(pathOf(address))
    .replace(/^\/+|\/+$/g, '')
    .replace(/(?:^|\/)index\.html$/, '')
    .normalize('NFC')
    .toLowerCase();
}

/** Without its encoding, if it has one; an encoded slash is none. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path.replace(/%(?=2f)/gi, '%25'));
  } catch {
    return path;
  }
}

/** An old address may be a whole one. */
function pathOf(address: string): string {
  return address.replace(/^https?:\/\/[^/]+/, '');
}
