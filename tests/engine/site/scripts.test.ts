import { describe, expect, test } from 'vitest';
import { SITES } from '../../support/build-site.ts';

const SITE = SITES.find(({ name }) => name === 'chinese');
const SLUG = 'report/北码头重开';
const ADDRESS = `https://dukou.example/report/${encodeURIComponent('北码头重开')}/`;

test('a file keeps the letters of its name, and its address is a URI', () => {
  const page = SITE?.file(`${SLUG}/index.html`) ?? '';
  expect(page).toContain(`<link rel="canonical" href="${ADDRESS}">`);
  expect(page).toContain(`<meta property="og:url" content="${ADDRESS}">`);
  for (const file of ['sitemap.xml', 'rss.xml', 'atom.xml', 'feed.json']) {
    expect(SITE?.file(file), file).toContain(ADDRESS);
    expect(SITE?.file(file), file).not.toContain(SLUG);
  }
});

test('its card lies where its page says', () => {
  const page = SITE?.file(`${SLUG}/index.html`) ?? '';
  const card = /<meta property="og:image" content="https:\/\/dukou\.example\/([^"]+)"/.exec(
    page,
  )?.[1];
  expect(SITE?.files()).toContain(decodeURI(card ?? ''));
});

describe('an article in a language of its own', () => {
  const german = SITES.find(({ name }) => name === 'german');
  const page = () => german?.file('2026/11/the-bridge-in-english/index.html') ?? '';
  const article = () => /<article[\s\S]*<\/article>/.exec(page())?.[0] ?? '';

  test('speaks it within, and the publication’s around it', () => {
    expect(page()).toMatch(/^<!doctype html><html lang="de-DE">/i);
    expect(page()).toContain('>Themen</a>');
    expect(article()).toMatch(/^<article lang="en-GB">/);
    for (const words of ['Sources', 'Exhibit A.', 'Notes', 'Cite or share', '20 November 2026'])
      expect(article()).toContain(words);
    expect(article()).not.toMatch(/Quellen|Anlage|Erschienen/);
    expect(page()).toContain('"inLanguage":"en-GB"');
  });

  test('sets signs and numbers as it does, and words in another as that does', () => {
    expect(article()).toContain('“closed”');
    expect(article()).toContain('<span lang="de">„bis auf Weiteres“</span>, and that’s all');
    expect(article()).toContain('1,234.5\u00a0metres');
    expect(article()).toContain('in German');
  });

  test('says which it is wherever its words stand', () => {
    const said = 'lang="en-GB">The bridge, for visitors</a>';
    for (const file of ['index.html', 'archiv/index.html', 'themen/altstadt/index.html'])
      expect(german?.file(file), file).toContain(said);
    const { items } = JSON.parse(german?.file('feed.json') ?? '{}');
    const item = items.find(({ title }: { title: string }) => title.startsWith('The bridge'));
    expect(item.language).toBe('en-GB');
    expect(item.content_html).toMatch(/^<div lang="en-GB" dir="ltr">[\s\S]*Sources/);
    const { language } = JSON.parse(german?.file('pagefind/manifest.json') ?? '{}');
    expect(language.small.split(' ')).toEqual(expect.arrayContaining(['wurde', 'whose']));
  });
});

test('a folder has a name of its letters, and the id of the feed in it is as anywhere', () => {
  expect(SITE?.file('话题/index.html')).toContain('https://dukou.example/%E8%AF%9D%E9%A2%98/');
  expect(SITE?.file('订阅/2026.xml')).toContain('tag:dukou.example,2026:feed/feeds/2026.xml');
});
