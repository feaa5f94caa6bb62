import type { APIRoute } from 'astro';
import { newsSitemap } from '../outputs/news-sitemap.ts';
import { getArchive } from '../press/site/archive.ts';

export const GET: APIRoute = async () =>
  new Response(newsSitemap(await getArchive()), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  });
