import { voiceOf } from '../i18n/index.ts';
import { type FeedLink, sectionFeeds, siteFeeds } from '../outputs/feeds/feed-list.ts';
import type { Archive } from '../record/archive.ts';
import { FEEDS } from '../record/routes.ts';
import type { ListView, Section } from './list.ts';
import { type Link, namedPage, pageView } from './page.ts';

/** A feed: its kind, what it is a feed of, and its address to copy. */
export interface FeedRow extends Link {
  format: string;
  url: string;
}

/** Feeds of like things, of which there may be many: names alone, each with the address behind it. */
export interface FeedGroup {
  id: string;
  title: string;
  links: Link[];
}

/** Every feed, in groups by what they are feeds of. */
export function feedsView(archive: Archive): ListView {
  const { routes } = archive;
  const { t } = voiceOf(archive.site);
  const rowOf = (format: string, name: string, path: string): FeedRow => ({
    format,
    name,
    href: path,
    url: routes.absolute(path),
  });
  const section = (id: string, title: string, feeds: FeedLink[]): Section<FeedRow> => ({
    id,
    title,
    isYear: false,
    rows: feeds.map(({ format, name, path }) => rowOf(FEEDS[format].name, name, path)),
  });
  const group = (id: string, title: string, feeds: FeedLink[]): FeedGroup => ({
    id,
    title,
    links: feeds.map(({ name, path }) => ({ name, href: routes.absolute(path) })),
  });
  const { corrections, kind, storyline, topic, author } = sectionFeeds(archive, t);
  const whole = section('site', t.feeds.whole, siteFeeds(archive));
  return {
    ...pageView(namedPage('feeds', archive), archive),
    header: { label: t.shell.subscribe, title: t.places.feeds, text: t.feeds.text },
    feeds: [
      { ...whole, rows: [...whole.rows, rowOf('OPML', t.feeds.opml, routes.opml())] },
      section('corrections', t.feeds.corrections, corrections),
    ].filter(({ rows }) => rows.length > 0),
    feedGroups: [
      group('kind', t.feeds.kind, kind),
      group('storyline', t.feeds.storyline, storyline),
      group('topic', t.feeds.topic, topic),
      group('author', t.feeds.author, author),
    ].filter(({ links }) => links.length > 0),
  };
}
