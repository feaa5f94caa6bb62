import { MISSING, moved, type Question, WITHDRAWN } from './questions.ts';

/*
 * What robots, scanners and broken programs ask: no answer but those of the table, none from outside
 * the site, none without a body.
 */

const ENTRY = '/2018/entry/';
const LONG = 'a'.repeat(300);
const NOT_CACHED = { cache: 'no-cache' };

const found = (name: string, path: string, more: Partial<Question> = {}): Question => ({
  name,
  path,
  expect: { status: 200, begins: '<!doctype html><html lang="en"><title>' },
  ...more,
});
const missing = (name: string, path: string): Question => ({ name, path, expect: MISSING });
const gone = (name: string, path: string): Question => ({ name, path, expect: WITHDRAWN });

export const HOSTILE: readonly Question[] = [
  // what comes before the path, and behind it
  found('a page, with a step in its query', `${ENTRY}?../../etc/passwd`),
  found('a page, with a host in its query', `${ENTRY}?next=//evil.example`),
  found('a page, with two question marks', `${ENTRY}??a`),
  found('a page, with an empty query', `${ENTRY}?`),
  found('a page, with a query that cannot be decoded', `${ENTRY}?%zz=%`),
  {
    name: 'a page without its slash, with a line break in its query',
    path: '/2018/entry?a=%0d%0aSet-Cookie:x',
    expect: moved('/2018/entry/?a=%0d%0aSet-Cookie:x'),
  },
  // names
  missing('a page in capitals', '/2018/ENTRY/'),
  missing('its file in capitals', '/2018/entry/INDEX.HTML'),
  missing('a page of a page', `${ENTRY}index.html/index.html`),
  missing('something below a page', `${ENTRY}nope`),
  missing('something below a file', '/rss.xml/nope'),
  missing('a file with a slash behind it', '/rss.xml/'),
  missing('a hidden folder', '/.well-known/'),
  missing('a folder of the search', '/pagefind/'),
  missing('a name that is too long', `/${LONG}/`),
  missing('a path that is very long', `/${'a/'.repeat(1500)}`),
  missing('what many have and this has not', '/wp-login.php'),
  missing('a repository', '/.git/config'),
  missing('a file of settings', '/.env'),
  missing('the rules in capitals', '/_HEADERS'),
  missing('the rules, encoded', '/%5Fheaders'),
  missing('another twin', '/rss.xml.gz'),
  missing('a twin, encoded', '/rss.xml%2Egz'),
  missing('a hidden folder without a slash', '/.edge'),
  // encodings
  missing('half an encoded letter', '/2018/%E4%B8/'),
  missing('a slash in too many bytes', '/2018%c0%afentry/'),
  missing('a step in too many bytes', '/%c0%ae%c0%ae/etc/passwd'),
  missing('a letter that is encoded twice', '/2018/%2565ntry/'),
  missing('letters as Internet Explorer wrote them', '/%u0032018/entry/'),
  missing('an encoded line break', '/2018/entry%0d%0aSet-Cookie:x/'),
  missing('an encoded tab', '/2018/entry/%09'),
  // a withdrawn entry
  gone('a withdrawn entry with a query', '/2018/withdrawn/?x=1'),
  gone('a withdrawn entry by its file name', '/2018/withdrawn/index.html'),
  missing('something below a withdrawn entry', '/2018/withdrawn/nope'),
  missing('a feed of a withdrawn entry', '/2018/withdrawn/rss.xml'),
  missing('a name that begins as a withdrawn entry does', '/2018/withdrawn-not/'),
  {
    name: 'HEAD of a withdrawn entry',
    path: '/2018/withdrawn/',
    method: 'HEAD',
    expect: { status: 410, bytes: 0, ...NOT_CACHED },
  },
  {
    name: 'POST to a withdrawn entry',
    path: '/2018/withdrawn/',
    method: 'POST',
    expect: { status: 405, allow: 'GET, HEAD', ...NOT_CACHED },
  },
  {
    name: 'POST to an old address',
    path: '/old',
    method: 'POST',
    expect: { status: 405, allow: 'GET, HEAD', ...NOT_CACHED },
  },
  {
    name: 'HEAD of an old address',
    path: '/old',
    method: 'HEAD',
    expect: { status: 301, location: ENTRY, bytes: 0 },
  },
  {
    name: 'TRACE of a page',
    path: ENTRY,
    method: 'TRACE',
    expect: { status: 405, allow: 'GET, HEAD' },
  },
  // headers
  found('a body with a question', ENTRY, { headers: { 'content-length': '0' } }),
  {
    name: 'bytes in the wrong order',
    path: ENTRY,
    headers: { range: 'bytes=9-0' },
    expect: { status: 200, bytes: 1865 },
  },
  {
    name: 'no bytes at all',
    path: ENTRY,
    headers: { range: 'bytes=-0' },
    expect: { status: 416, range: 'bytes */1865' },
  },
  {
    name: 'more bytes than there are',
    path: ENTRY,
    headers: { range: 'bytes=0-99999' },
    expect: { status: 206, bytes: 1865 },
  },
  {
    name: 'bytes in a unit that nobody knows',
    path: ENTRY,
    headers: { range: 'pages=1-2' },
    expect: { status: 200, bytes: 1865 },
  },
  {
    name: 'a coding in capitals taken',
    path: ENTRY,
    headers: { 'accept-encoding': 'BR' },
    expect: { status: 200, encoding: 'br' },
  },
  {
    name: 'a coding that nobody knows taken',
    path: ENTRY,
    headers: { 'accept-encoding': 'zstd' },
    expect: { status: 200, encoding: '' },
  },
  {
    name: 'a kind that a page is not',
    path: ENTRY,
    headers: { accept: 'image/png' },
    expect: { status: 200, type: 'text/html; charset=utf-8' },
  },
  {
    name: 'a method in a header',
    path: ENTRY,
    headers: { 'x-http-method-override': 'DELETE' },
    expect: { status: 200 },
  },
  {
    name: 'an address in a header',
    path: '/nope',
    headers: { 'x-original-url': ENTRY, 'x-rewrite-url': ENTRY },
    expect: { status: 404 },
  },
];
