import { expect, test } from 'vitest';
import { Edge } from '../../../src/outputs/edge/match.ts';
import type { EdgeTable } from '../../../src/outputs/edge/table.ts';
import { SITES } from '../../support/build-site.ts';

/* The German fixture is for a host without rules of redirection: pages lead on from old addresses. */

const site = SITES.find(({ name }) => name === 'german');

const BRIDGE = '2025/10/die-brueckenstrasse-wird-gesperrt/';

test.each([
  ['alt/brücke/index.html', BRIDGE],
  ['2018/08/name.html', BRIDGE],
  ['café/index.html', BRIDGE],
  // as the ledger has them: it began with the usual pattern and names
  ['2025/die-brueckenstrasse-wird-gesperrt/index.html', BRIDGE],
  ['2026/eine-neue-bruecke/index.html', '2026/11/eine-neue-bruecke/'],
  ['topics/haushalt/index.html', 'themen/haushalt/'],
  ['authors/redaktion/index.html', 'autoren/redaktion/'],
  ['topics/index.html', 'themen/'],
  // programs look there
  ['search/index.html', 'suche/'],
])('the page %s leads on in one step', (file, to) => {
  const html = site?.file(file);
  const address = `${site?.url}${to}`;
  expect(html).toContain(`<meta http-equiv="refresh" content="0; url=${address}">`);
  expect(html).toContain(`<link rel="canonical" href="${address}">`);
  expect(site?.file('sitemap.xml')).not.toContain(`/${file.replace('index.html', '')}`);
  expect(site?.files()).toContain(`${to}index.html`);
});

test.each([
  ['/rat/2026/eine-neue-bruecke', '/rat/2026/11/eine-neue-bruecke/'],
  ['/rat/topics/haushalt', '/rat/themen/haushalt/'],
  ['/rat/topics/haushalt/rss.xml', '/rat/themen/haushalt/rss.xml'],
  ['/rat/corrections/rss.xml', '/rat/korrekturen/rss.xml'],
])('every host knows that %s is %s', (from, to) => {
  const edge = new Edge(JSON.parse(site?.file('.edge/table.json') ?? '') as EdgeTable);
  for (const path of [from, `${from}/`]) {
    expect(edge.verdict(path)).toEqual({ status: 301, to });
  }
  expect(edge.verdict(to)).toEqual({ status: 200 });
  for (const [file, line] of [
    ['_redirects', `\n${from} ${to} 301\n`],
    ['.edge/nginx-http.conf', `  "${from}" "${to}";\n`],
    ['.edge/Caddyfile', `\`${from}\` \`${to}\`\n`],
    ['.edge/worker.js', `"${from}": "${to}"`],
  ] as const) {
    expect(site?.file(file), file).toContain(line);
  }
});

test('links by file, by old address and by old folder lead to the page of today', () => {
  const links = (path: string) =>
    [...(site?.file(path) ?? '').matchAll(/<a href="([^"#]*)"[^>]*>/g)].map(([, href]) => href);
  expect(links('2026/11/eine-neue-bruecke/index.html')).toContain(`/rat/${BRIDGE}`);
  expect(links('2026/02/der-haushalt-waechst/index.html')).toEqual(
    expect.arrayContaining(['/rat/themen/haushalt/', '/rat/2026/11/eine-neue-bruecke/']),
  );
  expect(links('impressum/index.html')).toEqual(
    expect.arrayContaining(['/rat/themen/', '/rat/2026/02/der-haushalt-waechst/']),
  );
  for (const feed of ['rss.xml', 'atom.xml', 'feed.json']) {
    expect(site?.file(feed), feed).not.toMatch(/gruenau\.example\/rat\/(?:alt|topics|2026\/eine)/);
  }
});
