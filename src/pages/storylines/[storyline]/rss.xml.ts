import type { APIRoute, GetStaticPaths } from 'astro';
import { storylineFeed } from '../../../outputs/feeds/feed.ts';
import { toRss } from '../../../outputs/feeds/rss.ts';
import { getArchive } from '../../../press/site/archive.ts';
import { feedResponse, getFeedSource } from '../../../press/site/feeds.ts';
import { getKeys } from '../../../press/site/keys.ts';
import type { Storyline } from '../../../record/storylines.ts';

export const getStaticPaths = (async () => {
  const { storylines } = await getArchive();
  const keys = await getKeys();
  return [...storylines.values()].map((storyline) => ({
    params: { storyline: storyline.id },
    props: { storyline },
    cacheKey: keys.feed(storyline.parts, storyline.name, storyline.description),
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ storyline: Storyline }> = async ({ props }) =>
  feedResponse(await toRss(storylineFeed(await getFeedSource(), props.storyline)));
