import type { Archive } from '../record/archive.ts';
import { newsSitemapChange } from './news-sitemap.ts';

/**
 * When the site that is built of an archive is no longer right though nothing was written: an entry
 * appears or goes, in the record or in a list of what is new. Milliseconds since 1970 UTC; undefined
 * for never.
 */
export function nextChange(archive: Archive): number | undefined {
  const moments = [archive.nextChange, newsSitemapChange(archive)].filter((at) => at !== undefined);
  return moments.length === 0 ? undefined : Math.min(...moments);
}
