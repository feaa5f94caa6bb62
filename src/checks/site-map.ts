import { groupByEach } from '../lib/group.ts';
import { oncePer } from '../lib/once.ts';
import { plainPath } from '../lib/plain-path.ts';
import { topicSlug } from '../lib/slug.ts';
import { type Addressed, MADE_FOLDERS } from '../record/address-names.ts';
import { type Address, type AddressSource, addresses } from '../record/addresses.ts';
import { type ArticleFile, addressed, placeOfField } from '../record/article-file.ts';
import { formerFolders, underOtherNames } from '../record/former-folders.ts';
import { type LedgerEntry, oldAddresses } from '../record/ledger.ts';
import { Routes } from '../record/routes.ts';
import { SECTIONS, sectionsOf } from '../record/sections.ts';
import { addressKey, decoded, pathOf } from './address-key.ts';
import {
  type Collection,
  type ContentModel,
  isAhead,
  isUnsure,
  type PageFile,
  registeredIn,
  stateOf,
} from './model.ts';

/** An address of the site and what claims it. */
export interface Claim {
  /** Path from the site's root, without the base path. */
  address: string;
  /** The address as hosts may read it: {@link addressKey}. */
  key: string;
  /** A page or file, an old address that is written down, or one that the ledger remembers. */
  kind: 'page' | 'alias' | 'ledger';
  /** File that claims it; empty for a page that the site always has. */
  file: string;
  line: number;
  column: number;
  field: string;
}

/** The addresses of a publication without the base path. */
export const routesOf = oncePer(({ site }: ContentModel): Routes => Routes.rootless(site));

/** Whether an address is one that the build gives to something of its own. */
export function isGenerated(address: string, model: ContentModel): boolean {
  const routes = routesOf(model);
  const path = decoded(pathOf(address)).replace(/\/(?:index\.html)?$/, '');
  return routes.isGenerated(path) || routes.isGenerated(`${path}/`);
}

/** The pages of errors, which Astro makes or writes elsewhere, and the folders of files that are made. */
const RESERVED = ['404', '500', ...MADE_FOLDERS].map((name) => `/${name}/`);

/** Every address that the publication will have, drafts' and future articles' among them. */
export const addressesOf = oncePer((model: ContentModel): Claim[] =>
  claims(model, model.articles, () => true),
);

/**
 * The addresses at which readers find something: none of drafts and future articles, and no old ones
 * of topics, storylines and authors that only those name, for nothing redirects from there.
 */
export const addressesForReaders = oncePer((model: ContentModel): Claim[] => {
  const all = model.articles;
  const some = all.filter((article) => !isAhead(article, model));
  // most often all are out, and their claims are made already
  const out = some.length === all.length ? all : some;
  const used = ofSections(
    (section) => new Set(out.flatMap(({ data }) => idsIn(data, section, model))),
  );
  return claims(
    model,
    out,
    (id, section) => used[section].has(id) || isUnsure(model, FIELDS[section]),
  );
});

/** The collections whose entries have pages of their own, and the fields in which articles name them. */
const FIELDS = { tags: 'tags', storylines: 'storyline', authors: 'authors' } as const;
type Section = keyof typeof FIELDS;

function ofSections<Value>(value: (section: Section) => Value): Record<Section, Value> {
  return { tags: value('tags'), storylines: value('storylines'), authors: value('authors') };
}

function claims(
  model: ContentModel,
  articles: readonly ArticleFile[],
  leadsOn: (id: string, section: Section) => boolean,
): Claim[] {
  const all = [
    ...claimsBeside(model)(articles),
    ...Object.values(
      ofSections((section) => collectionAliases(model[section], (id) => leadsOn(id, section))),
    ).flat(),
  ];
  return [...all, ...renamed(all, model)];
}

/** The claims of everything but of what topics, storylines and authors had for addresses before. */
const claimsBeside = oncePer((model: ContentModel) =>
  oncePer((articles: readonly ArticleFile[]): Claim[] => makeClaims(model, articles)),
);

function makeClaims(model: ContentModel, articles: readonly ArticleFile[]): Claim[] {
  const routes = routesOf(model);
  const all = addresses({
    ...sourceOf(model, articles),
    ...ofSections((section) => new Map(idsOf(model, section).map((id) => [id, []]))),
    // named with their files below
    pages: [],
  });
  const years = new Set(
    model.articles.flatMap(({ id }) => (/^\d{4}\//.test(id) ? routes.year(id.slice(0, 4)) : [])),
  );
  const out = new Set(articles);
  return [
    ...[...RESERVED, ...years].map((address) => claim(address, '')),
    // those that the site always has first: whoever takes one is told
    ...all
      .map((address) => claim(address.path, fileOf(address)))
      .sort((a, b) => Number(a.file !== '') - Number(b.file !== '')),
    ...model.pages.map(({ id, file }) => claim(routes.page(id), file)),
    ...model.publicFiles.map((name) => claim(routes.file(name), `public/${name}`)),
    ...leftSections(model),
    ...[...articles, ...model.pages].flatMap(aliasesOf),
    ...[...registeredIn(model)].flatMap(([key, article]) =>
      out.has(article) ? remembered(article, model.ledger.articles[key], model) : [],
    ),
  ];
}

/** Where pages, feeds and old addresses were while their folders had other names. */
function renamed(claims: readonly Claim[], model: ContentModel): Claim[] {
  const folders = formerFolders({
    routes: routesOf(model),
    filed: Object.keys(model.ledger.pages),
    folders: model.ledger.folders ?? {},
  });
  if (folders.length === 0) return [];
  return claims.flatMap((one) =>
    underOtherNames(plainPath(one.address), folders).map(
      (path): Claim => ({ ...claim(`${path}/`, one.file), kind: 'ledger' }),
    ),
  );
}

/** What had another address before and leads on, but for sections that are switched off. */
export function movedFor(model: ContentModel): Map<string, Claim> {
  const left = new Set(leftSections(model).map(({ key }) => key));
  const moved = addressesForReaders(model).filter(
    ({ kind, key }) => kind !== 'page' && !left.has(key),
  );
  return new Map(moved.map((claim) => [claim.key, claim]));
}

/** Where sections were that are switched off: what was published there leads to the front page. */
function leftSections(model: ContentModel): Claim[] {
  const { site, ledger, pages } = model;
  const routes = routesOf(model);
  return SECTIONS.filter((section) => !site.sections[section] && routes[section]() in ledger.pages)
    .filter((section) => pages.every(({ id }) => routes.page(id) !== routes[section]()))
    .map((section) => ({ ...claim(routes[section](), ''), kind: 'ledger' as const }));
}

/** An article in the list of addresses. */
interface Entry extends Addressed {
  article: ArticleFile;
}

/** What the addresses of some articles follow from, each topic, storyline and author that they name among it. */
function sourceOf(model: ContentModel, articles: readonly ArticleFile[]): AddressSource<Entry> {
  // articles come by path, oldest first
  const listed = articles.toReversed().flatMap((article): Entry[] => {
    const entry = { ...addressed(article, model.site.zone), article };
    // one that lies in no year's folder has no address yet
    return entry.slug === '' ? [] : [entry];
  });
  return {
    routes: routesOf(model),
    pageSize: model.site.counts.page,
    articles: listed,
    ...ofSections((section) =>
      groupByEach(listed, ({ article: { data } }) => idsIn(data, section, model)),
    ),
    sections: new Set(SECTIONS.filter((section) => model.site.sections[section])),
    pages: model.pages.map(({ id }) => id),
    kinds: model.site.kinds.map(({ id }) => id),
  };
}

/** The file that an address comes from; empty for a page that the site always has. */
function fileOf({ kind, id, entries = [] }: Address<Entry>): string {
  switch (kind) {
    case 'article':
      return entries[0]?.article.file ?? '';
    case 'topic':
      return 'content/tags.yaml';
    case 'storyline':
    case 'author':
      return `content/${kind}s/${id}.yaml`;
    default:
      return '';
  }
}

/** The ids of a section that an article names. */
function idsIn(
  { tags = [], authors, storyline }: ArticleFile['data'],
  section: Section,
  { site }: ContentModel,
): readonly string[] {
  if (section === 'storylines') return storyline === undefined ? [] : [storyline];
  return section === 'tags' ? tags : (authors ?? [site.desk]);
}

/** The ids of a section; an open vocabulary has the tags of its articles too. */
function idsOf(model: ContentModel, section: Section): string[] {
  const isOpen = section === 'tags' && model.site.vocabulary === 'open';
  const named = isOpen ? model.articles.flatMap(({ data }) => data.tags ?? []) : [];
  // one without a letter has no address, which is its own problem
  const known = named.filter((tag) => topicSlug(tag) !== '');
  return [...new Set([...model[section].values.keys(), ...known])];
}

function collectionAliases(
  collection: Collection<{ aliases?: string[] | undefined }>,
  leadsOn: (id: string) => boolean,
): Claim[] {
  return [...collection.values].flatMap(([id, { aliases = [] }]) =>
    (aliases.length > 0 && !leadsOn(id) ? [] : aliases).map((address) => ({
      kind: 'alias' as const,
      address,
      key: addressKey(address),
      ...collection.at(id),
      field: 'aliases',
    })),
  );
}

/**
 * The pages and files that a reader finds now: of topics, storylines and authors only those with an
 * entry that is out.
 */
export function pagesForReaders(model: ContentModel): string[] {
  const routes = routesOf(model);
  const out = model.articles.filter((article) => stateOf(article, model) === 'published');
  const undated = model.articles.filter((article) => stateOf(article, model) === undefined);
  const source = sourceOf(model, out);
  const lists = ofSections((section) => {
    const lists = source[section];
    const isKnown = !isUnsure(model, FIELDS[section]);
    const perhaps = new Set(undated.flatMap(({ data }) => idsIn(data, section, model)));
    const ids = idsOf(model, section).filter((id) => lists.has(id) || perhaps.has(id) || !isKnown);
    return new Map(ids.map((id) => [id, lists.get(id) ?? []]));
  });
  const sections = sectionsOf(model.site, {
    topics: lists.tags.size,
    storylines: lists.storylines.size,
    glossary: model.glossary.values.size + model.glossary.broken.size,
    corrections:
      out.filter(({ data }) => data.corrections?.length).length +
      model.articles.filter((article) => stateOf(article, model) === 'withdrawn').length,
  });
  const all = addresses({ ...source, ...lists, sections });
  return [...all.map(({ path }) => path), ...model.publicFiles.map((name) => routes.file(name))];
}

function aliasesOf({ file, data, places }: ArticleFile | PageFile): Claim[] {
  return (data.aliases ?? []).map((alias, i) => {
    const field = `aliases[${i}]`;
    const [line, column] = placeOfField(places, field);
    return { ...claim(alias, file), kind: 'alias' as const, line, column, field };
  });
}

/** The address of an article, without the base path. */
export function addressOf(article: ArticleFile, model: ContentModel): string {
  return routesOf(model).article(addressed(article, model.site.zone));
}

/** Addresses at which the ledger knows an article to have been served. */
function remembered(
  article: ArticleFile,
  entry: LedgerEntry | undefined,
  model: ContentModel,
): Claim[] {
  const { aliases = [] } = article.data;
  return oldAddresses(entry, addressOf(article, model))
    .filter((address) => !aliases.includes(address))
    .map((address) => ({ ...claim(address, article.file), kind: 'ledger' as const }));
}

function claim(address: string, file: string): Claim {
  const key = addressKey(address);
  return { kind: 'page', address, key, file, line: 1, column: 1, field: '' };
}
