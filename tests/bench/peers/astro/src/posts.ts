import { getCollection } from 'astro:content';

const posts = await getCollection('posts');

/** All posts, newest first. */
export const newest = posts.sort(
  (a, b) => b.data.date.valueOf() - a.data.date.valueOf() || (a.id < b.id ? 1 : -1),
);

/** All tags. */
export const tags = [...new Set(newest.flatMap(({ data }) => data.tags))].sort();
