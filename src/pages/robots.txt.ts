import type { APIRoute } from 'astro';
import { hasNews } from '../outputs/news-sitemap.ts';
import { getArchive } from '../press/site/archive.ts';

export const GET: APIRoute = async () => {
  const archive = await getArchive();
  const { routes } = archive;
  const paths = [routes.sitemap(), ...(hasNews(archive) ? [routes.newsSitemap()] : [])];
  const sitemaps = paths.map((path) => routes.absolute(path));
  const lines = ['User-agent: *', 'Allow: /', '', ...sitemaps.map((url) => `Sitemap: ${url}`), ''];
  return new Response(lines.join('\n'));
};
