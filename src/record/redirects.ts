import { oncePer } from '../lib/once.ts';
import { oldPath, plainPath } from '../lib/plain-path.ts';
import { compareText } from '../lib/text.ts';
import { addressesOf } from './addresses.ts';
import type { Archive } from './archive.ts';
import { formerFolders, underOtherNames } from './former-folders.ts';
import { SECTIONS, type Section } from './sections.ts';

/** An old address and where its page is now. */
export interface Redirect {
  /** Decoded path without a slash at its end; both `/x` and `/x/` are meant. */
  from: string;
  /** Path of the page that answers, as `Routes` spells it. */
  to: string;
}

/**
 * Every address that an entry, a topic, a storyline, an author or a page of the owner had before, from its
 * `aliases` (the ledger's among them), sorted; of what has a feed, the feed's old address too. An alias that is
 * the address of a visible entry is left out: the page wins. Each leads to its page in one hop. What lost
 * its last entry leads on as well: a feed once published never ends.
 */
export const redirects = oncePer((archive: Archive): Redirect[] => {
  const { routes } = archive;
  const whole = wholePages(archive);
  const live = new Set([routes.home(), ...whole.map(({ page }) => page)].map(plainPath));
  const found = new Map<string, string>();
  const add = (from: string, to: string): void => {
    if (from === '/' || live.has(from) || found.has(from) || UNSAFE.test(from)) return;
    found.set(from, to);
  };
  for (const { aliases = [], page, feed } of [...whole, ...sections(archive)]) {
    for (const alias of aliases.filter((alias) => !QUERY_ALIAS.test(alias))) {
      const from = oldPath(alias, routes.base);
      add(from, page);
      if (feed !== undefined) add(`${from}/rss.xml`, feed);
    }
  }
  for (const { from, to } of renamed(archive)) add(from, to);
  const former = formerFolders(archive);
  const feedsOfKinds = plainPath(routes.kind('id')).slice(0, -'id'.length);
  for (const path of archive.filed.map((path) => oldPath(path, routes.base))) {
    const names = [path, ...underOtherNames(path, former)];
    const today = names.find((name) => name.startsWith(feedsOfKinds)) ?? feedsOfKinds;
    const [kind = ''] = today.slice(feedsOfKinds.length).split('/');
    if (kind !== '' && !archive.kinds.has(kind)) add(path, routes.feed('rss'));
  }
  for (const { from, page, feed } of deserted(archive, found)) {
    add(from, page);
    add(`${from}/rss.xml`, feed);
  }
  return [...found].map(([from, to]) => ({ from, to })).sort((a, b) => compareText(a.from, b.from));
});

/** An address by which another program knew an entry: `/?p=123`. */
export const QUERY_ALIAS = /^\/\?([a-z_]{1,20}=[\w-]{1,80})$/i;

/** Where the front page leads when it is asked for with a query that was an address of something, by the query. */
export function queries(archive: Archive): Record<string, string> {
  const { routes, site } = archive;
  const feed = { aliases: site.feeds.aliases, page: routes.feed('rss') };
  const found = [feed, ...wholePages(archive), ...sections(archive)].flatMap(
    ({ aliases = [], page }) =>
      aliases.flatMap((alias): [string, string][] => {
        const query = QUERY_ALIAS.exec(alias)?.[1];
        return query === undefined ? [] : [[query, page]];
      }),
  );
  return Object.fromEntries(found.sort(([a], [b]) => compareText(a, b)));
}

/** Where other programs have the feed of a whole site, below its root. */
const OLD_FEEDS = ['feed', 'feed.xml', 'index.xml', 'rss'];

/** Folders that the ledger does not have, and that programs and links elsewhere know by their usual names. */
const KNOWN_FOLDERS = ['search', 'archive', 'feeds'] as const;

/**
 * Where readers and their programs may still look: for a feed that another program made, and for the
 * search and feeds by their usual names.
 * @param isTaken whether a page or file of the site is at a path below its folder
 */
export function wellKnown(archive: Archive, isTaken: (path: string) => boolean): Redirect[] {
  const { routes, sections, site } = archive;
  const folders = KNOWN_FOLDERS.filter((folder) => routes.renamed.includes(folder));
  const corrections = routes.feed('rss', routes.corrections());
  const usual = [
    ...folders.flatMap((folder) => below(routes.folder(folder), archive)),
    ...(sections.has('corrections') && routes.renamed.includes('corrections') ? [corrections] : []),
  ].map((to) => ({ from: plainPath(routes.usual(to)), to }));
  const named = site.feeds.aliases
    .map((alias) => plainPath(alias).slice(1))
    .filter((path) => path !== '' && !UNSAFE.test(path));
  return [
    ...[...new Set([...OLD_FEEDS, ...named])].map((path) => ({
      from: routes.base + path,
      to: routes.feed('rss'),
    })),
    ...usual,
  ].filter(({ from }) => {
    const path = from.slice(routes.base.length);
    return !isTaken(path) && !isTaken(`${path}/index.html`);
  });
}

/** Every address below a folder. */
function below(folder: string, archive: Archive): string[] {
  return addressesOf(archive)
    .map(({ path }) => path)
    .filter((path) => path.startsWith(folder));
}

/** What lies in folders that had another name before, under the names that they had. */
function renamed(archive: Archive): Redirect[] {
  const folders = formerFolders(archive);
  if (folders.length === 0) return [];
  const all = addressesOf(archive).map(({ path }) => path);
  const live = new Set(all.map(plainPath));
  return all.flatMap((to) =>
    underOtherNames(plainPath(to), folders)
      .filter((from) => !live.has(from))
      .map((from) => ({ from, to })),
  );
}

/** Steps to other folders, and what would begin a new line of a host's file: such lead nowhere. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const UNSAFE = /(?:^|\/)\.{1,2}(?:\/|$)|[\0-\x1f\x7f\\]/;

/** Something that may have had other addresses: its page of today and, where it has one, its feed. */
interface Aliased {
  aliases?: readonly string[] | undefined;
  page: string;
  feed?: string;
}

/** What is a page by itself: entries, visible or gone, and the owner's pages. */
function wholePages({ articles, withdrawn, expired, pages, routes }: Archive): Aliased[] {
  return [
    ...[...articles, ...withdrawn, ...expired].map((entry) => ({
      aliases: entry.aliases,
      page: routes.article(entry),
    })),
    ...[...pages].map(([id, { aliases }]) => ({ aliases, page: routes.page(id) })),
  ];
}

/** What has a page and a feed of its own. */
function sections({ tags, storylines, authors, routes }: Archive): Aliased[] {
  return [
    ...[...tags.values()].map(({ id, aliases }) => ({ aliases, page: routes.topic(id) })),
    ...[...storylines.values()].map(({ id, aliases }) => ({ aliases, page: routes.storyline(id) })),
    ...[...authors.values()].map(({ id, aliases }) => ({ aliases, page: routes.author(id) })),
  ].map((section) => ({ ...section, feed: routes.feed('rss', section.page) }));
}

/**
 * Topics, storylines and authors that once had entries and have none now, and sections that went: where
 * readers find others.
 * @param found what leads on already
 */
function deserted(
  archive: Archive,
  found: ReadonlyMap<string, string>,
): { from: string; page: string; feed: string }[] {
  const { routes, filed } = archive;
  const live = new Set(sections(archive).map(({ page }) => plainPath(page)));
  const listOf = (section: Section): string =>
    archive.sections.has(section) ? routes[section]() : routes.home();
  const lists = new Map(
    SECTIONS.map((section) => [plainPath(routes[section]()), listOf(section)] as const),
  );
  const kinds = [
    { one: routes.topic('id'), page: listOf('topics') },
    { one: routes.storyline('id'), page: listOf('storylines') },
    { one: routes.author('id'), page: routes.home() },
  ].map(({ one, page }) => ({ folder: plainPath(one).slice(0, -'id'.length), page }));
  const former = formerFolders(archive);
  return filed.flatMap((path) => {
    const from = oldPath(path, routes.base);
    const names = [from, ...underOtherNames(from, former)];
    const renamed = names.find((name) => found.has(name)) ?? '';
    const way = (name: string) =>
      lists.get(name) ?? kinds.find(({ folder }) => name.startsWith(folder))?.page;
    const page = found.get(renamed) ?? names.map(way).find((one) => one !== undefined);
    if (page === undefined || live.has(from) || plainPath(page) === from) return [];
    return [{ from, page, feed: found.get(`${renamed}/rss.xml`) ?? routes.feed('rss') }];
  });
}

/** Decoded paths of the entries that were withdrawn or expired: their addresses answer 410 Gone (RFC 9110, 15.5.11). */
export function gone({
  withdrawn,
  expired,
  routes,
}: Pick<Archive, 'withdrawn' | 'expired' | 'routes'>): string[] {
  return [...withdrawn, ...expired]
    .map((entry) => `${plainPath(routes.article(entry))}/`)
    .sort(compareText);
}
