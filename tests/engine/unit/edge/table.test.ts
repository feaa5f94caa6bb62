import { describe, expect, test } from 'vitest';
import {
  HEADERS_LIMITS,
  headersFile,
  netlifyHeaders,
} from '../../../../src/outputs/edge/headers-file.ts';
import { Edge, literal } from '../../../../src/outputs/edge/match.ts';
import { REDIRECTS_LIMITS, redirectsFile } from '../../../../src/outputs/edge/redirects-file.ts';
import { edgeTable } from '../../../../src/outputs/edge/table.ts';

const hsts = { seconds: 63_072_000, subdomains: true, preload: false };
const table = edgeTable({ url: 'https://docket.example/', hsts }, [], []);

describe('the table of rules', () => {
  test('follows the base path', () => {
    const below = new Edge(edgeTable({ url: 'https://docket.example/news/', hsts }, [], []));
    expect(below.kindsOf('/news/').map(({ name }) => name)).toEqual(['Pages']);
    expect(below.kindsOf('/').map(({ name }) => name)).toEqual([]);
    expect(below.headers('/news/2018/x/', 200)['Speculation-Rules']).toBe(
      '"/news/speculation-rules.json"',
    );
  });

  test('preload is said only when the owner says so', () => {
    const header = (preload: boolean) =>
      edgeTable({ url: 'https://docket.example/', hsts: { ...hsts, preload } }, [], []).always[
        'Strict-Transport-Security'
      ];
    expect(header(false)).toBe('max-age=63072000; includeSubDomains');
    expect(header(true)).toBe('max-age=63072000; includeSubDomains; preload');
  });

  test('_headers keeps to the limits of Cloudflare, and no two rules set one header of a path', () => {
    const rules = headersFile(table).split(/\n(?=\/)/);
    expect(rules.length).toBeLessThanOrEqual(HEADERS_LIMITS.rules);
    for (const line of headersFile(table).split('\n')) {
      expect(line.length).toBeLessThanOrEqual(HEADERS_LIMITS.line);
    }
    const everywhere = Object.keys(table.always);
    for (const kind of table.kinds) {
      expect(Object.keys(kind.headers).filter((name) => everywhere.includes(name))).toEqual([]);
    }
  });

  test('on Netlify, as it reads paths, no file has a header twice, nor one of another kind', () => {
    const rules = netlifyHeaders(table)
      .split(/\n(?=\/)/)
      .map((text) => {
        const [path = '', ...lines] = text.trimEnd().split('\n');
        const headers = lines.map((line) =>
          line
            .trim()
            .split(/: (.*)/)
            .slice(0, 2),
        );
        return { path: netlifyPattern(path), headers: headers as [string, string][] };
      });
    const edge = new Edge(table);
    for (const path of [
      ...['/', '/2018/x/', '/rss.xml', '/topics/x/rss.xml', '/feed.json', '/feeds/feeds.opml'],
      ...['/_assets/a.js', '/images/a.png', '/robots.txt', '/.well-known/security.txt'],
      ...['/sitemap.xml', '/news-sitemap.xml', '/pagefind/pagefind.js', '/favicon.svg'],
      ...['/pagefind/parts/a/1.json', '/speculation-rules.json', '/next-change.json'],
    ]) {
      const said = rules.filter((rule) => rule.path.test(path)).flatMap(({ headers }) => headers);
      expect(new Set(said.map(([name]) => name)).size, path).toBe(said.length);
      const wanted = edge.headers(path, 200);
      if (path.endsWith('/')) {
        delete wanted['Cache-Control'];
        delete wanted['Cross-Origin-Resource-Policy'];
      }
      expect(Object.fromEntries(said), path).toMatchObject(wanted);
    }
  });

  test('_redirects has each address twice, encoded, and keeps to the limits', () => {
    const old = Array.from({ length: 3000 }, (_, i) => ({ from: `/старый-${i}`, to: '/2018/x/' }));
    const lines = redirectsFile({ ...table, redirects: old })
      .split('\n')
      .slice(1, -1);
    expect(lines).toHaveLength(REDIRECTS_LIMITS.rules);
    expect(lines.slice(0, 2)).toEqual([
      '/%D1%81%D1%82%D0%B0%D1%80%D1%8B%D0%B9-0 /2018/x/ 301',
      '/%D1%81%D1%82%D0%B0%D1%80%D1%8B%D0%B9-0/ /2018/x/ 301',
    ]);
  });

  test('no old address becomes a pattern or another address in _redirects', () => {
    const from = ['/#top', '/what?', '/all*', '/a:b', '/plain'];
    const redirects = from.map((path) => ({ from: path, to: '/2018/x/' }));
    const lines = redirectsFile({ ...table, redirects })
      .split('\n')
      .slice(1, -1);
    expect(lines.map((line) => line.split(' ')[0])).toEqual([
      '/%23top',
      '/%23top/',
      '/what%3F',
      '/what%3F/',
      '/plain',
      '/plain/',
    ]);
  });
});

/** A path of `_headers` as Netlify's own parser reads it: empty parts left out, a lone `*` optional. */
function netlifyPattern(path: string): RegExp {
  const parts = path.split('/').filter((part) => part !== '');
  const sources = parts.map((part) =>
    part === '*' ? '?(.*)' : part.split('*').map(literal).join('(.*)'),
  );
  return new RegExp(`^/${sources.join('/')}/?$`, 'iu');
}

test('hosts that the owner named may be sent forms, framed or played, and no others', () => {
  const hosts = [
    { host: 'forms.example', use: 'form', reason: 'the form for our letter' },
    { host: 'https://films.example', use: 'frame', reason: 'films' },
    { host: 'sound.example', use: 'media', reason: 'recordings' },
  ] as const;
  const of = (named: (typeof hosts)[number][]) =>
    edgeTable({ url: 'https://docket.example/', hsts, hosts: named }, [], []).always;
  const policy = of([...hosts])['Content-Security-Policy'] ?? '';
  expect(policy).toContain("form-action 'self' https://forms.example;");
  expect(policy).toContain('frame-src https://films.example;');
  expect(policy).toContain("media-src 'self' https://sound.example;");
  // what they send seldom says that it may be embedded under the strictest isolation
  expect(of([...hosts])).not.toHaveProperty('Cross-Origin-Embedder-Policy');
  expect(of([hosts[0]])).toHaveProperty('Cross-Origin-Embedder-Policy');
  expect(of([])['Content-Security-Policy']).not.toMatch(/https:|frame-src/);
});

test('https is insisted on for five minutes where the owner says nothing, and not at all below a path', () => {
  const of = (url: string) => edgeTable({ url }, [], []).always['Strict-Transport-Security'];
  expect(of('https://docket.example/')).toBe('max-age=300');
  expect(of('https://docket.example/news/')).toBeUndefined();
});
