import { generateAtomFeed } from 'feedsmith';
import { textAsHtml } from '../../lib/xml.ts';
import { FEEDS } from '../../record/routes.ts';
import type { Feed } from './feed.ts';
import type { FeedItem } from './feed-item.ts';

/** A feed as Atom 1.0 (RFC 4287). */
export function toAtom(feed: Feed): string {
  const { licence, author } = feed;
  return generateAtomFeed(
    {
      id: feed.id,
      title: { value: feed.title },
      subtitle: { value: feed.description },
      updated: new Date(feed.updated),
      rights: { value: `${licence.name}, ${licence.url}` },
      icon: feed.icon,
      authors: [{ name: author.name, uri: author.url }],
      links: [
        { rel: 'self', type: FEEDS.atom.type, href: feed.self.atom ?? feed.url },
        { rel: 'alternate', type: 'text/html', href: feed.url },
        { rel: 'license', href: licence.url },
        ...feed.hubs.map((href) => ({ rel: 'hub', href })),
      ],
      entries: feed.items.map(toEntry),
      xml: { lang: feed.language },
    },
    { stylesheets: [{ type: 'text/css', href: feed.stylesheet }] },
  );
}

function toEntry(item: FeedItem) {
  return {
    id: item.id,
    title: { value: item.title },
    published: new Date(item.published),
    updated: new Date(item.updated),
    links: [{ rel: 'alternate', type: 'text/html', href: item.url }],
    authors: item.authors.map(({ name, url }) => ({ name, uri: url })),
    categories: item.categories,
    summary: { value: textAsHtml(item.summary), type: 'html' },
    content: { value: item.content, type: 'html' },
  };
}
