import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { toAtom } from '../../../../src/outputs/feeds/atom.ts';
import { correctionsFeed, siteFeed } from '../../../../src/outputs/feeds/feed.ts';
import { toJsonFeed } from '../../../../src/outputs/feeds/json-feed.ts';
import { toOpml } from '../../../../src/outputs/feeds/opml.ts';
import { toRss } from '../../../../src/outputs/feeds/rss.ts';
import { article, testSite } from '../../../support/article.ts';
import { atomProblems, opmlProblems, rssProblems } from '../../../support/feed-rules.ts';
import { ids, sourceOf, text } from './feed-entries.ts';

describe('changes', () => {
  const before = article({ number: '18-31' });
  const corrected = article({
    number: '18-31',
    corrections: [{ date: '2018-09-01T10:00Z', text: 'It was three.', was: 'two', now: 'three' }],
  });

  test('a correction changes the one item: same id and publication, new update, said in title and text', () => {
    const [old] = siteFeed(sourceOf([before])).items;
    const feed = siteFeed(sourceOf([corrected]));
    const [item] = feed.items;
    expect(item).toMatchObject({
      id: old?.id,
      published: old?.published,
      updated: Date.parse('2018-09-01T10:00Z'),
      title: 'Corrected: A bank writes a rule',
    });
    expect(feed.updated).toBe(item?.updated);
    expect(item?.content).toMatch(
      /^<p><strong>Correction, 1 September 2018 at 10:00 UTC\.<\/strong> It was three\.<\/p>\n<ul><li>As published: <del>two<\/del><\/li>\n<li>As corrected: <ins>three<\/ins><\/li><\/ul>/,
    );
  });

  test('an update says its day', () => {
    const [item] = siteFeed(
      sourceOf([article({ number: '18-31', updatedDate: '2018-10-01' })]),
    ).items;
    expect(item?.content).toMatch(/^<p><strong>Updated 1 October 2018\.<\/strong><\/p>/);
    expect(item?.title).toBe('A bank writes a rule');
  });

  test('a correction is an item of its own in the feed of corrections', () => {
    const [item] = correctionsFeed(sourceOf([corrected])).items;
    expect(item).toMatchObject({
      id: 'tag:quay.example,2026:docket/18-31/correction-1',
      url: 'https://quay.example/2018/a-bank-writes-a-rule/#correction-1',
      title: 'Correction of “A bank writes a rule”',
      summary: 'It was three.',
    });
  });

  test('a second correction leaves the id of the first', () => {
    const twice = article({
      number: '18-31',
      corrections: [
        { date: '2018-09-01', text: 'First.' },
        { date: '2018-09-02', text: 'Second.' },
      ],
    });
    expect(ids(correctionsFeed(sourceOf([twice]))).map((id) => id.slice(-12))).toEqual([
      'correction-2',
      'correction-1',
    ]);
  });
});

describe('an address in other letters', () => {
  test('is a URI in every format, the same in text and link', async () => {
    const foreign = article({ slug: '中国-новости', number: '18-31', tags: ['価格'] });
    const source = sourceOf([foreign]);
    const page = `https://quay.example/2018/${encodeURIComponent('中国-новости')}/`;
    const feed = siteFeed(source);
    expect(feed.items[0]?.url).toBe(page);
    expect(feed.items[0]?.content).toContain(`<a href="${page}">`);
    expect(rssProblems(await toRss(feed), feed.self.rss ?? '')).toEqual([]);
    expect(atomProblems(toAtom(feed), feed.self.atom ?? '')).toEqual([]);
    expect(opmlProblems(toOpml(source.archive))).toEqual([]);
  });
});

describe('hubs', () => {
  test('that the publication tells are named in every format, so that programs can subscribe there', async () => {
    const hub = 'https://hub.example/';
    const site = testSite({ ping: { hubs: [hub] } });
    const feed = siteFeed(sourceOf([article({ number: '18-31' })], () => text, site));
    const rss = await toRss(feed);
    const atom = toAtom(feed);
    expect(parseRssFeed(rss).atom?.links).toContainEqual({ href: hub, rel: 'hub' });
    expect(parseAtomFeed(atom).links).toContainEqual({ href: hub, rel: 'hub' });
    expect(JSON.parse(toJsonFeed(feed))).toMatchObject({ hubs: [{ type: 'WebSub', url: hub }] });
    expect(rssProblems(rss, feed.self.rss ?? '')).toEqual([]);
    expect(atomProblems(atom, feed.self.atom ?? '')).toEqual([]);
  });
});

test('the time of an empty publication is its launch, not the build', () => {
  expect(siteFeed(sourceOf([])).updated).toBe(Date.UTC(2026, 0, 1));
});
