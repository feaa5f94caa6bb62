import { getRssString } from '@astrojs/rss';
import { toRfc822, toRfc3339 } from '../../lib/dates.ts';
import { escapeXml, textAsHtml } from '../../lib/xml.ts';
import { FEEDS } from '../../record/routes.ts';
import type { Feed } from './feed.ts';
import type { FeedItem } from './feed-item.ts';

/** Minutes after which a reader's program may ask again. */
const TTL = 60;

const NAMESPACES = {
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
  media: 'http://search.yahoo.com/mrss/',
};

/**
 * A feed as RSS 2.0 (https://www.rssboard.org/rss-specification).
 *
 * `@astrojs/rss` would make the link the permanent id and change addresses; what it lets us say
 * ourselves, we say in `customData`, which it merges over its own.
 */
export async function toRss(feed: Feed): Promise<string> {
  const xml = await getRssString({
    title: feed.title,
    description: feed.description,
    site: feed.url,
    xmlns: { ...NAMESPACES },
    customData: channelData(feed),
    items: feed.items.map((item) => ({
      title: item.title,
      link: item.url,
      description: textAsHtml(item.summary),
      pubDate: new Date(item.published),
      content: item.content,
      customData: itemData(item),
    })),
  });
  return withStylesheet(xml, feed.stylesheet);
}

function channelData(feed: Feed): string {
  const { name, url } = feed.licence;
  return [
    element('link', feed.url),
    element('language', feed.language),
    element('copyright', `${name}, ${url}`),
    element('lastBuildDate', toRfc822(feed.updated)),
    element('docs', 'https://www.rssboard.org/rss-specification'),
    element('ttl', String(TTL)),
    // shown beside the feed's name; the specification wants title and link to be the channel's
    `<image>${element('url', feed.icon)}${element('title', feed.title)}${element('link', feed.url)}</image>`,
    ...(feed.self.rss === undefined
      ? []
      : [element('atom:link', '', { href: feed.self.rss, rel: 'self', type: FEEDS.rss.type })]),
    ...feed.hubs.map((href) => element('atom:link', '', { href, rel: 'hub' })),
  ].join('');
}

function itemData(item: FeedItem): string {
  const { image } = item;
  return [
    element('guid', item.id, { isPermaLink: 'false' }),
    ...byline(item),
    element('atom:updated', toRfc3339(item.updated)),
    ...item.categories.map(({ label, scheme }) => element('category', label, { domain: scheme })),
    ...(image
      ? [
          `<media:content url="${escapeXml(image.url)}" medium="image" type="${image.type}" width="${image.width}" height="${image.height}">`,
          element('media:description', image.alt, { type: 'plain' }),
          ...(image.credit === undefined ? [] : [element('media:credit', image.credit)]),
          '</media:content>',
        ]
      : []),
  ].join('');
}

/** One for all authors: of several creators some programs keep the first, some the last. */
function byline({ authors }: FeedItem): string[] {
  const names = authors.map(({ name }) => name).join(', ');
  return names === '' ? [] : [element('dc:creator', names)];
}

/**
 * An element whose text comes out as it went in. The parser that reads `customData` takes a text
 * that looks like a number for one (`007` becomes 7) and spoils entities; of a text that arrives a
 * character at a time, each in a CDATA section, it can do neither. That takes its time, so only texts
 * that need it are sent so.
 */
function element(name: string, text: string, attributes: Record<string, string> = {}): string {
  const given = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
    .join('');
  const pieces = PLAIN.test(text) ? [text] : [...text];
  return `<${name}${given}>${pieces.map((piece) => `<![CDATA[${piece}]]>`).join('')}</${name}>`;
}

/** A text that no parser could take for anything else: nearly all are. */
const PLAIN = /^[A-HJ-MO-Za-z][^&<>\]]*[A-Za-z/]$/;

/** Browsers apply a stylesheet only if the instruction names its type. */
function withStylesheet(xml: string, href: string): string {
  const end = xml.indexOf('?>') + 2;
  const instruction = `<?xml-stylesheet type="text/css" href="${escapeXml(href)}"?>`;
  return `${xml.slice(0, end)}${instruction}${xml.slice(end)}`;
}
