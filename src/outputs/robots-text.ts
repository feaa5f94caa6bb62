import type { Archive } from '../record/archive.ts';
import { hasNews } from './news-sitemap.ts';

/** What the publication asks of machines (RFC 9309), and where its sitemaps are. */
export function robotsText(archive: Archive): string {
  const { routes, site } = archive;
  const { signals = {}, refuse = [] } = site.robots ?? {};
  const said = Object.entries(signals).map(([use, may]) => `${use}=${may ? 'yes' : 'no'}`);
  // an empty one would be a fault to those who read it
  const paths = [routes.sitemap(), ...(hasNews(archive) ? [routes.newsSitemap()] : [])];
  const sitemaps = paths.map((path) => routes.absolute(path));
  return [
    'User-agent: *',
    ...(said.length > 0 ? [`Content-Signal: ${said.join(', ')}`] : []),
    'Allow: /',
    '',
    ...(refuse.length > 0
      ? [...refuse.map((name) => `User-agent: ${name}`), 'Disallow: /', '']
      : []),
    ...sitemaps.map((url) => `Sitemap: ${url}`),
    '',
  ].join('\n');
}
