import type { APIRoute, GetStaticPaths } from 'astro';
import type { Tag } from '../../../domain/tags.ts';
import { topicFeed } from '../../../outputs/feed.ts';
import { toRss } from '../../../outputs/rss.ts';
import { getArchive } from '../../../site/archive.ts';
import { feedResponse, getFeedSource } from '../../../site/feeds.ts';
import { getKeys } from '../../../site/keys.ts';

export const getStaticPaths = (async () => {
  const { tags } = await getArchive();
  const keys = await getKeys();
  return [...tags.values()].map((tag) => ({
    params: { tag: tag.id },
    props: { tag },
    cacheKey: keys.feed(tag.articles, tag.name, tag.description),
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ tag: Tag }> = async ({ props }) =>
  feedResponse(await toRss(topicFeed(await getFeedSource(), props.tag)));
