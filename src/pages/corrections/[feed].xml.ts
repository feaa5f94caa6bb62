import type { APIRoute, GetStaticPaths } from 'astro';
import { correctionsFeed } from '../../outputs/feeds/feed.ts';
import { toRss } from '../../outputs/feeds/rss.ts';
import { getArchive } from '../../press/site/archive.ts';
import { feedResponse, getFeedSource } from '../../press/site/feeds.ts';

/** The feed begins with the first correction: an empty one tells a reader nothing. */
export const getStaticPaths = (async () => {
  const { corrections } = await getArchive();
  return corrections.length === 0 ? [] : [{ params: { feed: 'rss' } }];
}) satisfies GetStaticPaths;

export const GET: APIRoute = async () =>
  feedResponse(await toRss(correctionsFeed(await getFeedSource())));
