import { generateAtomFeed } from 'feedsmith';
import { toRfc3339 } from '../../lib/dates.ts';
import { textAsHtml } from '../../lib/xml.ts';
import { FEEDS } from '../../record/routes.ts';
import { archiveLinks, type Feed, type FeedArchive } from './feed-frame.ts';
import type { FeedImage } from './feed-image.ts';
import type { FeedItem } from './feed-item.ts';
import { StandIns } from './stand-ins.ts';

/** A feed as Atom 1.0 (RFC 4287). */
export function toAtom(feed: Feed): string {
  const texts = new StandIns();
  const { licence, author, zone } = feed;
  const xml = generateAtomFeed(
    {
      id: texts.of(feed.id),
      title: { value: texts.words(feed.title) },
      subtitle: { value: texts.words(feed.description) },
      updated: texts.of(toRfc3339(feed.updated, zone)),
      rights: { value: texts.words(`${licence.name}, ${licence.url}`) },
      icon: texts.of(feed.icon),
      authors: [{ name: texts.words(author.name), uri: texts.of(author.url) }],
      links: [
        { rel: 'self', type: FEEDS.atom.type, href: texts.of(feed.self.atom ?? feed.url) },
        { rel: 'alternate', type: 'text/html', href: texts.of(feed.url) },
        { rel: 'license', href: texts.of(licence.url) },
        ...feed.hubs.map((href) => ({ rel: 'hub', href: texts.of(href) })),
        ...archiveLinks(feed.archive).map((link) => ({ ...link, href: texts.of(link.href) })),
      ],
      entries: feed.items.map((item) => toEntry(item, zone, texts)),
      xml: { lang: feed.language },
    },
    { stylesheets: [{ type: 'text/css', href: feed.stylesheet }] },
  );
  return texts.putBack(feed.archive.isPage ? asArchive(xml, feed.archive) : xml);
}

/**
 * Says that a document is a page of an archive, or that it has the whole record, which `feedsmith`
 * cannot (RFC 5005, sections 2 and 4).
 */
function asArchive(xml: string, { older, newer }: FeedArchive): string {
  const is = older === undefined && newer === undefined ? 'complete' : 'archive';
  return xml
    .replace('<feed ', '<feed xmlns:fh="http://purl.org/syndication/history/1.0" ')
    .replace('</id>', `</id><fh:${is}/>`);
}

function toEntry(item: FeedItem, zone: string, texts: StandIns) {
  return {
    id: texts.of(item.id),
    title: { value: texts.words(item.title) },
    published: texts.of(toRfc3339(item.published, zone)),
    updated: texts.of(toRfc3339(item.updated, zone)),
    links: [{ rel: 'alternate', type: 'text/html', href: texts.of(item.url) }],
    authors: item.authors.map(({ name, url }) => ({ name: texts.words(name), uri: texts.of(url) })),
    categories: item.categories.map(({ term, label, scheme }) => ({
      term: texts.of(term),
      label: texts.words(label),
      scheme: texts.of(scheme),
    })),
    summary: { value: texts.of(textAsHtml(item.summary)), type: 'html' },
    content: { value: texts.html(item.content), type: 'html' },
    ...(item.image && { media: { contents: [toMedia(item.image, texts)] } }),
  };
}

function toMedia({ url, type, width, height, alt, credit }: FeedImage, texts: StandIns) {
  return {
    url: texts.of(url),
    medium: 'image',
    type,
    width,
    height,
    ...(alt !== '' && { description: { value: texts.words(alt), type: 'plain' } }),
    ...(credit !== undefined && { credits: [{ value: texts.words(credit) }] }),
  };
}
