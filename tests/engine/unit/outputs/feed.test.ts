import { describe, expect, test } from 'vitest';
import { toAtom } from '../../../../src/outputs/feeds/atom.ts';
import {
  authorFeed,
  siteFeed,
  storylineFeed,
  topicFeed,
} from '../../../../src/outputs/feeds/feed.ts';
import { toRss } from '../../../../src/outputs/feeds/rss.ts';
import { article, testSite } from '../../../support/article.ts';
import { atomProblems, rssProblems } from '../../../support/feed-rules.ts';
import { compiledArticle } from '../../../support/text.ts';
import { ids, numbered, sourceOf, text } from './feed-entries.ts';

describe('the identity of an item', () => {
  test('is made of the docket number: slug, title, tag and address do not matter', () => {
    const before = siteFeed(sourceOf([article({ number: '18-31', tags: ['china'] })]));
    const site = testSite({ url: 'https://elsewhere.example/news/' });
    const after = siteFeed(
      sourceOf(
        [article({ number: '18-31', slug: 'renamed', title: 'Renamed', tags: ['prc'] })],
        () => text,
        site,
      ),
    );
    expect(ids(before)).toEqual(['tag:quay.example,2026:docket/18-31']);
    expect(ids(after)).toEqual(ids(before));
    expect(after.id).toBe(before.id);
    expect(after.items[0]?.url).toBe('https://elsewhere.example/news/2018/renamed/');
  });

  test('is the same in every feed', () => {
    const source = sourceOf([article({ number: '18-31', tags: ['china'], storyline: 'ban' })]);
    const { tags, storylines, authors } = source.archive;
    const feeds = [
      siteFeed(source),
      ...[...tags.values()].map((tag) => topicFeed(source, tag)),
      ...[...storylines.values()].map((storyline) => storylineFeed(source, storyline)),
      ...[...authors.values()].map((author) => authorFeed(source, author)),
    ];
    expect(feeds).toHaveLength(4);
    expect(new Set(feeds.flatMap(ids)).size).toBe(1);
    expect(new Set(feeds.map(({ id }) => id)).size).toBe(4);
  });

  test('of an entry without a number is its path', () => {
    expect(ids(siteFeed(sourceOf([article({ slug: 'v1.10' })])))).toEqual([
      'tag:quay.example,2026:docket/2018/v1.10',
    ]);
  });
});

describe('what is in a feed, and in which order', async () => {
  test('sixty entries of one day stand in the order of the docket, in two formats without a warning', async () => {
    const feed = siteFeed(sourceOf(numbered(60)));
    expect(
      ids(feed)
        .slice(0, 3)
        .map((id) => id.slice(-5)),
    ).toEqual(['18-60', '18-59', '18-58']);
    expect(feed.items).toHaveLength(50);
    const times = feed.items.map(({ published }) => published);
    expect(times).toEqual([...new Set(times)].sort((a, b) => b - a));
    expect(atomProblems(toAtom(feed), feed.self.atom ?? '')).toEqual([]);
    expect(rssProblems(await toRss(feed), feed.self.rss ?? '')).toEqual([]);
  });

  test('a storyline gives all of its parts', () => {
    const source = sourceOf(numbered(60, { storyline: 'ban' }));
    const storyline = source.archive.storylines.get('ban');
    expect(storyline && storylineFeed(source, storyline).items).toHaveLength(60);
  });

  test('a topic gives as many as the publication says', () => {
    const source = sourceOf(numbered(40, { tags: ['china'] }));
    const tag = source.archive.tags.get('china');
    expect(tag && topicFeed(source, tag).items).toHaveLength(30);
  });

  test('no draft and no future entry; of a withdrawn one the notice, under the same id', () => {
    const source = sourceOf([
      article({ slug: 'a', number: '18-1' }),
      article({ slug: 'b', number: '18-2', draft: true }),
      article({ slug: 'c', number: '27-1', pubDate: '2027-01-01' }),
      article({ slug: 'd', number: '18-3', withdrawn: { date: '2019-01-01', reason: 'Wrong.' } }),
    ]);
    const feed = siteFeed(source);
    expect(ids(feed)).toEqual([
      'tag:quay.example,2026:docket/18-3',
      'tag:quay.example,2026:docket/18-1',
    ]);
    expect(feed.items[0]).toMatchObject({
      title: 'Entry 18-3 has been withdrawn',
      content:
        '<p>Wrong.</p>\n<p><a href="https://quay.example/2018/d/">This entry on Quay Register: no. 18-3</a></p>',
      authors: [],
      categories: [],
    });
    expect(feed.items[0]?.updated).toBeGreaterThan(feed.items[0]?.published ?? 0);
  });

  test('an old entry has a place when it was corrected, and when it was compiled just now', () => {
    const feed = siteFeed(
      sourceOf([
        ...numbered(60, { pubDate: '2020-01-01' }),
        article({
          slug: 'corrected',
          number: '17-1',
          corrections: [{ date: '2021-01-01', text: 'No.' }],
        }),
        article({ slug: 'compiled', number: '17-2', compiled: '2021-01-01' }),
        article({
          slug: 'withdrawn',
          number: '17-3',
          withdrawn: { date: '2021-01-01', reason: 'No.' },
        }),
        article({ slug: 'old', number: '17-4' }),
      ]),
    );
    expect(feed.items).toHaveLength(50);
    expect(
      ids(feed).flatMap((id, i) => (id.includes('/17-') ? [`${i} ${id.slice(-4)}`] : [])),
    ).toEqual(['0 17-2', '48 17-3', '49 17-1']);
  });

  test('of one day those that came out last, whether it is bare or has a time', () => {
    const morning = numbered(50, { pubDate: '2020-01-01T09:00Z' });
    const late = article({
      slug: 'late',
      number: '20-1',
      pubDate: '2020-01-01',
      first: '2020-01-01T18:00Z',
    });
    expect(ids(siteFeed(sourceOf([...morning, late])))[0]).toMatch(/20-1$/);
    expect(ids(siteFeed(sourceOf([...morning, late])))).toHaveLength(50);
  });

  test('a day of many updates leaves new entries their places', () => {
    const updated = numbered(60, { pubDate: '2018-08-24', updatedDate: '2021-01-01' });
    const fresh = Array.from({ length: 50 }, (_, i) =>
      article({ slug: `new-${i}`, number: `20-${i + 1}`, pubDate: '2020-01-01' }),
    );
    const feed = siteFeed(sourceOf([...updated, ...fresh]));
    expect(ids(feed).filter((id) => id.includes('/20-'))).toHaveLength(45);
  });

  test('of a withdrawn entry the notice is in every feed that had it, and the feeds break no rule', async () => {
    const filed = { tags: ['china'], storyline: 'ban' };
    const source = sourceOf([
      article({ slug: 'a', number: '18-1', ...filed }),
      article({
        slug: 'b',
        number: '18-2',
        ...filed,
        withdrawn: { date: '2019-01-01', reason: 'Wrong.' },
      }),
    ]);
    const { tags, storylines, authors } = source.archive;
    const feeds = [
      siteFeed(source),
      ...[...tags.values()].map((tag) => topicFeed(source, tag)),
      ...[...storylines.values()].map((storyline) => storylineFeed(source, storyline)),
      ...[...authors.values()].map((author) => authorFeed(source, author)),
    ];
    expect(feeds).toHaveLength(4);
    for (const feed of feeds) {
      expect(
        feed.items.map(({ title }) => title),
        feed.title,
      ).toEqual(['Entry 18-2 has been withdrawn', 'A bank writes a rule']);
      expect(rssProblems(await toRss(feed), feed.self.rss ?? '')).toEqual([]);
    }
    const [site] = feeds;
    expect(site && atomProblems(toAtom(site), site.self.atom ?? '')).toEqual([]);
  });

  const { text: heavy } = await compiledArticle('word '.repeat(12_000));

  test('heavy entries leave room by being fewer, and none is cut', async () => {
    const days = Array.from({ length: 20 }, (_, i) =>
      article({
        slug: `day-${i}`,
        number: `18-${i + 1}`,
        pubDate: `2018-08-${String(i + 1).padStart(2, '0')}`,
      }),
    );
    const feed = siteFeed(sourceOf(days, () => heavy));
    expect(feed.items).toHaveLength(10);
    const isShort = ({ content }: (typeof feed.items)[number]) => content.length < 1000;
    // the newest come whole
    expect(feed.items.map(isShort).indexOf(true)).toBe(4);
    expect(feed.items.slice(4).every(isShort)).toBe(true);
    expect(Buffer.byteLength(await toRss(feed))).toBeLessThan(320_000);
    for (const { content } of feed.items)
      expect(content).toMatch(/Published \d+ August 2018\.<\/p>$/);
  });

  test('of a day of many long entries none is lost: what is too heavy comes short', async () => {
    const feed = siteFeed(sourceOf(numbered(20), () => heavy));
    expect(feed.items).toHaveLength(20);
    expect(Buffer.byteLength(await toRss(feed))).toBeLessThan(320_000);
    expect(feed.items[19]?.content).toContain('too long for a feed');
    expect(rssProblems(await toRss(feed), feed.self.rss ?? '')).toEqual([]);
  });

  test('an article of a megabyte is announced, not sent', async () => {
    const { text: huge } = await compiledArticle('word '.repeat(200_000));
    const feed = siteFeed(sourceOf(numbered(3), ({ key }) => (key === '18-2' ? huge : text)));
    expect(feed.items).toHaveLength(3);
    expect(Buffer.byteLength(await toRss(feed))).toBeLessThan(20_000);
    expect(feed.items[1]?.content).toContain('too long for a feed');
    expect(feed.items[1]?.content).toContain('href="https://quay.example/2018/entry-2/"');
  });
});
