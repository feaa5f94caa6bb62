import { voiceOf } from '../../i18n/index.ts';
import { xmlSafe } from '../../lib/xml.ts';
import type { Archive } from '../../record/archive.ts';
import type { Article } from '../../record/article.ts';
import type { Author } from '../../record/authors.ts';
import type { Storyline } from '../../record/storylines.ts';
import type { Tag } from '../../record/tags.ts';
import { newestArchive } from './feed-archive.ts';
import { type Feed, frame, itemsOf } from './feed-frame.ts';
import { correctionItem, type FeedItem, type ItemSource } from './feed-item.ts';
import { kindFeed as kindLink, sectionFeed, siteFeeds } from './feed-list.ts';
import { inPlaces } from './feed-places.ts';

/** The weight that a feed should stay below, in bytes as it is sent. */
const FEED_BUDGET = 265_000;

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

/** Every feed: those of sections are RSS. That of the corrections is there before the first one. */
export function rssFeeds({
  authors,
  kinds,
  routes,
  sections,
  storylines,
  tags,
}: Archive): SectionFeed[] {
  const at = (path: string, feed: SectionFeed['feed']): SectionFeed => ({
    section: routes.param(path),
    feed,
  });
  return [
    ...wholeFeed(),
    ...(sections.has('corrections') ? [at(routes.corrections(), correctionsFeed)] : []),
    ...[...kinds].map(([kind, entries]) =>
      at(routes.kind(kind), (source) => kindFeed(source, kind, entries)),
    ),
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
    archive: { older: newestArchive(archive) },
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
  const { t, within } = voiceOf(site);
  const name = within(author.name);
  const description = author.bio ?? t.inFeeds.authorText({ site: site.name, name });
  return {
    ...section(source, author.name, description, routes.author(author.id)),
    ...entries(source, author.articles, (it) => it.authors.includes(author.id), site.feeds.section),
  };
}

/** Entries of a kind. */
export function kindFeed(source: ItemSource, kind: string, articles: readonly Article[]): Feed {
  const { archive } = source;
  const { site, routes } = archive;
  const { t } = voiceOf(site);
  const link = kindLink(archive, t, kind);
  return {
    ...frame(archive, [link], routes.kind(kind)),
    url: routes.absolute(link.page),
    title: xmlSafe(link.title),
    description: site.description,
    ...entries(source, articles, (withdrawn) => withdrawn.kind === kind, site.feeds.section),
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
    ...itemsOf(items, archive),
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
 * As many entries as the count and the weight allow, newest first; what is due beyond the weight comes
 * short.
 * @param belongs whether a withdrawn entry was one of them: then the feed carries its notice
 */
function entries(
  source: ItemSource,
  articles: readonly Article[],
  belongs: (withdrawn: Article) => boolean,
  count: number,
) {
  const { archive } = source;
  const withdrawn = archive.withdrawn.filter(belongs);
  const items: FeedItem[] = [];
  let weight = 0;
  for (const { article, isDue } of inPlaces([...articles, ...withdrawn], archive, count)) {
    const whole = source.weight(article);
    if (weight + whole <= FEED_BUDGET || items.length === 0) {
      weight += whole;
      items.push(source.item(article));
    } else if (isDue) {
      items.push(source.short(article));
    } else {
      break;
    }
  }
  return itemsOf(items, archive);
}
