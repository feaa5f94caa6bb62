import { FeedSource } from '../../outputs/feeds/feed-item.ts';
import type { Archive } from '../../record/archive.ts';
import type { Article } from '../../record/article.ts';
import type { Compiled } from '../../record/compiled.ts';
import { getArchive } from './archive.ts';
import { getText, getWholeText } from './render.ts';

const sources = new WeakMap<Archive, Promise<FeedSource>>();

/** What feeds are made from: one for all feeds of a build. */
export async function getFeedSource(): Promise<FeedSource> {
  const archive = await getArchive();
  const source = sources.get(archive) ?? makeSource(archive);
  sources.set(archive, source);
  return source;
}

async function makeSource(archive: Archive): Promise<FeedSource> {
  const run = new Map<Article, Compiled>();
  for (const article of archive.articles) {
    if (article.code) run.set(article, await getWholeText(article));
  }
  return new FeedSource(archive, (article) => run.get(article) ?? getText(article));
}

/** A feed as a response. `application/xml` lets browsers apply the feed's stylesheet. */
export function feedResponse(body: string, type = 'application/xml'): Response {
  return new Response(body, { headers: { 'Content-Type': `${type}; charset=utf-8` } });
}
