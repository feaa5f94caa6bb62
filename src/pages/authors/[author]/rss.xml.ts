import type { APIRoute, GetStaticPaths } from 'astro';
import type { Author } from '../../../domain/authors.ts';
import { authorFeed } from '../../../outputs/feed.ts';
import { toRss } from '../../../outputs/rss.ts';
import { getArchive } from '../../../site/archive.ts';
import { feedResponse, getFeedSource } from '../../../site/feeds.ts';
import { getKeys } from '../../../site/keys.ts';

export const getStaticPaths = (async () => {
  const { authors } = await getArchive();
  const keys = await getKeys();
  return [...authors.values()].map((author) => ({
    params: { author: author.id },
    props: { author },
    cacheKey: keys.feed(author.articles, author.name, author.bio),
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ author: Author }> = async ({ props }) =>
  feedResponse(await toRss(authorFeed(await getFeedSource(), props.author)));
