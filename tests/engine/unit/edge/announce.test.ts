import { describe, expect, test } from 'vitest';
import { newsSitemap, newsSitemapChange } from '../../../../src/outputs/news-sitemap.ts';
import { securityTxt, securityTxtWarning } from '../../../../src/outputs/security-txt.ts';
import { archiveOf, article, testSite } from '../../../support/article.ts';

describe('the news sitemap', () => {
  test('has the entries of the last 48 hours by the clock it is given', () => {
    const now = Date.parse('2026-11-22T12:00:00Z');
    const at = (pubDate: string) =>
      article({ title: pubDate, slug: pubDate.replace(/\D/g, ''), pubDate });
    const xml = newsSitemap(
      archiveOf(
        [
          '2026-11-20T12:00:00Z',
          '2026-11-20T12:00:01Z',
          '2026-11-22T12:00:00Z',
          '2026-11-22T12:00:01Z',
        ].map(at),
        { now },
      ),
    );
    expect([...xml.matchAll(/<news:publication_date>(.*?)</g)].map(([, date]) => date)).toEqual([
      '2026-11-22T12:00:00Z',
      '2026-11-20T12:00:01Z',
    ]);
  });

  test('changes next when its oldest entry is 48 hours old, and never when it is empty', () => {
    const now = Date.parse('2026-11-22T12:00:00Z');
    const dated = (pubDate: string) => article({ slug: pubDate.replace(/\D/g, ''), pubDate });
    const change = (...dates: string[]) => newsSitemapChange(archiveOf(dates.map(dated), { now }));
    expect(change('2026-11-20T12:00:01Z', '2026-11-22T12:00:00Z', '2018-08-24')).toBe(
      Date.parse('2026-11-22T12:00:01Z'),
    );
    expect(change('2018-08-24')).toBeUndefined();
  });

  test.each([
    ['en-GB', 'en'],
    ['zh', 'zh-cn'],
    ['zh-Hans-SG', 'zh-cn'],
    ['zh-HK', 'zh-tw'],
    ['zh-Hant', 'zh-tw'],
  ])('a publication in %s is in %s to news search', (locale, language) => {
    const now = Date.parse('2018-08-24T12:00:00Z');
    const site = testSite({ locale });
    const xml = newsSitemap(archiveOf([article({}, site)], { site, now }));
    expect(xml).toContain(`<news:language>${language}</news:language>`);
  });

  test('a title may have any character', () => {
    const now = Date.parse('2018-08-24T12:00:00Z');
    const xml = newsSitemap(archiveOf([article({ title: 'Rules & <signs>', slug: 'x' })], { now }));
    expect(xml).toContain('<news:title>Rules &amp; &lt;signs&gt;</news:title>');
  });
});

describe('security.txt', () => {
  const site = testSite({
    security: { contact: 'mailto:security@docket.example', expires: '2027-01-01' },
  });

  test('has what RFC 9116 asks for', () => {
    const text = securityTxt(site, archiveOf([]).routes);
    expect(text).toMatch(/^Contact: mailto:security@docket\.example$/m);
    expect(text).toMatch(/^Expires: 2027-01-01T00:00:00Z$/m);
    expect(text).toMatch(/^Canonical: https:\/\/.+\/\.well-known\/security\.txt$/m);
  });

  test.each([
    ['2026-12-02T00:00:00Z', undefined],
    ['2026-12-03T00:00:00Z', 'expires in 29 days'],
    ['2026-12-31T00:00:00Z', 'expires in 1 day '],
    ['2027-01-02T00:00:00Z', 'has expired'],
  ])('on %s the build says: %s', (now, words) => {
    const warning = securityTxtWarning(site.security.expires, Date.parse(now));
    if (words === undefined) expect(warning).toBeUndefined();
    else expect(warning).toContain(words);
  });
});
