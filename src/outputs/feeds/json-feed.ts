import { toRfc3339 } from '../../lib/dates.ts';
import type { Feed } from './feed-frame.ts';
import type { FeedItem } from './feed-item.ts';

/** A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function toJsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.url,
    feed_url: feed.self.json,
    description: feed.description,
    icon: feed.icon,
    favicon: feed.favicon,
    language: feed.language,
    authors: [feed.author],
    ...(feed.hubs.length > 0 && { hubs: feed.hubs.map((url) => ({ type: 'WebSub', url })) }),
    items: feed.items.map((item) => toItem(item, feed)),
  });
}

function toItem(item: FeedItem, { language, zone }: Feed) {
  return {
    id: item.id,
    url: item.url,
    title: item.title,
    content_html: item.content,
    summary: item.summary,
    ...(item.image && { image: item.image.url }),
    date_published: toRfc3339(item.published, zone),
    date_modified: toRfc3339(item.updated, zone),
    authors: item.authors,
    tags: item.categories.map(({ label }) => label),
    language: item.language ?? language,
  };
}
