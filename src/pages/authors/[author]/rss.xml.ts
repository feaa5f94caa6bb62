import type { APIRoute, GetStaticPaths } from 'astro';
import { authorFeed } from '../../../outputs/feeds/feed.ts';
import { toRss } from '../../../outputs/feeds/rss.ts';
import { getArchive } from '../../../press/site/archive.ts';
import { feedResponse, getFeedSource } from '../../../press/site/feeds.ts';
import { getKeys } from '../../../press/site/keys.ts';
import type { Author } from '../../../record/authors.ts';

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
