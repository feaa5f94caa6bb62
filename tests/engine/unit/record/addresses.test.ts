import { describe, expect, test } from 'vitest';
import { addressesOf, keptAddresses } from '../../../../src/record/addresses.ts';
import { redirects, wellKnown } from '../../../../src/record/redirects.ts';
import { Routes } from '../../../../src/record/routes.ts';
import { defineSite, type Site } from '../../../../src/record/site.ts';
import { archiveOf, article, testSite } from '../../../support/article.ts';
import { FIXTURES } from '../../../support/fixtures.ts';

function siteWith(addresses: Record<string, string>): Site {
  return defineSite({ ...FIXTURES.english, addresses });
}

const GERMAN = {
  topics: 'themen',
  search: 'suche',
  corrections: 'korrekturen',
  authors: 'autoren',
};

describe('the pattern of addresses', () => {
  test.each([
    ['/{year}/{slug}/', '/2018/a-rule/'],
    ['/{slug}/', '/a-rule/'],
    ['/{year}/{month}/{slug}/', '/2018/08/a-rule/'],
    ['/{year}/{month}/{day}/{slug}/', '/2018/08/24/a-rule/'],
    ['/{kind}/{slug}/', '/analysis/a-rule/'],
    ['/blog/{slug}/', '/blog/a-rule/'],
    ['/{year}-{month}-{slug}/', '/2018-08-a-rule/'],
    ['/{slug}/{year}/', '/a-rule/2018/'],
  ])('%s makes %s', (articles, path) => {
    const site = siteWith({ articles });
    const entry = article({ slug: 'a-rule', pubDate: '2018-08-24', kind: 'analysis' }, site);
    expect(new Routes(site).article(entry)).toBe(path);
  });

  test('a moment has the day that it has in the zone, a slug the letters of any script', () => {
    const site = defineSite({
      ...FIXTURES.english,
      zone: 'Pacific/Auckland',
      addresses: { articles: '/{year}/{month}/{slug}/' },
    });
    const entry = article({ slug: '渡船', pubDate: '2018-08-31T18:00:00Z' }, site);
    expect(new Routes(site).article(entry)).toBe('/2018/09/%E6%B8%A1%E8%88%B9/');
  });

  test.each([
    ['/{year}/', 'must have "{slug}", which tells articles apart'],
    ['/{year}/{slug}', 'must begin and end with a slash, such as "/{year}/{slug}/"'],
    ['/{yaer}/{slug}/', 'must not name "{yaer}"'],
    ['/{slug}/{slug}/', 'must name each part once'],
    ['/{month}/{slug}/', 'must have "{year}" where it has "{month}"'],
    ['/{year}/{day}/{slug}/', 'must have "{month}" where it has "{day}"'],
    ['/Blog/{slug}/', 'must be names between slashes'],
    ['//{slug}/', 'must be names between slashes'],
    ['/topics/{slug}/', 'must not begin with "/topics/", the folder of topics'],
    ['/cards/{slug}/', 'must not begin with "/cards/", the folder of files that are made'],
  ])('%s is refused', (articles, says) => {
    expect(() => siteWith({ articles })).toThrow(`addresses.articles: ${says}`);
  });

  test.each([
    [{ topics: 'Themen' }, 'addresses.topics: must be small letters'],
    [
      { topics: '2018' },
      'addresses.topics: must be small letters, digits and hyphens, and not a number',
    ],
    [{ topics: 'archive' }, 'addresses.topics: must be another name than that of archive'],
    [
      { search: 'images' },
      'addresses.search: must be another name than that of files that are made',
    ],
    [{ theme: 'themen' }, 'theme'],
  ])('the names %j are refused', (addresses, says) => {
    expect(() => siteWith(addresses)).toThrow(says);
  });
});

describe('names of folders', () => {
  const entry = () => article({ slug: 'a', tags: ['banks'], pubDate: '2018-08-24' });
  const german = siteWith(GERMAN);

  test('pages and feeds lie in them', () => {
    const paths = addressesOf(archiveOf([entry()], { site: german })).map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        '/themen/',
        '/themen/banks/',
        '/themen/banks/rss.xml',
        '/suche/',
        '/korrekturen/rss.xml',
        '/autoren/desk/',
        '/archive/',
      ]),
    );
    expect(paths.filter((path) => /^\/(?:topics|search|corrections|authors)\//.test(path))).toEqual(
      [],
    );
  });

  test('what is served is known by any of them', () => {
    const routes = new Routes(german);
    const generated = (path: string) => routes.isGenerated(`/${path}`);
    expect(generated('themen/china/2018/')).toBe(true);
    expect(generated('korrekturen/rss.xml')).toBe(true);
    expect(generated('topics/china/2018/')).toBe(false);
  });

  test('a new name leads on from the old in one step, whatever lay there', () => {
    const filed = keptAddresses(archiveOf([entry()]));
    const archive = archiveOf([entry()], { site: german, filed });
    const found = new Map(redirects(archive).map(({ from, to }) => [from, to]));
    expect(Object.fromEntries(found)).toMatchObject({
      '/topics': '/themen/',
      '/topics/banks': '/themen/banks/',
      '/topics/banks/rss.xml': '/themen/banks/rss.xml',
      '/corrections': '/korrekturen/',
      '/authors/desk': '/autoren/desk/',
    });
    for (const to of found.values()) expect(found.has(to.replace(/\/$/, ''))).toBe(false);
  });

  test('so does a second new name, from both', () => {
    const filed = ['/topics/', '/topics/banks/', '/themen/', '/themen/banks/', '/themen/gone/'];
    const site = siteWith({ topics: 'rubriken' });
    const archive = archiveOf([entry()], { site, filed, folders: { '/themen/': 'topics' } });
    const found = Object.fromEntries(redirects(archive).map(({ from, to }) => [from, to]));
    expect(found).toMatchObject({
      '/topics/banks': '/rubriken/banks/',
      '/themen/banks': '/rubriken/banks/',
      '/themen': '/rubriken/',
      '/themen/gone': '/rubriken/',
      '/themen/gone/rss.xml': '/rss.xml',
    });
  });

  test('programs find the search and feeds by their usual names, where nothing else is', () => {
    const archive = archiveOf([entry()], { site: german });
    const known = wellKnown(archive, () => false);
    expect(known).toContainEqual({ from: '/search', to: '/suche/' });
    expect(known).toContainEqual({ from: '/corrections/rss.xml', to: '/korrekturen/rss.xml' });
    const taken = wellKnown(archive, (path) => path === 'search/index.html');
    expect(taken.map(({ from }) => from)).not.toContain('/search');
    expect(wellKnown(archiveOf([entry()]), () => false).map(({ from }) => from)).not.toContain(
      '/search',
    );
  });

  test('ids of feeds stay', () => {
    const usual = new Routes(testSite());
    const named = new Routes(german);
    expect(named.usual(named.topic('banks'))).toBe(usual.topic('banks'));
    expect(named.usual(named.archive())).toBe(usual.archive());
  });
});
