import { toRfc3339 } from '../lib/dates.ts';
import { oncePer } from '../lib/once.ts';
import { escapeXml } from '../lib/xml.ts';
import { type Address, addressesOf, isListed, sitemapParts } from '../record/addresses.ts';
import type { Archive } from '../record/archive.ts';

/**
 * The sitemap (https://www.sitemaps.org/protocol.html): every page a reader may want to find, with
 * the moment at which what it shows last changed; never that of the build. Of many pages it is the
 * index of those of the years.
 */
export function sitemap(archive: Archive): string {
  const { all, parts } = listed(archive);
  if (parts.size === 0) return urlSet(all, archive);
  const sitemaps = [...parts].map(([part, ofPart]) => {
    const changes = ofPart.map((address) => changeOf(address, archive) ?? 0);
    const changed = changes.reduce((last, change) => Math.max(last, change), 0);
    return place('sitemap', archive.routes.sitemap(part), changed, archive);
  });
  return document('sitemapindex', sitemaps);
}

/** The sitemaps of the years, by their names; none while one sitemap has all pages. */
export function partSitemaps(archive: Archive): { part: string; xml: () => string }[] {
  const { parts } = listed(archive);
  return [...parts].map(([part, ofPart]) => ({ part, xml: () => urlSet(ofPart, archive) }));
}

/** The addresses of which search engines are told, and those of each year's sitemap: none while one has them all. */
const listed = oncePer((archive: Archive) => {
  const all = addressesOf(archive).filter(isListed);
  return { all, parts: sitemapParts(all) };
});

function urlSet(addresses: readonly Address[], archive: Archive): string {
  const urls = addresses.map((address) =>
    place('url', address.path, changeOf(address, archive), archive),
  );
  return document('urlset', urls);
}

function place(name: string, path: string, changed: number | undefined, { routes, site }: Archive) {
  const lastmod = changed ? `<lastmod>${toRfc3339(changed, site.zone)}</lastmod>` : '';
  return `<${name}><loc>${escapeXml(routes.absolute(path))}</loc>${lastmod}</${name}>`;
}

function document(name: string, places: readonly string[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${name} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
    ...places,
    `</${name}>`,
    '',
  ].join('\n');
}

/** When what a page shows last changed, in milliseconds since 1970 UTC; undefined when unknown. */
function changeOf(
  { kind, entries = [] }: Address,
  { corrections, moments }: Archive,
): number | undefined {
  if (kind === 'corrections' && corrections.length > 0) {
    return corrections.reduce((last, { at }) => Math.max(last, at), 0);
  }
  return entries.length === 0
    ? undefined
    : entries.reduce((last, article) => Math.max(last, moments(article).updated), 0);
}
