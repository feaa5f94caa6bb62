import type { APIRoute } from 'astro';
import { sitemap } from '../outputs/sitemap.ts';
import { getArchive } from '../press/site/archive.ts';
import { getPages } from '../press/site/pages.ts';

export const GET: APIRoute = async () => {
  const [archive, pages] = await Promise.all([getArchive(), getPages()]);
  const xml = sitemap(
    archive,
    pages.map(({ id }) => id),
  );
  return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
};
