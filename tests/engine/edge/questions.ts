import type { Engine } from '../../../src/cli/engines.ts';

/** What is asked of every engine, and the answer that the table of rules calls for. */
export interface Question {
  name: string;
  path: string;
  method?: string;
  headers?: Record<string, string>;
  /** Facts of the answer; what is not named is not looked at. */
  expect: Facts;
}

export interface Facts {
  status?: number;
  location?: string;
  type?: string;
  encoding?: string;
  vary?: string;
  cache?: string;
  allow?: string;
  range?: string;
  /** Bytes of the body as sent. */
  bytes?: number;
  /** The body, or its beginning. */
  begins?: string;
}

/** Facts in which an engine differs from the table, with the reason. */
export interface Difference {
  questions: readonly string[];
  /** What is asked for, for people; the questions' names when it is left out. */
  asked?: string;
  engine: Engine;
  facts: Facts;
  /** Whether nothing else of the answer is looked at. */
  alone?: boolean;
  why: string;
}

export const HTML = 'text/html; charset=utf-8';
export const PAGE =
  'public, max-age=0, s-maxage=300, stale-while-revalidate=3600, stale-if-error=604800';
const FOREVER = 'public, max-age=31536000, immutable';
export const MISSING: Facts = {
  status: 404,
  type: HTML,
  cache: 'no-cache',
  begins: '<!doctype html><html lang="en"><title>There is no such page',
};
export const WITHDRAWN: Facts = {
  status: 410,
  type: HTML,
  cache: 'no-cache',
  begins: '<!doctype html><html lang="en"><title>This entry was withdrawn',
};
const REFUSED: Facts = { status: 405, allow: 'GET, HEAD', cache: 'no-cache' };
const OLD = encodeURIComponent('старый-адрес');
const GONE = encodeURIComponent('撤回');

export const moved = (location: string): Facts => ({
  status: 301,
  location,
  cache: 'public, max-age=3600',
});

/** What caches and downloaders send with a question; of an error they need the page all the same. */
const CONDITIONS: Readonly<Record<string, Record<string, string>>> = {
  'if none is there': { 'if-none-match': '*' },
  'if it has another tag': { 'if-none-match': '"x"' },
  'if there is one': { 'if-match': '*' },
  'if it has that tag': { 'if-match': '"x"' },
  'if it is newer': { 'if-modified-since': 'Sun, 22 Nov 2026 12:00:00 GMT' },
  'if it is older': { 'if-unmodified-since': 'Sun, 22 Nov 1996 12:00:00 GMT' },
  'some bytes of it': { range: 'bytes=0-9' },
};

/** Every question; names are what the table of differences shows. */
export const QUESTIONS: readonly Question[] = [
  {
    name: 'a page',
    path: '/2018/entry/',
    expect: { status: 200, type: HTML, cache: PAGE, bytes: 1865 },
  },
  { name: 'a page, with a query', path: '/2018/entry/?q=1', expect: { status: 200, cache: PAGE } },
  {
    name: 'a page without its slash',
    path: '/2018/entry?a=1&b=%20',
    expect: moved('/2018/entry/?a=1&b=%20'),
  },
  {
    name: 'a page by its file name',
    path: '/2018/entry/index.html?x=1',
    expect: moved('/2018/entry/?x=1'),
  },
  { name: 'the home page by its file name', path: '/index.html', expect: moved('/') },
  {
    name: 'a page with a Chinese name',
    path: `/topics/${encodeURIComponent('中国')}/`,
    expect: { status: 200, begins: '<!doctype html><html lang="en"><title>China' },
  },
  {
    name: 'a page with a Chinese name, not encoded',
    path: '/topics/中国/',
    expect: { status: 200 },
  },
  {
    name: 'a page with a Chinese name, without its slash',
    path: `/topics/${encodeURIComponent('中国')}`,
    expect: moved(`/topics/${encodeURIComponent('中国')}/`),
  },

  { name: 'an old address', path: '/old?a=1', expect: moved('/2018/entry/?a=1') },
  { name: 'an old address with a slash', path: '/old/?a=1', expect: moved('/2018/entry/?a=1') },
  { name: 'an old Russian address', path: `/2017/${OLD}`, expect: moved('/2018/entry/') },
  {
    name: 'an old Russian address, encoded in small letters',
    path: `/2017/${OLD.toLowerCase()}/`,
    expect: moved('/2018/entry/'),
  },
  {
    name: 'an old Russian address, not encoded',
    path: '/2017/старый-адрес/',
    expect: moved('/2018/entry/'),
  },

  {
    name: 'an old address with its accent apart',
    path: '/2017/e%CC%81-on-a-mac',
    expect: { status: 301, location: '/2018/entry/' },
  },

  { name: 'an old address in capitals', path: '/OLD', expect: { status: 404, cache: 'no-cache' } },

  { name: 'a missing page', path: '/nope', expect: MISSING },
  { name: 'a missing page with a slash', path: '/nope/', expect: MISSING },
  { name: 'a missing style', path: '/_assets/nope.css', expect: MISSING },
  { name: 'a missing picture', path: '/images/nope.png', expect: MISSING },
  {
    name: 'a missing part of the search',
    path: '/pagefind/parts/nope/0.json',
    expect: MISSING,
  },
  { name: 'the page of a missing page', path: '/404.html', expect: MISSING },
  { name: 'a folder without a page', path: '/_assets/', expect: MISSING },
  { name: 'an empty folder', path: '/empty/', expect: MISSING },
  {
    name: 'an entry by the number of another program',
    path: '/?p=123',
    expect: moved('/2018/entry/'),
  },
  {
    name: 'the home page with another query',
    path: '/?p=124',
    expect: { status: 200, cache: PAGE },
  },
  { name: 'a withdrawn entry', path: '/2018/withdrawn/', expect: WITHDRAWN },
  { name: 'a withdrawn entry without its slash', path: '/2018/withdrawn', expect: WITHDRAWN },
  { name: 'a withdrawn entry of another script', path: `/2018/${GONE}/`, expect: WITHDRAWN },
  { name: 'the same without its slash', path: `/2018/${GONE}`, expect: WITHDRAWN },

  { name: 'a dot file', path: '/.edge/table.json', expect: MISSING },
  { name: 'another dot file', path: '/.assetsignore', expect: MISSING },
  { name: 'a dot file, encoded', path: '/%2eedge/table.json', expect: MISSING },
  { name: 'the rules', path: '/_headers', expect: MISSING },
  { name: 'a compressed twin', path: '/index.html.br', expect: MISSING },
  {
    name: 'security.txt',
    path: '/.well-known/security.txt',
    expect: { status: 200, type: 'text/plain; charset=utf-8' },
  },

  ...['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'].map((method) => ({
    name: `${method} to a page`,
    path: '/2018/entry/',
    method,
    expect: REFUSED,
  })),
  { name: 'POST to a missing page', path: '/nope', method: 'POST', expect: REFUSED },
  {
    name: 'HEAD of a page',
    path: '/2018/entry/',
    method: 'HEAD',
    expect: { status: 200, type: HTML, cache: PAGE, bytes: 0 },
  },
  {
    name: 'HEAD of a missing page',
    path: '/nope',
    method: 'HEAD',
    expect: { status: 404, bytes: 0, cache: 'no-cache' },
  },

  {
    name: 'ten bytes',
    path: '/2018/entry/',
    headers: { range: 'bytes=0-9' },
    expect: { status: 206, range: 'bytes 0-9/1865', bytes: 10, begins: '<!doctype ' },
  },
  {
    name: 'the last five bytes',
    path: '/_assets/type.abc123.woff2',
    headers: { range: 'bytes=-5' },
    expect: { status: 206, range: 'bytes 3995-3999/4000', bytes: 5, cache: FOREVER },
  },
  {
    name: 'bytes past the end',
    path: '/_assets/type.abc123.woff2',
    headers: { range: 'bytes=9999-' },
    expect: { status: 416, range: 'bytes */4000' },
  },
  {
    name: 'bytes of another version',
    path: '/2018/entry/',
    headers: { range: 'bytes=0-9', 'if-range': '"other"' },
    expect: { status: 200, bytes: 1865 },
  },

  {
    name: 'brotli and gzip taken',
    path: '/2018/entry/',
    headers: { 'accept-encoding': 'gzip, deflate, br' },
    expect: { status: 200, encoding: 'br', vary: 'Accept-Encoding', type: HTML },
  },
  {
    name: 'only gzip taken',
    path: '/2018/entry/',
    headers: { 'accept-encoding': 'gzip' },
    expect: { encoding: 'gzip', vary: 'Accept-Encoding', type: HTML },
  },
  {
    name: 'no compression taken',
    path: '/2018/entry/',
    expect: { encoding: '', vary: 'Accept-Encoding' },
  },
  {
    name: 'compression refused',
    path: '/2018/entry/',
    headers: { 'accept-encoding': 'br;q=0, gzip;q=0' },
    expect: { encoding: '', bytes: 1865 },
  },
  {
    name: 'a compressed feed',
    path: '/rss.xml',
    headers: { 'accept-encoding': 'br' },
    expect: { encoding: 'br', type: 'application/xml; charset=utf-8' },
  },
  {
    name: 'a compressed JSON feed',
    path: '/feed.json',
    headers: { 'accept-encoding': 'gzip' },
    expect: { encoding: 'gzip', type: 'application/feed+json; charset=utf-8' },
  },
  {
    name: 'a compressed page of a missing page',
    path: '/nope',
    headers: { 'accept-encoding': 'br' },
    expect: { status: 404, encoding: 'br', type: HTML },
  },
  ...(['/nope', '/2018/withdrawn/'] as const).flatMap((path) =>
    Object.entries(CONDITIONS).map(
      ([condition, headers]): Question => ({
        name: `${path === '/nope' ? 'a missing page' : 'a withdrawn entry'}, ${condition}`,
        path,
        headers,
        expect: path === '/nope' ? MISSING : WITHDRAWN,
      }),
    ),
  ),
  {
    name: 'a picture',
    path: '/images/chart.abc123.png',
    headers: { 'accept-encoding': 'gzip, br' },
    expect: { status: 200, encoding: '', bytes: 4000, cache: FOREVER },
  },
];
