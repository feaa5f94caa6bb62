import type { Archive } from '../../record/archive.ts';
import { FEEDS, type FeedFormat } from '../../record/routes.ts';
import { type FeedItem, type FeedPerson, tagUri } from './feed-item.ts';
import type { FeedLink } from './feed-list.ts';

/*
 * A feed, whatever its format. Every text in it is free of characters that XML cannot carry, every
 * address is absolute, every order is total, and no moment of a build is in it.
 */

export interface Feed {
  id: string;
  title: string;
  /** Plain text. */
  description: string;
  /** The page that the feed is a feed of. */
  url: string;
  /** Its own public address, by format; a format that it is not published in is missing. */
  self: Partial<Record<FeedFormat, string>>;
  /** WebSub hubs that tell subscribers at once when the feed changes. */
  hubs: readonly string[];
  language: string;
  /** Zone of its dates. */
  zone: string;
  author: FeedPerson;
  licence: { name: string; url: string };
  icon: string;
  /** A small one. */
  favicon: string;
  /** The stylesheet that makes the raw feed readable. */
  stylesheet: string;
  /** Where the rest of the record is, in the form of Atom (RFC 5005). */
  archive: FeedArchive;
  updated: number;
  /** Newest first. */
  items: FeedItem[];
}

/** The places of a feed and of the pages of its archive among each other, by their addresses. */
export interface FeedArchive {
  older?: string | undefined;
  newer?: string | undefined;
  /** Whether the feed is itself such a page; else it is the one that readers follow. */
  isPage?: boolean;
  /** Of one of several pages: the feed that readers follow. */
  current?: string | undefined;
}

/** The links of a feed to the pages of its archive, each with its relation. */
export function archiveLinks({ older, newer, current }: FeedArchive) {
  const links = { 'prev-archive': older, 'next-archive': newer, current };
  return Object.entries(links).flatMap(([rel, href]) =>
    href === undefined ? [] : [{ rel, type: FEEDS.atom.type, href }],
  );
}

/** What is the same in all feeds of a publication. */
export function frame(
  archive: Archive,
  links: readonly Pick<FeedLink, 'format' | 'path'>[],
  page: string,
) {
  const { site, routes } = archive;
  const home = routes.absolute(routes.home());
  return {
    // an id for ever: whatever its folder is called now
    id: tagUri(archive, `feed/${routes.usual(page).slice(routes.base.length)}`),
    url: routes.absolute(page),
    self: Object.fromEntries(links.map(({ format, path }) => [format, routes.absolute(path)])),
    hubs: site.ping.hubs,
    language: site.locale,
    zone: site.zone,
    author: { name: site.name, url: home },
    licence: site.licence,
    icon: routes.absolute(routes.file('icon-512.png')),
    favicon: routes.absolute(routes.file('icon-192.png')),
    stylesheet: routes.feedStyle(),
    archive: {},
  };
}

/** Items, newest first, with the moment at which the newest of them changed. */
export function itemsOf(
  unsorted: readonly FeedItem[],
  { site }: Archive,
): Pick<Feed, 'items' | 'updated'> {
  const items = unsorted.toSorted((a, b) => b.published - a.published);
  const launch = Date.UTC(site.identity.year, 0);
  const updated = items.reduce((last, item) => Math.max(last, item.updated), 0);
  return { items, updated: updated === 0 ? launch : updated };
}
