import type { APIRoute } from 'astro';
import { sitemap } from '../outputs/sitemap.ts';
import { getArchive } from '../press/site/archive.ts';

export const GET: APIRoute = async () =>
  new Response(sitemap(await getArchive()), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  });
