import type { APIRoute, GetStaticPaths } from 'astro';
import type { Storyline } from '../../../domain/storylines.ts';
import { storylineFeed } from '../../../outputs/feed.ts';
import { toRss } from '../../../outputs/rss.ts';
import { getArchive } from '../../../site/archive.ts';
import { feedResponse, getFeedSource } from '../../../site/feeds.ts';
import { getKeys } from '../../../site/keys.ts';

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
