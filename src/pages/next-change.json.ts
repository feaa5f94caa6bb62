import { toRfc3339 } from '../lib/dates.ts';
import { newsSitemapChange } from '../outputs/news-sitemap.ts';
import { getArchive } from '../site/archive.ts';

/** When an entry next appears or goes, so that the site must be built again; null for never. */
export async function GET(): Promise<Response> {
  const archive = await getArchive();
  const moments = [archive.nextChange, newsSitemapChange(archive)].filter((at) => at !== undefined);
  return Response.json({ next: moments.length === 0 ? null : toRfc3339(Math.min(...moments)) });
}
