import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { siteFile, siteFiles, sitePages } from '../../support/build-site.ts';

const pages = sitePages().map((path) => ({ path, html: siteFile(path) }));

test('every page is valid HTML', async () => {
  const validator = new HtmlValidate({
    root: true,
    extends: ['html-validate:recommended', 'html-validate:document'],
    rules: {
      // a headline is as long as it is
      'long-title': 'off',
      // spaces between elements are the compiler's
      'no-trailing-whitespace': 'off',
      'doctype-style': 'off',
      // what the specification allows and the compiler writes
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
      'void-style': 'off',
      // everything comes from our own host
      'require-sri': 'off',
      // a table that scrolls is a region by name only while it can be focused
      'prefer-native-element': ['error', { exclude: ['region'] }],
      'no-inline-style': 'error',
    },
  });
  const found: string[] = [];
  for (const { path, html } of pages) {
    const report = await validator.validateString(html, path);
    for (const { messages } of report.results) {
      for (const { line, column, ruleId, message } of messages) {
        found.push(`${path}:${line}:${column} ${ruleId}: ${message}`);
      }
    }
  }
  expect(found).toEqual([]);
});

test('every link of the site leads somewhere, and so does its fragment', () => {
  const files = new Set(siteFiles());
  const ids = new Map(
    pages.map(({ path, html }) => [
      path,
      new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)),
    ]),
  );
  const broken: string[] = [];
  for (const { path, html } of pages) {
    const base = new URL(`https://coindocket.example/${path.replace(/index\.html$/, '')}`);
    for (const [, address = ''] of html.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
      const url = new URL(address.replaceAll('&amp;', '&'), base);
      if (url.origin !== base.origin) continue;
      const name = decodeURIComponent(url.pathname.slice(1));
      const target = name === '' || name.endsWith('/') ? `${name}index.html` : name;
      if (!files.has(target)) broken.push(`${path}: ${address}`);
      else if (url.hash !== '' && !ids.get(target)?.has(decodeURIComponent(url.hash.slice(1)))) {
        broken.push(`${path}: ${address} (no such place on the page)`);
      }
    }
  }
  expect(broken).toEqual([]);
});

test('no page has code or style in it', () => {
  const found = pages.flatMap(({ path, html }) => [
    ...[...html.matchAll(/ style="[^"]*"/g)].map(([text]) => `${path}:${text}`),
    ...[...html.matchAll(/<style\b/g)].map(([text]) => `${path}: ${text}`),
    ...[...html.matchAll(/ on[a-z]+="/g)].map(([text]) => `${path}:${text}`),
    ...[
      ...html.matchAll(/<script\b(?![^>]* src=)(?![^>]*type="application\/ld\+json")[^>]*>/g),
    ].map(([text]) => `${path}: ${text}`),
  ]);
  expect(found).toEqual([]);
});

test('every page has one headline, and what a search engine shows of it', () => {
  const wrong = pages.flatMap(({ path, html }) => {
    const complaints = [];
    if ([...html.matchAll(/<h1\b/g)].length !== 1) complaints.push('h1');
    if (!/<title>[^<]+<\/title>/.test(html)) complaints.push('title');
    if (!/<meta name="description" content="[^"]{10,}"/.test(html)) complaints.push('description');
    const canonical = /<link rel="canonical" href="https:\/\/coindocket\.example\/([^"]*)"/.exec(
      html,
    )?.[1];
    const listed = !html.includes('content="noindex"');
    if (listed && canonical !== path.replace(/index\.html$/, '')) complaints.push('canonical');
    return complaints.map((what) => `${path}: ${what}`);
  });
  expect(wrong).toEqual([]);
});

test('titles and descriptions are different on every page', () => {
  const listed = pages.filter(({ html }) => !html.includes('content="noindex"'));
  for (const pattern of [/<title>([^<]+)</, /<meta name="description" content="([^"]+)"/]) {
    const seen = new Map<string, string>();
    const twice = listed.flatMap(({ path, html }) => {
      const text = pattern.exec(html)?.[1] ?? '';
      const other = seen.get(text);
      seen.set(text, path);
      return other === undefined ? [] : [`${path} and ${other}: ${text}`];
    });
    expect(twice).toEqual([]);
  }
});

test('structured data is JSON and names the page', () => {
  const types = new Set<string>();
  for (const { path, html } of pages) {
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1];
    if (json === undefined) continue;
    const data = JSON.parse(json) as { '@graph': { '@type': string }[] };
    expect(data['@graph'].length, path).toBeGreaterThan(0);
    for (const thing of data['@graph']) types.add(thing['@type']);
  }
  expect([...types].sort()).toEqual([
    'AnalysisNewsArticle',
    'BackgroundNewsArticle',
    'BreadcrumbList',
    'NewsMediaOrganization',
    'ProfilePage',
    'ReportageNewsArticle',
    'WebSite',
  ]);
});
