import type { APIRoute } from 'astro';
import type { SectionFeed } from '../../outputs/feeds/feed.ts';
import { archivePages } from '../../outputs/feeds/feed-archive.ts';
import { FeedFacts, FeedSource } from '../../outputs/feeds/feed-item.ts';
import type { Archive } from '../../record/archive.ts';
import { namesDigest } from '../../views/near.ts';
import { digestOf } from '../../views/page.ts';
import { currentSnapshot } from '../current.ts';
import { getArchive } from './archive.ts';

const sources = new WeakMap<Archive, FeedSource>();

/** What feeds are made from: one for all feeds of a build. */
export async function getFeedSource(): Promise<FeedSource> {
  const snapshot = await currentSnapshot();
  const source = sources.get(snapshot.archive) ?? new FeedSource(snapshot);
  sources.set(snapshot.archive, source);
  return source;
}

/** Route of a feed. */
export type FeedRoute = APIRoute<{ feed: SectionFeed['feed'] }>;

/**
 * The addresses of feeds for `getStaticPaths`. A feed's key is the digest of what it says, each text
 * by what it is made from.
 */
export async function feedPaths(feedsOf: (archive: Archive) => SectionFeed[]) {
  const archive = await getArchive();
  const facts = new FeedFacts(archive);
  return feedsOf(archive).map(({ section, feed }) => ({
    params: { feed: section },
    props: { feed },
    get cacheKey() {
      return digestOf([namesDigest(archive), feed(facts)]);
    },
  }));
}

/** The pages of the archive, in the same way. */
export async function archivePaths() {
  const archive = await getArchive();
  const facts = new FeedFacts(archive);
  const feeds = archive.routes.param(archive.routes.feeds());
  return archivePages(archive).map(({ name, feed }) => ({
    params: { feeds, name },
    props: { feed },
    get cacheKey() {
      return digestOf([namesDigest(archive), feed(facts)]);
    },
  }));
}

/** A feed as a response. `application/xml` lets browsers apply the feed's stylesheet. */
export function feedResponse(body: string, type = 'application/xml'): Response {
  return new Response(body, { headers: { 'Content-Type': `${type}; charset=utf-8` } });
}
