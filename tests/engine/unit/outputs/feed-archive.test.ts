import { expect, test } from 'vitest';
import { Memo } from '../../../../src/content/memo.ts';
import { toAtom } from '../../../../src/outputs/feeds/atom.ts';
import { siteFeed } from '../../../../src/outputs/feeds/feed.ts';
import { archivePages } from '../../../../src/outputs/feeds/feed-archive.ts';
import { FeedSource } from '../../../../src/outputs/feeds/feed-item.ts';
import { archiveOf, article } from '../../../support/article.ts';
import { atomProblems } from '../../../support/feed-rules.ts';
import { compiledArticle } from '../../../support/text.ts';

const { text } = await compiledArticle('A text.');

function pagesOf(count: number, more: ReturnType<typeof article>[] = []) {
  const articles = Array.from({ length: count }, (_, i) =>
    article({
      slug: `entry-${i}`,
      number: `18-${i + 1}`,
      pubDate: i < 30 ? '2017-05-01' : '2018-08-24',
    }),
  );
  const archive = archiveOf([...articles, ...more]);
  const source = new FeedSource({ archive, text: () => text, memo: new Memo() });
  const pages = archivePages(archive).map(({ name, feed }) => ({ name, feed: feed(source) }));
  return { pages, site: siteFeed(source) };
}

test('the archive holds every entry once, a year after the other, in an order that a reader can follow', () => {
  const { pages, site } = pagesOf(60);
  expect(pages.map(({ name, feed }) => [name, feed.items.length])).toEqual([
    ['2017', 25],
    ['2017-2', 5],
    ['2018', 25],
    ['2018-2', 5],
  ]);
  const url = (name: string) => `https://quay.example/feeds/${name}.xml`;
  expect(site.archive.older).toBe(url('2018-2'));
  expect(pages.map(({ feed }) => [feed.archive.older, feed.archive.newer])).toEqual([
    [undefined, url('2017-2')],
    [url('2017'), url('2018')],
    [url('2017-2'), url('2018-2')],
    [url('2018'), undefined],
  ]);
  const ids = pages.flatMap(({ feed }) => feed.items.map(({ id }) => id));
  expect(new Set(ids).size).toBe(60);
  for (const { name, feed } of pages) expect(atomProblems(toAtom(feed), url(name))).toEqual([]);
});

test('one page alone has the whole record, and says so', () => {
  const { pages } = pagesOf(3);
  const xml = toAtom(pages[0]?.feed as never);
  expect(xml).toContain('<fh:complete/>');
  expect(atomProblems(xml, 'https://quay.example/feeds/2017.xml')).toEqual([]);
  expect(pagesOf(0).site.archive.older).toBeUndefined();
});

test('a new entry changes the newest page alone', () => {
  const said = (pages: ReturnType<typeof pagesOf>['pages']) =>
    new Map(pages.map(({ name, feed }) => [name, toAtom(feed)]));
  const before = said(pagesOf(58).pages);
  const after = said(
    pagesOf(58, [article({ slug: 'new', number: '18-99', pubDate: '2018-09-01' })]).pages,
  );
  expect(
    [...after].filter(([name, xml]) => before.get(name) !== xml).map(([name]) => name),
  ).toEqual(['2018-2']);
});
