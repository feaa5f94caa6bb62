import { getRssString } from '@astrojs/rss';
import { toRfc822, toRfc3339 } from '../../lib/dates.ts';
import { escapeXml, textAsHtml } from '../../lib/xml.ts';
import { FEEDS } from '../../record/routes.ts';
import { archiveLinks, type Feed } from './feed-frame.ts';
import type { FeedImage } from './feed-image.ts';
import type { FeedItem } from './feed-item.ts';
import { StandIns } from './stand-ins.ts';

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
 * `@astrojs/rss` would make the link the permanent id, change addresses and write dates in UTC; what it
 * lets us say ourselves, we say in `customData`, which it merges over its own.
 */
export async function toRss(feed: Feed): Promise<string> {
  const texts = new StandIns();
  const element = elementsOf(texts);
  const xml = await getRssString({
    title: texts.words(feed.title),
    description: texts.words(feed.description),
    site: feed.url,
    xmlns: { ...NAMESPACES },
    customData: channelData(feed, element),
    items: feed.items.map((item) => ({
      title: texts.words(item.title),
      link: item.url,
      description: texts.of(textAsHtml(item.summary)),
      content: texts.html(item.content),
      customData: itemData(item, feed.zone, element),
    })),
  });
  return withStylesheet(texts.putBack(xml), feed.stylesheet);
}

function channelData(feed: Feed, element: Elements): string {
  const { name, url } = feed.licence;
  return [
    element('link', feed.url),
    element('language', feed.language),
    element('copyright', `${name}, ${url}`),
    element('lastBuildDate', toRfc822(feed.updated, feed.zone)),
    element('docs', 'https://www.rssboard.org/rss-specification'),
    element('ttl', String(TTL)),
    // shown beside the feed's name; the specification wants title and link to be the channel's
    `<image>${element('url', feed.icon)}${element('title', feed.title)}${element('link', feed.url)}</image>`,
    ...(feed.self.rss === undefined
      ? []
      : [element('atom:link', '', { href: feed.self.rss, rel: 'self', type: FEEDS.rss.type })]),
    ...feed.hubs.map((href) => element('atom:link', '', { href, rel: 'hub' })),
    ...archiveLinks(feed.archive).map((link) => element('atom:link', '', link)),
  ].join('');
}

function itemData(item: FeedItem, zone: string, element: Elements): string {
  return [
    element('link', item.url),
    element('guid', item.id, { isPermaLink: 'false' }),
    element('pubDate', toRfc822(item.published, zone)),
    ...byline(item).map((names) => element('dc:creator', names)),
    element('atom:updated', toRfc3339(item.updated, zone)),
    ...item.categories.map(({ label, scheme }) => element('category', label, { domain: scheme })),
    ...(item.image ? [media(item.image, element)] : []),
  ].join('');
}

function media({ url, type, width, height, alt, credit }: FeedImage, element: Elements): string {
  const content = element('media:content', '', {
    url,
    medium: 'image',
    type,
    width: String(width),
    height: String(height),
  });
  const within = [
    ...(alt === '' ? [] : [element('media:description', alt, { type: 'plain' })]),
    ...(credit === undefined ? [] : [element('media:credit', credit)]),
  ];
  return content.replace('><', `>${within.join('')}<`);
}

/** One for all authors: of several creators some programs keep the first, some the last. */
function byline({ authors }: FeedItem): string[] {
  const names = authors.map(({ name }) => name).join(', ');
  return names === '' ? [] : [names];
}

/** An element with a text. */
type Elements = (name: string, text: string, attributes?: Record<string, string>) => string;

function elementsOf(texts: StandIns): Elements {
  return (name, text, attributes = {}) => {
    const given = Object.entries(attributes)
      .map(([key, value]) => ` ${key}="${texts.of(value)}"`)
      .join('');
    return `<${name}${given}>${text === '' ? '' : texts.words(text)}</${name}>`;
  };
}

/** Browsers apply a stylesheet only if the instruction names its type. */
function withStylesheet(xml: string, href: string): string {
  const end = xml.indexOf('?>') + 2;
  const instruction = `<?xml-stylesheet type="text/css" href="${escapeXml(href)}"?>`;
  return `${xml.slice(0, end)}${instruction}${xml.slice(end)}`;
}
