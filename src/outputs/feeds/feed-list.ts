import { type Strings, voiceOf } from '../../i18n/index.ts';
import type { Archive } from '../../record/archive.ts';
import { FEED_FORMATS, FEEDS, type FeedFormat } from '../../record/routes.ts';

/** A feed of the publication. */
export interface FeedLink {
  /** What it is a feed of: the publication, or the name of a section. */
  name: string;
  /** Its title, different from every other's. */
  title: string;
  format: FeedFormat;
  path: string;
  /** Path of the page that it is a feed of. */
  page: string;
}

/** Feeds of the whole record, one a format. */
export function siteFeeds({ site, routes }: Archive): FeedLink[] {
  const { t } = voiceOf(site);
  return FEED_FORMATS.map((format) => ({
    name: site.name,
    title: t.feeds.formatOf({ site: site.name, format: FEEDS[format].name }),
    format,
    path: routes.feed(format),
    page: routes.home(),
  }));
}

/**
 * The feed of a section: a topic, a storyline, an author, a kind, the corrections.
 * @param page of its entries, if the section has no page
 */
export function sectionFeed(
  { site, routes }: Archive,
  t: Strings,
  name: string,
  section: string,
  page = section,
): FeedLink {
  const title = t.feeds.titleOf({ site: site.name, name });
  return { name, title, format: 'rss', path: routes.feed('rss', section), page };
}

/** The feed of a kind. */
export function kindFeed(archive: Archive, t: Strings, kind: string): FeedLink {
  const { routes } = archive;
  const name = t.feeds.only({ kind: voiceOf(archive.site).named.kind(kind) });
  return sectionFeed(archive, t, name, routes.kind(kind), routes.archive());
}

/** Feeds of sections, by what they are sections of. */
export interface FeedGroups {
  corrections: FeedLink[];
  kind: FeedLink[];
  storyline: FeedLink[];
  topic: FeedLink[];
  author: FeedLink[];
}

/** Every feed but those of the whole record. */
export function sectionFeeds(archive: Archive, t: Strings): FeedGroups {
  const { routes } = archive;
  const feed = (name: string, section: string) => sectionFeed(archive, t, name, section);
  return {
    corrections: archive.sections.has('corrections')
      ? [feed(t.feeds.corrections, routes.corrections())]
      : [],
    kind: [...archive.kinds.keys()].map((kind) => kindFeed(archive, t, kind)),
    storyline: [...archive.storylines.values()].map(({ id, name }) =>
      feed(name, routes.storyline(id)),
    ),
    topic: [...archive.tags.values()].map(({ id, name }) => feed(name, routes.topic(id))),
    author: [...archive.authors.values()].map(({ id, name }) => feed(name, routes.author(id))),
  };
}
