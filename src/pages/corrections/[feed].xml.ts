import type { APIRoute, GetStaticPaths } from 'astro';
import { correctionsFeed } from '../../outputs/feed.ts';
import { toRss } from '../../outputs/rss.ts';
import { getArchive } from '../../site/archive.ts';
import { feedResponse, getFeedSource } from '../../site/feeds.ts';

/** The feed begins with the first correction: an empty one tells a reader nothing. */
export const getStaticPaths = (async () => {
  const { corrections } = await getArchive();
  return corrections.length === 0 ? [] : [{ params: { feed: 'rss' } }];
}) satisfies GetStaticPaths;

export const GET: APIRoute = async () =>
  feedResponse(await toRss(correctionsFeed(await getFeedSource())));
