import type { APIRoute } from 'astro';
import { getArchive } from '../press/site/archive.ts';

export const GET: APIRoute = async () => {
  const { routes } = await getArchive();
  const sitemaps = [routes.sitemap(), routes.newsSitemap()].map((path) => routes.absolute(path));
  const lines = ['User-agent: *', 'Allow: /', '', ...sitemaps.map((url) => `Sitemap: ${url}`), ''];
  return new Response(lines.join('\n'));
};
