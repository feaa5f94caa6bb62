import rss from '@astrojs/rss';
import type { APIContext } from 'astro';
import { newest } from '../posts';

export function GET({ site }: APIContext) {
  return rss({
    title: 'A record',
    description: 'Articles in order.',
    site: site ?? '',
    items: newest.slice(0, 50).map(({ id, data }) => ({
      title: data.title,
      description: data.description,
      pubDate: data.date,
      link: `/${id}/`,
    })),
  });
}
