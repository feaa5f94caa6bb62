import { toRfc3339 } from '../lib/dates.ts';
import { escapeXml } from '../lib/xml.ts';
import { type Address, addressesOf, isListed, sitemapYears, yearOf } from '../record/addresses.ts';
import type { Archive } from '../record/archive.ts';
import { lastChange } from '../record/article.ts';

/**
 * The sitemap (https://www.sitemaps.org/protocol.html): every page a reader may want to find, with
 * the moment at which what it shows last changed; never that of the build. Of many pages it is the
 * index of the sitemaps of the years.
 * @param pages ids of the owner's pages
 */
export function sitemap(archive: Archive, pages: readonly string[]): string {
  const { all, byYear } = listed(archive, pages);
  if (byYear.size === 0) return urlSet(all, archive);
  const sitemaps = [...byYear].map(([year, ofYear]) => {
    const changes = ofYear.map((address) => changeOf(address, archive) ?? 0);
    const changed = changes.reduce((last, change) => Math.max(last, change), 0);
    return place('sitemap', archive.routes.sitemap(year), changed, archive);
  });
  return document('sitemapindex', sitemaps);
}

/** The sitemaps of the years, by year; none while one sitemap has all pages. */
export function yearSitemaps(
  archive: Archive,
  pages: readonly string[],
): { year: string; xml: () => string }[] {
  const { byYear } = listed(archive, pages);
  return [...byYear].map(([year, ofYear]) => ({ year, xml: () => urlSet(ofYear, archive) }));
}

interface ListedAddresses {
  all: Address[];
  /** Empty while one sitemap has them all. */
  byYear: ReadonlyMap<string, Address[]>;
}

const lists = new WeakMap<Archive, ListedAddresses>();

/** The addresses of which search engines are told: the same list for all sitemaps of a build. */
function listed(archive: Archive, pages: readonly string[]): ListedAddresses {
  const known = lists.get(archive) ?? list(archive, pages);
  lists.set(archive, known);
  return known;
}

function list(archive: Archive, pages: readonly string[]): ListedAddresses {
  const all = addressesOf(archive, pages).filter(isListed);
  const years = sitemapYears(all);
  const newest = years.at(-1) ?? '';
  const groups = Map.groupBy(all, (address) => yearOf(address) ?? newest);
  return { all, byYear: new Map(years.map((year) => [year, groups.get(year) ?? []])) };
}

function urlSet(addresses: readonly Address[], archive: Archive): string {
  const urls = addresses.map((address) =>
    place('url', address.path, changeOf(address, archive), archive),
  );
  return document('urlset', urls);
}

function place(name: string, path: string, changed: number | undefined, { routes }: Archive) {
  const lastmod = changed ? `<lastmod>${toRfc3339(changed)}</lastmod>` : '';
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
function changeOf({ kind, entries = [] }: Address, { corrections }: Archive): number | undefined {
  if (kind === 'corrections') return corrections[0]?.date.ms;
  return entries.length === 0
    ? undefined
    : entries.reduce((last, article) => Math.max(last, lastChange(article).ms), 0);
}
