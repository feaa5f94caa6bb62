import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { toString as wordsIn } from 'hast-util-to-string';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { Format } from '../../../src/i18n/format.ts';
import { voiceOf } from '../../../src/i18n/index.ts';
import { type BuiltSite, SITES } from '../../support/build-site.ts';
import { contentProblems } from '../../support/feed-checks.ts';
import {
  FRESHRSS,
  MINIFLUX,
  type ReadItem,
  readWithFeedparser,
  readWithFeedsmith,
  type Sanitiser,
  sanitise,
  substanceOf,
} from '../../support/feed-readers.ts';
import { atomProblems, opmlProblems, rssProblems } from '../../support/feed-rules.ts';
import { childrenOf, parseXml, textOf } from '../../support/xml.ts';
import { blocksOf, newsOf, squeeze } from './entry-page.ts';

describe.each(SITES)('$name', (site: BuiltSite) => {
  const ORIGIN = site.url;
  const { t } = voiceOf(site);
  const files = site.files();
  const feeds = files.filter((path) => /(?:^|\/)(?:rss\.xml|atom\.xml)$/.test(path));
  const pathOf = (address: string) => decodeURI(address).slice(ORIGIN.length);
  const feedFolder = decodeURI(site.routes.feeds()).slice(1);
  const opml = `${feedFolder}feeds.opml`;
  const corrections = site.routes.feed('rss', site.routes.corrections()).slice(1);
  const archive = files.filter(
    (path) => path.startsWith(feedFolder) && /\/[\d-]+\.xml$/.test(path),
  );
  const rssFeeds = feeds.filter((path) => path.endsWith('rss.xml'));

  /** Every article that some feed carries, by its page's path. */
  const items = new Map<string, ReadItem>();
  /** Every item as each feed and parser has it. */
  const readings: { feed: string; item: ReadItem }[] = [];

  beforeAll(async () => {
    for (const feed of feeds) {
      const xml = site.file(feed);
      const both = [...(await readWithFeedparser(xml)), ...readWithFeedsmith(xml)];
      for (const item of both) readings.push({ feed, item });
    }
    for (const { feed, item } of readings) {
      if (feed === corrections || !feed.endsWith('rss.xml')) continue;
      items.set(decodeURI(item.link).slice(ORIGIN.length), item);
    }
  });

  describe('every feed', () => {
    test('that is promised is there, and no other', () => {
      const promised = [...site.file(opml).matchAll(/xmlUrl="([^"]+)"/g)].map(([, url = '']) =>
        pathOf(url),
      );
      expect([...promised].sort()).toEqual([...rssFeeds].sort());
      expect(files).toContain('feed.json');
      expect(files).toContain('atom.xml');
      // an address may be broken at its slashes; who copies it copies it whole
      const page = site.file(`${feedFolder}index.html`).replaceAll('<wbr>', '');
      for (const feed of [...feeds, 'feed.json', opml])
        expect(page.includes(ORIGIN + encodeURI(feed)), feed).toBe(true);
    });

    test('breaks no rule of the W3C validator', () => {
      const problems = [
        ...rssFeeds.flatMap((path) => rssProblems(site.file(path), ORIGIN + encodeURI(path))),
        ...atomProblems(site.file('atom.xml'), `${ORIGIN}atom.xml`),
        ...opmlProblems(site.file(opml)),
      ];
      expect(problems).toEqual([]);
      if (site.name === 'english') expect(rssFeeds.length).toBeGreaterThan(10);
    });

    test('of the whole record leads to archive pages: each names the one before, and together they have all', () => {
      const before = (xml: string) => {
        const [link = ''] = /<[^>]* rel="prev-archive"[^>]*>/.exec(xml) ?? [];
        return / href="([^"]*)"/.exec(link)?.[1];
      };
      const seen: string[] = [];
      const pages: string[] = [];
      let next = before(site.file('atom.xml'));
      expect(before(site.file('rss.xml'))).toBe(next);
      while (next !== undefined) {
        const path = pathOf(next);
        pages.push(path);
        const xml = site.file(path);
        expect(atomProblems(xml, next)).toEqual([]);
        expect(xml).toMatch(archive.length > 1 ? /<fh:archive\/>/ : /<fh:complete\/>/);
        seen.push(...readWithFeedsmith(xml).map(({ id }) => id));
        next = before(xml);
      }
      expect(pages.sort()).toEqual([...archive].sort());
      const all = new Set([...items.values()].map(({ id }) => id));
      expect(new Set(seen)).toEqual(all);
      expect(seen).toHaveLength(all.size);
    });

    test('is light enough, and none is empty', () => {
      for (const path of [...feeds, 'feed.json']) {
        expect(Buffer.byteLength(site.file(path)), path).toBeLessThan(320_000);
      }
      // but that of the corrections, which is there before the first
      const full = feeds.filter((path) => path !== corrections);
      for (const path of site.name === 'empty' ? [] : full) {
        expect(
          readings.some(({ feed }) => feed === path),
          path,
        ).toBe(true);
      }
    });

    test('says that it changed when its newest change was, not when it was built', () => {
      for (const path of rssFeeds) {
        const [channel] = childrenOf(parseXml(site.file(path)), 'channel');
        if (!channel) throw new Error(path);
        const changes = childrenOf(channel, 'item').map((item) =>
          Date.parse(textOf(item, 'atom:updated') ?? ''),
        );
        if (changes.length === 0) continue;
        const latest = Math.max(...changes);
        expect(Date.parse(textOf(channel, 'lastBuildDate') ?? ''), path).toBe(latest);
      }
    });

    test('stands newest first', () => {
      for (const path of feeds) {
        const times = readWithFeedsmith(site.file(path)).map(({ published }) => published);
        expect(times, path).toEqual([...times].sort((a, b) => b - a));
      }
    });

    test('gives nothing of the build machine away', () => {
      for (const path of [...feeds, 'feed.json', opml, 'feed.css']) {
        expect(site.file(path), path).not.toMatch(
          /file:|localhost|\/src\/|\.mdx|_astro|node_modules/,
        );
      }
    });
  });

  test('the JSON feed has the items of the RSS feed', () => {
    const json = JSON.parse(site.file('feed.json')) as {
      version: string;
      feed_url: string;
      icon: string;
      items: { id: string; url: string; title: string; content_html: string; language: string }[];
    };
    expect(json).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      feed_url: `${ORIGIN}feed.json`,
      language: site.locale,
    });
    expect(files).toContain(json.icon.slice(ORIGIN.length));
    const rss = readWithFeedsmith(site.file('rss.xml'));
    expect(
      json.items.map(({ id, url, title, content_html }) => [id, url, title, content_html]),
    ).toEqual(rss.map(({ id, link, title, content }) => [id, link, title, content]));
  });

  describe('every item', () => {
    test('is every article: each is in some feed', () => {
      const articles = site.articles().map((path) => path.slice(0, -'index.html'.length));
      expect([...items.keys()].sort()).toEqual(articles.sort());
    });

    test('agrees with its page and the page’s structured data, in two parsers and every feed', () => {
      const wrong: string[] = [];
      for (const { feed, item } of readings) {
        if (feed === corrections) continue;
        const page = decodeURI(item.link).slice(ORIGIN.length);
        const html = site.file(`${page}index.html`);
        if (!html.includes('#article"')) {
          const number = item.id.split(/[:/]/).at(-1) ?? '';
          expect(item.title).toBe(t.inFeeds.withdrawn({ key: number }));
          continue;
        }
        const news = newsOf(html);
        const names = news.author.map(({ name }) => name);
        const same: Record<string, boolean> = {
          link:
            news.url === item.link && html.includes(`<link rel="canonical" href="${item.link}">`),
          title: [news.headline, t.inFeeds.corrected({ title: news.headline })].includes(
            item.title,
          ),
          published: item.published === Date.parse(news.datePublished),
          // feedparser has no date of change in RSS
          updated:
            item.updated === item.published || item.updated === Date.parse(news.dateModified),
          // feedparser gives the feed's author for an entry in Atom that has several
          authors:
            item.authors === names.join(', ') ||
            (feed === 'atom.xml' && names.length > 1 && !item.authors.includes(',')),
          categories:
            item.categories.length === news.keywords.length &&
            (feed === 'atom.xml' || item.categories.join() === news.keywords.join()),
        };
        for (const [what, holds] of Object.entries(same)) {
          if (!holds) wrong.push(`${feed} ${item.id}: ${what}`);
        }
      }
      expect(wrong).toEqual([]);
      expect(readings.length).toBeGreaterThanOrEqual(4 * items.size);
    });

    test('has one moment of publication and one of change, on its page and in the sitemap', () => {
      const lastmods = new Map(
        [...site.file('sitemap.xml').matchAll(/<loc>(.*?)<\/loc><lastmod>(.*?)<\/lastmod>/g)].map(
          ([, url = '', lastmod = '']) => [url, lastmod],
        ),
      );
      for (const page of items.keys()) {
        const html = site.file(`${page}index.html`);
        if (!html.includes('#article"')) continue;
        const { url, datePublished, dateModified } = newsOf(html);
        const meta = (name: string) =>
          new RegExp(`<meta property="article:${name}_time" content="(.*?)">`).exec(html)?.[1];
        expect(meta('published'), page).toBe(datePublished);
        expect(meta('modified'), page).toBe(dateModified);
        expect(lastmods.get(url), page).toBe(dateModified);
        // what is read is the day that machines read, wherever the publication is
        const [, byLine = ''] = /<p class="wide byline">(.*?)<\/p>/s.exec(html) ?? [];
        const [, datetime = '', text = ''] =
          /<time datetime="(.*?)">(.*?)<\/time>/.exec(byLine) ?? [];
        expect(datetime, page).toBe(datePublished);
        // the spaces of a date hold it together on a page
        const [, lang = site.locale] = /<article lang="(.*?)"/.exec(html) ?? [];
        const day = new Format(lang, site.zone).shortDay(datePublished.slice(0, 10));
        expect(text.replace(/\s/g, ' '), page).toBe(day.replace(/\s/g, ' '));
      }
    });

    test('has one id everywhere, and the same content', () => {
      const contents = new Map<string, string>();
      for (const { item } of readings) {
        const known = contents.get(item.id) ?? item.content.trim();
        expect(item.content.trim(), item.id).toBe(known);
        contents.set(item.id, known);
      }
      expect(new Set([...items.values()].map(({ id }) => id)).size).toBe(items.size);
    });

    test('carries every word of its page: text, facts, notes and sources', () => {
      const wrong: string[] = [];
      let blocks = 0;
      for (const [page, { content }] of items) {
        const inFeed = squeeze(wordsIn(fromHtml(content, { fragment: true })));
        for (const text of blocksOf(fromHtml(site.file(`${page}index.html`)))) {
          blocks += 1;
          if (!inFeed.includes(text)) wrong.push(`${page}: ${text}`);
        }
      }
      expect(wrong).toEqual([]);
      expect(blocks).toBeGreaterThanOrEqual(items.size);
    });

    test.each<[string, Sanitiser]>([
      ['Miniflux', MINIFLUX],
      ['FreshRSS', FRESHRSS],
    ])('loses no word, image, link or note in %s', (_, rules) => {
      for (const { id, content } of items.values()) {
        const whole = substanceOf(fromHtml(content, { fragment: true }));
        expect(substanceOf(sanitise(content, rules)), id).toEqual(whole);
      }
    });

    test('has only images that the site has, in the size that it says', async () => {
      const wrong: string[] = [];
      let images = 0;
      for (const { content } of items.values()) {
        for (const [, src = '', , width, height] of content.matchAll(
          /<img src="([^"]+)" alt="([^"]*)" width="(\d+)" height="(\d+)"/g,
        )) {
          images += 1;
          const size = await sharp(join(site.dir, decodeURI(src).slice(ORIGIN.length))).metadata();
          if (size.width !== Number(width) || size.height !== Number(height)) wrong.push(src);
        }
        expect(contentProblems(content)).toEqual([]);
      }
      expect(wrong).toEqual([]);
      if (site.name === 'english') expect(images).toBeGreaterThan(4);
    });
  });
});
