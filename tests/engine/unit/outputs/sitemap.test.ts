import { expect, test } from 'vitest';
import { partSitemaps, sitemap } from '../../../../src/outputs/sitemap.ts';
import { addressesOf, isListed } from '../../../../src/record/addresses.ts';
import { archiveOf, article } from '../../../support/article.ts';

function archiveWith(count: number) {
  const entries = Array.from({ length: count }, (_, i) => {
    const year = i % 2 === 0 ? '2017' : '2018';
    return article({
      title: `Entry ${i}`,
      slug: `entry-${i}`,
      pubDate: `${year}-03-0${1 + (i % 9)}`,
    });
  });
  return archiveOf(entries);
}

const locations = (xml: string) => [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url]) => url);

test('a small record has one sitemap', () => {
  const archive = archiveWith(6);
  expect(partSitemaps(archive, [])).toEqual([]);
  expect(sitemap(archive, [])).toContain('<urlset');
});

test('a large one has a sitemap for each year: together they have every page, once', () => {
  const archive = archiveWith(1000);
  const years = partSitemaps(archive, ['about']);
  expect(years.map(({ part }) => part)).toEqual(['2017', '2018']);
  const index = sitemap(archive, ['about']);
  expect(index).toContain('<sitemapindex');
  expect(locations(index)).toEqual(
    years.map(({ part }) => archive.routes.absolute(archive.routes.sitemap(part))),
  );
  const pages = addressesOf(archive, ['about']).filter(isListed);
  expect(years.flatMap(({ xml }) => locations(xml())).sort()).toEqual(
    pages.map(({ path }) => archive.routes.absolute(path)).sort(),
  );
});
