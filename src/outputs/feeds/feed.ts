import { voiceOf } from '../../i18n/index.ts';
import { xmlSafe } from '../../lib/xml.ts';
import type { Archive } from '../../record/archive.ts';
import type { Article } from '../../record/article.ts';
import type { Author } from '../../record/authors.ts';
import { newestFirst } from '../../record/order.ts';
import type { FeedFormat } from '../../record/routes.ts';
import type { Storyline } from '../../record/storylines.ts';
import type { Tag } from '../../record/tags.ts';
import {
  correctionItem,
  type FeedItem,
  type FeedPerson,
  type ItemSource,
  tagUri,
} from './feed-item.ts';
import { type FeedLink, sectionFeed, siteFeeds } from './feed-list.ts';
import { inPlaces } from './feed-places.ts';

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
  author: FeedPerson;
  licence: { name: string; url: string };
  icon: string;
  /** The stylesheet that makes the raw feed readable. */
  stylesheet: string;
  updated: number;
  /** Newest first. */
  items: FeedItem[];
}

/** The weight that a feed should stay below, in bytes as it is sent. */
const FEED_BUDGET = 300_000;

/** A feed by the section that it is of; undefined for the whole record. */
export interface SectionFeed {
  /** Path of the section below the site, without slashes at its ends. */
  section: string | undefined;
  /** Makes it of items. */
  feed: (source: ItemSource) => Feed;
}

/** The feed of the whole record, which every format has. */
export function wholeFeed(): SectionFeed[] {
  return [{ section: undefined, feed: siteFeed }];
}

/** Every feed: those of sections are RSS. That of the corrections begins with the first one. */
export function rssFeeds({
  authors,
  corrections,
  routes,
  sections,
  storylines,
  tags,
}: Archive): SectionFeed[] {
  const at = (path: string, feed: SectionFeed['feed']): SectionFeed => ({
    section: routes.below(path).replace(/\/$/, ''),
    feed,
  });
  return [
    ...wholeFeed(),
    ...(corrections.length > 0 && sections.has('corrections')
      ? [at(routes.corrections(), correctionsFeed)]
      : []),
    ...[...tags.values()].map((tag) =>
      at(routes.topic(tag.id), (source) => topicFeed(source, tag)),
    ),
    ...[...storylines.values()].map((storyline) =>
      at(routes.storyline(storyline.id), (source) => storylineFeed(source, storyline)),
    ),
    ...[...authors.values()].map((author) =>
      at(routes.author(author.id), (source) => authorFeed(source, author)),
    ),
  ];
}

/** The whole record. */
export function siteFeed(source: ItemSource): Feed {
  const { archive } = source;
  const { site, routes } = archive;
  const links = siteFeeds(archive);
  return {
    ...frame(archive, links, routes.home()),
    title: site.name,
    description: site.description,
    ...entries(source, archive.articles, () => true, site.feeds.site),
  };
}

/** Entries of a topic. */
export function topicFeed(source: ItemSource, tag: Tag): Feed {
  const { site, routes } = source.archive;
  const { t } = voiceOf(site);
  const description = tag.description || t.inFeeds.topicText({ site: site.name, name: tag.name });
  return {
    ...section(source, tag.name, description, routes.topic(tag.id)),
    ...entries(source, tag.articles, ({ tags }) => tags.includes(tag.id), site.feeds.section),
  };
}

/** A storyline: its parts, as many as the weight allows. */
export function storylineFeed(source: ItemSource, storyline: Storyline): Feed {
  const { id, name, description, parts } = storyline;
  return {
    ...section(source, name, description, source.archive.routes.storyline(id)),
    ...entries(source, parts, (article) => article.storyline === id, Number.POSITIVE_INFINITY),
  };
}

/** Entries by an author. */
export function authorFeed(source: ItemSource, author: Author): Feed {
  const { site, routes } = source.archive;
  const { t } = voiceOf(site);
  const description = author.bio ?? t.inFeeds.authorText({ site: site.name, name: author.name });
  return {
    ...section(source, author.name, description, routes.author(author.id)),
    ...entries(source, author.articles, (it) => it.authors.includes(author.id), site.feeds.section),
  };
}

/** The corrections, each an item of its own. */
export function correctionsFeed(source: ItemSource): Feed {
  const { archive } = source;
  const { site, routes } = archive;
  const { t } = voiceOf(site);
  const description = t.inFeeds.correctionsText({ site: site.name });
  const items = archive.corrections
    .slice(0, site.feeds.section)
    .map((correction) => correctionItem(correction, archive));
  return {
    ...section(source, t.feeds.corrections, description, routes.corrections()),
    ...closed(items, archive),
  };
}

/** What is the same in all feeds of a publication. */
function frame(archive: Archive, links: readonly FeedLink[], page: string) {
  const { site, routes } = archive;
  const home = routes.absolute(routes.home());
  return {
    id: tagUri(archive, `feed/${page.slice(routes.base.length)}`),
    url: routes.absolute(page),
    self: Object.fromEntries(links.map(({ format, path }) => [format, routes.absolute(path)])),
    hubs: site.ping.hubs,
    language: site.locale,
    author: { name: site.name, url: home },
    licence: site.licence,
    icon: routes.absolute(routes.file('icon-512.png')),
    stylesheet: routes.feedStyle(),
  };
}

function section({ archive }: ItemSource, name: string, description: string, page: string) {
  const { t } = voiceOf(archive.site);
  const link = sectionFeed(archive, t, name, page);
  return {
    ...frame(archive, [link], page),
    title: xmlSafe(link.title),
    description: xmlSafe(description),
  };
}

/**
 * As many entries as the count and the weight allow, newest first; an item is sent whole or not at all.
 * @param belongs whether a withdrawn entry was one of them: then the feed carries its notice
 */
function entries(
  source: ItemSource,
  articles: readonly Article[],
  belongs: (withdrawn: Article) => boolean,
  count: number,
) {
  const withdrawn = source.archive.withdrawn.filter(belongs);
  const carried: Article[] = [];
  let weight = 0;
  for (const article of inPlaces(articles, withdrawn, count)) {
    weight += source.weight(article);
    if (weight > FEED_BUDGET && carried.length > 0) break;
    carried.push(article);
  }
  const items = carried.sort(newestFirst).map((article) => source.item(article));
  return closed(items, source.archive);
}

/** Items with the moment at which the newest of them changed. */
function closed(items: FeedItem[], { site }: Archive): Pick<Feed, 'items' | 'updated'> {
  const launch = Date.UTC(site.identity.year, 0);
  const updated = items.reduce((last, item) => Math.max(last, item.updated), 0);
  return { items, updated: updated === 0 ? launch : updated };
}
