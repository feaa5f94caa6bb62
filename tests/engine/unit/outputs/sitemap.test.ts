import { expect, test } from 'vitest';
import { hasNews, newsSitemap } from '../../../../src/outputs/news-sitemap.ts';
import { partSitemaps, sitemap } from '../../../../src/outputs/sitemap.ts';
import { addressesOf, isListed, sitemapParts } from '../../../../src/record/addresses.ts';
import { pageSchema } from '../../../../src/record/frontmatter.ts';
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
  const about = { ...pageSchema.parse({ title: 'About', description: 'Us.' }), body: 'Us.' };
  const pages = new Map([['about', { ...about, id: 'about', file: 'content/pages/about.mdx' }]]);
  return archiveOf(entries, { pages });
}

const locations = (xml: string) => [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url]) => url);

test('a small record has one sitemap', () => {
  const archive = archiveWith(6);
  expect(partSitemaps(archive)).toEqual([]);
  expect(sitemap(archive)).toContain('<urlset');
});

test('a large one has a sitemap for each year: together they have every page, once', () => {
  const archive = archiveWith(1000);
  const years = partSitemaps(archive);
  expect(years.map(({ part }) => part)).toEqual(['2017', '2018']);
  const index = sitemap(archive);
  expect(index).toContain('<sitemapindex');
  expect(locations(index)).toEqual(
    years.map(({ part }) => archive.routes.absolute(archive.routes.sitemap(part))),
  );
  const pages = addressesOf(archive).filter(isListed);
  expect(years.flatMap(({ xml }) => locations(xml())).sort()).toEqual(
    pages.map(({ path }) => archive.routes.absolute(path)).sort(),
  );
});

test('a year of more than 50,000 addresses has several sitemaps: a full one does not change', () => {
  const entry = (i: number) => ({
    kind: 'article' as const,
    path: `/2018/${i}/`,
    entries: [{ year: '2018', slug: `${i}` }],
  });
  // newest first, as lists of addresses are
  const many = Array.from({ length: 50_001 }, (_, i) => entry(50_001 - i));
  const parts = sitemapParts(many);
  expect([...parts].map(([name, all]) => [name, all.length])).toEqual([
    ['2018', 50_000],
    ['2018-2', 1],
  ]);
  const more = sitemapParts([entry(50_002), ...many]);
  expect(more.get('2018')).toEqual(parts.get('2018'));
  expect(more.get('2018-2')).toHaveLength(2);
});

test('news search is told of what came out within two days, whatever day it is filed under', () => {
  const now = Date.parse('2026-11-22T12:00Z');
  const archive = archiveOf(
    [
      article({ slug: 'old-event', pubDate: '2013-12-05', compiled: '2026-11-22T09:00Z' }),
      article({ slug: 'older', pubDate: '2026-11-20T11:59Z' }),
    ],
    { now },
  );
  expect(locations(newsSitemap(archive))).toEqual(['https://quay.example/2013/old-event/']);
  expect(newsSitemap(archive)).toContain(
    '<news:publication_date>2026-11-22T09:00:00Z</news:publication_date>',
  );
  expect(hasNews(archive)).toBe(true);
  const later = archiveOf(archive.articles, { now: now + 46 * 3_600_000 });
  expect(hasNews(later)).toBe(false);
});
