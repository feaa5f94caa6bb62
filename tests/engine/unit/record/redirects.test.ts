import { describe, expect, test } from 'vitest';
import { tagSchema } from '../../../../src/record/frontmatter.ts';
import { gone, queries, redirects, wellKnown } from '../../../../src/record/redirects.ts';
import { archiveOf, article, testSite } from '../../../support/article.ts';

const renamed = {
  tags: new Map([
    [
      'prc',
      {
        name: 'China',
        group: 'place' as const,
        description: '',
        synonyms: [],
        aliases: ['/topics/china/'],
      },
    ],
  ]),
  storylines: new Map([
    [
      'ban',
      {
        name: 'The ban',
        short: 'A ban.',
        description: 'A ban.',
        status: 'open' as const,
        aliases: ['/storylines/old'],
      },
    ],
  ]),
  authors: new Map([['desk', { name: 'Desk', aliases: ['/authors/staff/'] }]]),
};

describe('old addresses', () => {
  test('of a renamed topic, storyline or author lead to its page and to its feed', () => {
    const archive = archiveOf([article({ tags: ['prc'], storyline: 'ban' })], renamed);
    expect(redirects(archive)).toEqual([
      { from: '/authors/staff', to: '/authors/desk/' },
      { from: '/authors/staff/rss.xml', to: '/authors/desk/rss.xml' },
      { from: '/storylines/old', to: '/storylines/ban/' },
      { from: '/storylines/old/rss.xml', to: '/storylines/ban/rss.xml' },
      { from: '/topics/china', to: '/topics/prc/' },
      { from: '/topics/china/rss.xml', to: '/topics/prc/rss.xml' },
    ]);
  });

  test('are below the base path wherever the site is', () => {
    const site = testSite({ url: 'https://example.org/news/' });
    const archive = archiveOf([article({ tags: ['prc'], aliases: ['/2018/old/'] })], {
      site,
      tags: renamed.tags,
    });
    expect(redirects(archive)).toEqual([
      { from: '/news/2018/old', to: '/news/2018/a-bank-writes-a-rule/' },
      { from: '/news/topics/china', to: '/news/topics/prc/' },
      { from: '/news/topics/china/rss.xml', to: '/news/topics/prc/rss.xml' },
    ]);
  });

  test('of a topic, storyline or author without entries lead to their like, or to the front page, and to the feed of all', () => {
    const filed = [
      '/topics/prc/',
      '/topics/gone/',
      '/storylines/',
      '/storylines/over/',
      '/authors/left/',
      '/about/',
    ];
    const archive = archiveOf([article({ tags: ['prc'] })], { filed, tags: renamed.tags });
    expect(redirects(archive).filter(({ from }) => from !== '/topics/china')).toEqual([
      { from: '/authors/left', to: '/' },
      { from: '/authors/left/rss.xml', to: '/rss.xml' },
      { from: '/storylines', to: '/' },
      { from: '/storylines/over', to: '/' },
      { from: '/storylines/over/rss.xml', to: '/rss.xml' },
      { from: '/storylines/rss.xml', to: '/rss.xml' },
      { from: '/topics/china/rss.xml', to: '/topics/prc/rss.xml' },
      { from: '/topics/gone', to: '/topics/' },
      { from: '/topics/gone/rss.xml', to: '/rss.xml' },
    ]);
  });

  test('of an entry that another entry has now are that entry’s', () => {
    const archive = archiveOf([
      article({ slug: 'new', number: '18-1', aliases: ['/2018/taken/'] }),
      article({ slug: 'taken', number: '18-2' }),
    ]);
    expect(redirects(archive)).toEqual([]);
  });
});

test.each(['/', '/news/'])(
  'below %s, an address with a query leads on from the front page alone',
  (base) => {
    const site = testSite({ url: `https://quay.example${base}` });
    const tags = new Map([
      ['banks', tagSchema.parse({ name: 'Banks', description: 'D.', aliases: ['/?cat=4'] })],
    ]);
    const archive = archiveOf(
      [article({ slug: 'entry', tags: ['banks'], aliases: ['/?p=123', '/?page_id=7'] })],
      { site, tags },
    );
    expect(queries(archive)).toEqual({
      'cat=4': `${base}topics/banks/`,
      'p=123': `${base}2018/entry/`,
      'page_id=7': `${base}2018/entry/`,
    });
    expect(redirects(archive)).toEqual([]);
  },
);

test('feeds of other programs lead on to ours', () => {
  const archive = archiveOf([article({ slug: 'entry' })]);
  const feeds = wellKnown(archive, (path) => path === 'rss/index.html');
  expect(feeds.map(({ from }) => from)).toEqual(['/feed', '/feed.xml', '/index.xml']);
  expect(feeds[0]?.to).toBe('/rss.xml');
});

test('of an owner who moves, the feed leads on from where another program had it', () => {
  const aliases = [
    '/feeds/posts/default',
    '/blog/feed/',
    '/caf%C3%A9.rss',
    '/feed/',
    '/?feed=rss2',
  ];
  const site = testSite({
    feeds: { site: 50, section: 30, aliases: [...aliases, '/../x', '/rss.xml'] },
  });
  const archive = archiveOf([article({ slug: 'entry' })], { site });
  const found = wellKnown(archive, (path) => path === 'rss.xml');
  expect(found.map(({ from, to }) => `${from} ${to}`)).toEqual(
    [
      '/feed',
      '/feed.xml',
      '/index.xml',
      '/rss',
      '/feeds/posts/default',
      '/blog/feed',
      '/café.rss',
    ].map((from) => `${from} /rss.xml`),
  );
  expect(queries(archive)).toEqual({ 'feed=rss2': '/rss.xml' });
});

test('what has expired is gone as what was withdrawn is, and its old addresses lead there', () => {
  const archive = archiveOf([
    article({ slug: 'over', pubDate: '2019-01-01', expires: '2020-01-01', aliases: ['/was/'] }),
    article({ slug: 'there' }),
  ]);
  expect(gone(archive)).toEqual(['/2019/over/']);
  expect(redirects(archive)).toEqual([{ from: '/was', to: '/2019/over/' }]);
});
