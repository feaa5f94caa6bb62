import { describe, expect, test } from 'vitest';
import { type ChangedFile, pings } from '../../../../src/outputs/pings.ts';
import { Routes } from '../../../../src/record/routes.ts';
import { testSite } from '../../../support/article.ts';

const routes = new Routes({ url: 'https://docket.example/news/' });
const key = '0123456789abcdef';
const site = testSite({
  ping: {
    indexNow: { key, endpoint: 'https://index.example/' },
    hubs: ['https://hub.example/'],
  },
});
const change = (path: string, change: ChangedFile['change'] = 'changed') => ({ path, change });

describe('announcing a release', () => {
  test('IndexNow hears of pages that came, changed and went, and of nothing else', () => {
    const [ping, ...more] = pings(site, routes, [
      change('index.html'),
      change('2018/new/index.html', 'added'),
      change('2018/gone/index.html', 'removed'),
      change('2018/new/index.html.br', 'added'),
      change('404.html'),
      change('_assets/a.css'),
    ]);
    expect(more).toEqual([]);
    expect(ping?.url).toBe('https://index.example/');
    expect(JSON.parse(ping?.body ?? '')).toEqual({
      host: 'docket.example',
      key,
      keyLocation: `https://docket.example/news/${key}.txt`,
      urlList: [
        'https://docket.example/news/',
        'https://docket.example/news/2018/new/',
        'https://docket.example/news/2018/gone/',
      ],
    });
  });

  test('no submission has more than 10,000 addresses', () => {
    const many = Array.from({ length: 20_001 }, (_, i) => change(`2018/${i}/index.html`));
    const sizes = pings(site, routes, many).map(
      ({ body }) => (JSON.parse(body) as { urlList: string[] }).urlList.length,
    );
    expect(sizes).toEqual([10_000, 10_000, 1]);
  });

  test('hubs hear of feeds that are still there', () => {
    const said = pings(site, routes, [
      change('rss.xml'),
      change('rss.xml.gz'),
      change('topics/china/feed.json', 'added'),
      change('topics/korea/rss.xml', 'removed'),
    ]).map(({ url, body }) => [url, Object.fromEntries(new URLSearchParams(body))]);
    expect(said).toEqual([
      [
        'https://hub.example/',
        { 'hub.mode': 'publish', 'hub.url': 'https://docket.example/news/rss.xml' },
      ],
      [
        'https://hub.example/',
        { 'hub.mode': 'publish', 'hub.url': 'https://docket.example/news/topics/china/feed.json' },
      ],
    ]);
  });

  test('nobody is told unless the owner names them', () => {
    expect(pings(testSite(), routes, [change('index.html'), change('rss.xml')])).toEqual([]);
  });
});
