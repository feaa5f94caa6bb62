import { expect, test } from 'vitest';
import { SITES } from '../../support/build-site.ts';

const SITE = SITES.find(({ name }) => name === 'chinese');
const SLUG = '2026/北码头重开';
const ADDRESS = `https://dukou.example/2026/${encodeURIComponent('北码头重开')}/`;

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
