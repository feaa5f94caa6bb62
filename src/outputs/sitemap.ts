import { toRfc3339 } from '../lib/dates.ts';
import { escapeXml } from '../lib/xml.ts';
import { type Address, addressesOf, isListed } from '../record/addresses.ts';
import type { Archive } from '../record/archive.ts';
import { lastChange } from '../record/article.ts';

/**
 * The sitemap (https://www.sitemaps.org/protocol.html): every page a reader may want to find, with
 * the moment at which what it shows last changed; never that of the build.
 * @param pages ids of the owner's pages
 */
export function sitemap(archive: Archive, pages: readonly string[]): string {
  const urls = addressesOf(archive, pages)
    .filter(isListed)
    .map((address) => {
      const changed = changeOf(address, archive);
      const lastmod = changed === undefined ? '' : `<lastmod>${toRfc3339(changed)}</lastmod>`;
      return `<url><loc>${escapeXml(archive.routes.absolute(address.path))}</loc>${lastmod}</url>`;
    });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...urls,
    '</urlset>',
    '',
  ].join('\n');
}

/** When what a page shows last changed, in milliseconds since 1970 UTC; undefined when unknown. */
function changeOf({ kind, entries = [] }: Address, { corrections }: Archive): number | undefined {
  if (kind === 'corrections') return corrections[0]?.date.ms;
  return entries.length === 0
    ? undefined
    : entries.reduce((last, article) => Math.max(last, lastChange(article).ms), 0);
}
