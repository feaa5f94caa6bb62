import { groupByEach } from '../lib/group.ts';
import { oncePer } from '../lib/once.ts';
import { topicSlug } from '../lib/slug.ts';
import { percentDecoded } from '../lib/text.ts';
import { type Address, type AddressSource, addresses, type Listed } from '../record/addresses.ts';
import { type ArticleFile, placeOfField } from '../record/article-file.ts';
import { type LedgerEntry, oldAddresses } from '../record/ledger.ts';
import { Routes } from '../record/routes.ts';
import { SECTIONS, sectionsOf } from '../record/sections.ts';
import {
  type Collection,
  type ContentModel,
  isAhead,
  isUnsure,
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
  return [
    ...claimsBeside(model)(articles),
    ...Object.values(
      ofSections((section) => collectionAliases(model[section], (id) => leadsOn(id, section))),
    ).flat(),
  ];
}

/** The claims of everything but of what topics, storylines and authors had for addresses before. */
const claimsBeside = oncePer((model: ContentModel) =>
  oncePer((articles: readonly ArticleFile[]): Claim[] => makeClaims(model, articles)),
);

function makeClaims(model: ContentModel, articles: readonly ArticleFile[]): Claim[] {
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
    ...[...ERRORS, ...years].map((address) => claim(address, '')),
    ...all.map((address) => claim(address.path, fileOf(address))),
    ...model.pages.map(({ id, file }) => claim(routes.page(id), file)),
    ...model.publicFiles.map((name) => claim(routes.file(name), `public/${name}`)),
    ...leftSections(model),
    ...articles.flatMap(aliasesOf),
    ...[...registeredIn(model)].flatMap(([key, article]) =>
      out.has(article) ? remembered(article, model.ledger.articles[key]) : [],
    ),
  ];
}

/** Where sections were that are switched off: what was published there leads to the front page. */
function leftSections({ site, ledger, pages }: ContentModel): Claim[] {
  return SECTIONS.filter((section) => !site.sections[section] && routes[section]() in ledger.pages)
    .filter((section) => pages.every(({ id }) => routes.page(id) !== routes[section]()))
    .map((section) => ({ ...claim(routes[section](), ''), kind: 'ledger' as const }));
}

/** An article in the list of addresses. */
interface Entry extends Listed {
  article: ArticleFile;
}

/** What the addresses of some articles follow from, each topic, storyline and author that they name among it. */
function sourceOf(model: ContentModel, articles: readonly ArticleFile[]): AddressSource<Entry> {
  // articles come by path, oldest first
  const listed = articles.toReversed().flatMap((article): Entry[] => {
    const [year = '', ...slug] = article.id.split('/');
    // one that lies in no year's folder has no address yet
    return slug.length === 0 ? [] : [{ year, slug: slug.join('/'), article }];
  });
  return {
    routes,
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

function aliasesOf(article: ArticleFile): Claim[] {
  return (article.data.aliases ?? []).map((alias, i) => {
    const field = `aliases[${i}]`;
    const [line, column] = placeOfField(article.places, field);
    return { ...claim(alias, article.file), kind: 'alias' as const, line, column, field };
  });
}

/** Addresses at which the ledger knows an article to have been served. */
function remembered(article: ArticleFile, entry: LedgerEntry | undefined): Claim[] {
  const { aliases = [] } = article.data;
  return oldAddresses(entry, article.id)
    .filter((address) => !aliases.includes(address))
    .map((address) => ({ ...claim(address, article.file), kind: 'ledger' as const }));
}

function claim(address: string, file: string): Claim {
  const key = addressKey(address);
  return { kind: 'page', address, key, file, line: 1, column: 1, field: '' };
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
  return percentDecoded(path.replace(/%(?=2f)/gi, '%25')) ?? path;
}

/** An old address may be a whole one. */
function pathOf(address: string): string {
  return address.replace(/^https?:\/\/[^/]+/, '');
}
