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
  const group = (id: string, title: string, feeds: FeedLink[]): Section<FeedRow> => ({
    id,
    title,
    isYear: false,
    rows: feeds.map(({ format, name, path }) => rowOf(FEEDS[format].name, name, path)),
  });
  const { corrections, storyline, topic, author } = sectionFeeds(archive, t);
  const whole = group('site', t.feeds.whole, siteFeeds(archive));
  return {
    ...pageView(namedPage('feeds', archive), archive),
    header: { label: t.shell.subscribe, title: t.places.feeds, text: t.feeds.text },
    feeds: [
      { ...whole, rows: [...whole.rows, rowOf('OPML', t.feeds.opml, routes.opml())] },
      group('corrections', t.feeds.corrections, corrections),
      group('storyline', t.feeds.storyline, storyline),
      group('topic', t.feeds.topic, topic),
      group('author', t.feeds.author, author),
    ].filter(({ rows }) => rows.length > 0),
  };
}
