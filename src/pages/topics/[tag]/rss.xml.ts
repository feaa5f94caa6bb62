import type { APIRoute, GetStaticPaths } from 'astro';
import { topicFeed } from '../../../outputs/feeds/feed.ts';
import { toRss } from '../../../outputs/feeds/rss.ts';
import { getArchive } from '../../../press/site/archive.ts';
import { feedResponse, getFeedSource } from '../../../press/site/feeds.ts';
import { getKeys } from '../../../press/site/keys.ts';
import type { Tag } from '../../../record/tags.ts';

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
