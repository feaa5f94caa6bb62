import { voiceOf } from '../../i18n/index.ts';
import { escapeXml } from '../../lib/xml.ts';
import type { Archive } from '../../record/archive.ts';
import { type FeedLink, sectionFeeds, siteFeeds } from './feed-list.ts';

/** Every RSS feed of the publication in one file to subscribe to: OPML 2.0 (http://opml.org/spec2.opml). */
export function toOpml(archive: Archive): string {
  const { site } = archive;
  const { t } = voiceOf(site);
  const owner = escapeXml(plain(site.name, t.feeds.and));
  const sections = sectionFeeds(archive, t);
  const groups = [
    { name: t.feeds.kind, feeds: sections.kind },
    { name: t.feeds.storyline, feeds: sections.storyline },
    { name: t.feeds.topic, feeds: sections.topic },
    { name: t.feeds.author, feeds: sections.author },
  ].filter(({ feeds }) => feeds.length > 0);
  const own = [
    ...siteFeeds(archive).filter(({ format }) => format === 'rss'),
    ...sections.corrections,
  ];
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `<head><title>${owner}</title><ownerName>${owner}</ownerName><ownerEmail>${escapeXml(site.email)}</ownerEmail></head>`,
    '<body>',
    ...own.map((feed) => outline(feed, archive)),
    ...groups.flatMap(({ name, feeds }) => [
      `<outline text="${escapeXml(plain(name, t.feeds.and))}">`,
      ...feeds.map((feed) => outline(feed, archive)),
      '</outline>',
    ]),
    '</body>',
    '</opml>',
  ];
  return `${lines.join('\n')}\n`;
}

/**
 * A name without the characters of markup. Programs differ on whether names in OPML are text or HTML
 * (the W3C's validator warns of either); this reads the same to both.
 */
function plain(name: string, and: string): string {
  return name.replaceAll('&', and).replaceAll('<', '‹').replaceAll('>', '›');
}

function outline({ name, title, path, page }: FeedLink, { routes, site }: Archive): string {
  const { and } = voiceOf(site).t.feeds;
  const attributes = {
    type: 'rss',
    text: plain(name, and),
    title: plain(title, and),
    xmlUrl: routes.absolute(path),
    htmlUrl: routes.absolute(page),
    language: site.locale.toLowerCase(),
  };
  const given = Object.entries(attributes).map(([key, value]) => `${key}="${escapeXml(value)}"`);
  return `<outline ${given.join(' ')}/>`;
}
