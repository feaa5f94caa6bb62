import { FeedSource } from '../../outputs/feeds/feed-item.ts';
import type { Archive } from '../../record/archive.ts';
import { getArchive } from './archive.ts';
import { getText } from './render.ts';

const sources = new WeakMap<Archive, FeedSource>();

/** What feeds are made from: one for all feeds of a build. */
export async function getFeedSource(): Promise<FeedSource> {
  const archive = await getArchive();
  const source = sources.get(archive) ?? new FeedSource(archive, getText);
  sources.set(archive, source);
  return source;
}

/** A feed as a response. `application/xml` lets browsers apply the feed's stylesheet. */
export function feedResponse(body: string, type = 'application/xml'): Response {
  return new Response(body, { headers: { 'Content-Type': `${type}; charset=utf-8` } });
}
