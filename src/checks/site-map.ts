import { groupByEach } from '../lib/group.ts';
import { type Address, type AddressSource, addresses, type Listed } from '../record/addresses.ts';
import { type Ledger, oldAddresses } from '../record/ledger.ts';
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
  const empty = (ids: Iterable<string>) => new Map([...ids].map((id) => [id, []]));
  const all = addresses({
    ...sourceOf(desk, sheets),
    tags: empty(tagsOf(desk)),
    storylines: empty(desk.storylines.values.keys()),
    authors: empty(desk.authors.values.keys()),
    // named with their files below
    pages: [],
  });
  const years = new Set(desk.sheets.map(({ id }) => routes.year(id.slice(0, 4))));
  const owners = ownersOf(desk);
  return [
    ...[...ERRORS, ...years].map((address) => claim(address, '')),
    ...all.map((address) => claim(address.path, fileOf(address))),
    ...desk.pages.map(({ id, file }) => claim(routes.page(id), file)),
    ...desk.publicFiles.map((name) => claim(routes.file(name), `public/${name}`)),
    ...sheets.flatMap(aliasesOf),
    ...sheets.flatMap((sheet) => remembered(sheet, owners, desk.ledger)),
    ...shelfAliases(desk.tags, (id) => leadsOn(id, 'tags')),
    ...shelfAliases(desk.storylines, (id) => leadsOn(id, 'storyline')),
    ...shelfAliases(desk.authors, (id) => leadsOn(id, 'authors')),
  ];
}

/** An article in the list of addresses. */
interface Entry extends Listed {
  sheet: Sheet;
}

/** What the addresses of some articles follow from, each topic, storyline and author that they name among it. */
function sourceOf(desk: Desk, sheets: readonly Sheet[]): AddressSource<Entry> {
  // sheets come by path, oldest first
  const articles = sheets.toReversed().flatMap((sheet): Entry[] => {
    const [year = '', ...slug] = sheet.id.split('/');
    // one that lies in no year's folder has no address yet
    return slug.length === 0 ? [] : [{ year, slug: slug.join('/'), sheet }];
  });
  const lists = (field: Section) =>
    groupByEach(articles, ({ sheet: { data } }) => idsIn(data, field, desk));
  return {
    routes,
    pageSize: desk.site.counts.page,
    articles,
    tags: lists('tags'),
    storylines: lists('storyline'),
    authors: lists('authors'),
    pages: desk.pages.map(({ id }) => id),
    corrected: sheets.some(({ data }) => (data.corrections ?? []).length > 0),
  };
}

/** The file that an address comes from; empty for a page that the site always has. */
function fileOf({ kind, id, entries = [] }: Address<Entry>): string {
  switch (kind) {
    case 'article':
      return entries[0]?.sheet.file ?? '';
    case 'topic':
      return 'content/tags.yaml';
    case 'storyline':
    case 'author':
      return `content/${kind}s/${id}.yaml`;
    default:
      return '';
  }
}

/** The ids that an article names in a field. */
function idsIn(
  { tags = [], authors, storyline }: Sheet['data'],
  field: Section,
  { site }: Desk,
): readonly string[] {
  if (field === 'storyline') return storyline === undefined ? [] : [storyline];
  return field === 'tags' ? tags : (authors ?? [site.desk]);
}

/** The ids that articles name in a field. */
function named(desk: Desk, sheets: readonly Sheet[], field: Section): Set<string> {
  return new Set(sheets.flatMap(({ data }) => idsIn(data, field, desk)));
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
  const source = sourceOf(desk, out);
  const known = (lists: AddressSource<Entry>['tags'], ids: Iterable<string>, field: Section) =>
    new Map(
      [...ids]
        .filter((id) => lists.has(id) || isUnsure(desk, field))
        .map((id) => [id, lists.get(id) ?? []]),
    );
  const all = addresses({
    ...source,
    tags: known(source.tags, tagsOf(desk), 'tags'),
    storylines: known(source.storylines, desk.storylines.values.keys(), 'storyline'),
    authors: known(source.authors, desk.authors.values.keys(), 'authors'),
  });
  return [...all.map(({ path }) => path), ...desk.publicFiles.map((name) => routes.file(name))];
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
