import { type Facts, MISSING, moved, PAGE, type Question, WITHDRAWN } from './questions.ts';

/*
 * Every kind of address in every spelling that a sloppy link or a robot gives it. One spelling answers;
 * another leads there in one step, or is a missing page. What was withdrawn is withdrawn however it is
 * spelt, and an old address leads on.
 */

/** What is asked for, and what its own spelling says. */
interface Target {
  name: string;
  path: string;
  is: 'file' | 'page' | 'missing' | 'withdrawn' | 'old';
  expect: Facts;
}

const CHINA = `/topics/${encodeURIComponent('中国')}/`;
const FOREVER = 'public, max-age=31536000, immutable';
const TO_ENTRY = moved('/2018/entry/');

const TARGETS: readonly Target[] = [
  { name: 'a page', path: '/2018/entry/', is: 'page', expect: { status: 200, cache: PAGE } },
  {
    name: 'a page with a Chinese name',
    path: CHINA,
    is: 'page',
    expect: { status: 200, cache: PAGE },
  },
  { name: 'a withdrawn entry', path: '/2018/withdrawn/', is: 'withdrawn', expect: WITHDRAWN },
  {
    name: 'a withdrawn entry with a Chinese name',
    path: `/2018/${encodeURIComponent('撤回')}/`,
    is: 'withdrawn',
    expect: WITHDRAWN,
  },
  { name: 'a missing page', path: '/2018/nope/', is: 'missing', expect: MISSING },
  {
    name: 'an old address',
    path: `/2017/${encodeURIComponent('старый-адрес')}`,
    is: 'old',
    expect: TO_ENTRY,
  },
  {
    name: 'a style',
    path: '/_assets/site.abc123.css',
    is: 'file',
    expect: { status: 200, cache: FOREVER },
  },
  {
    name: 'a feed',
    path: '/topics/china/rss.xml',
    is: 'file',
    expect: { status: 200, type: 'application/xml; charset=utf-8' },
  },
];

/** How a spelling is read, where the path itself does not say. */
type Reading =
  /** As the path itself. */
  | 'same'
  /** Without the slash of a page. */
  | 'bare'
  /** As another path, at which nothing is. */
  | 'other'
  /** A run of slashes. */
  | 'run'
  /** A spelling that has no page. */
  | 'odd'
  /** The same, and not even the table knows what it means. */
  | 'strange';

/** Spellings of a path whose folders are `first` and `rest`. */
const SPELLINGS: readonly [
  name: string,
  reading: Reading,
  spell: (path: string, bare: string, first: string, rest: string) => string,
][] = [
  ['two slashes before it', 'run', (path) => `/${path}`],
  ['three slashes before it', 'run', (path) => `//${path}`],
  ['two slashes in it', 'run', (_path, _bare, first, rest) => `${first}//${rest}`],
  ['three slashes in it', 'run', (_path, _bare, first, rest) => `${first}///${rest}`],
  ['two slashes behind it', 'run', (_path, bare) => `${bare}//`],
  [
    'two slashes in it, and a query',
    'run',
    (_path, _bare, first, rest) => `${first}//${rest}?a=//b`,
  ],
  ['another host before it', 'other', (path) => `/evil.example${path}`],
  ['an encoded slash in it', 'odd', (_path, _bare, first, rest) => `${first}%2F${rest}`],
  [
    'an encoded slash in small letters in it',
    'odd',
    (_path, _bare, first, rest) => `${first}%2f${rest}`,
  ],
  ['a slash and an encoded one in it', 'odd', (_path, _bare, first, rest) => `${first}/%2F${rest}`],
  ['an encoded slash and one in it', 'odd', (_path, _bare, first, rest) => `${first}%2F/${rest}`],
  ['two encoded slashes in it', 'odd', (_path, _bare, first, rest) => `${first}%2F%2F${rest}`],
  ['an encoded slash before it', 'odd', (path) => `/%2F${path.slice(1)}`],
  ['an encoded slash behind it', 'odd', (_path, bare) => `${bare}/%2F`],
  ['a step to its own folder', 'odd', (_path, _bare, first, rest) => `${first}/./${rest}`],
  [
    'an encoded step to its own folder',
    'odd',
    (_path, _bare, first, rest) => `${first}/%2e/${rest}`,
  ],
  ['a step up', 'odd', (path) => `/x/..${path}`],
  ['an encoded step up', 'odd', (path) => `/x/%2E%2e${path}`],
  ['a backslash in it', 'strange', (_path, _bare, first, rest) => `${first}\\${rest}`],
  ['an encoded backslash in it', 'strange', (_path, _bare, first, rest) => `${first}%5C${rest}`],
  ['a dot behind it', 'other', (_path, bare) => `${bare}.`],
  ['an encoded space behind it', 'other', (_path, bare) => `${bare}%20`],
  ['an encoded null behind it', 'other', (_path, bare) => `${bare}%00`],
  ['an encoded question mark behind it', 'other', (_path, bare) => `${bare}%3F`],
  ['an encoded hash behind it', 'other', (_path, bare) => `${bare}%23`],
  ['a parameter behind it', 'other', (_path, bare) => `${bare};a=1`],
  ['nothing behind it', 'bare', (_path, bare) => bare],
  ['its file name behind it', 'bare', (_path, bare) => `${bare}/index.html`],
  ['its file name and a query behind it', 'bare', (_path, bare) => `${bare}/index.html?a=1`],
  [
    'its file name, with two slashes in it',
    'run',
    (_path, _bare, first, rest) => `${first}//${rest.replace(/\/$/, '')}/index.html`,
  ],
  ['`.html` behind it', 'other', (_path, bare) => `${bare}.html`],
  ['`index.html/` behind it', 'other', (_path, bare) => `${bare}/index.html/`],
  ['small letters in its encoding', 'same', (path) => path.replace(/%[0-9A-F]{2}/g, lowerCase)],
  [
    'an encoded letter in it',
    'same',
    (path) => path.replace('/2', '/%32').replace(/^\/([_t])/, encodedFirst),
  ],
  ['a query with slashes', 'same', (path) => `${path}?x=//y%2F`],
];

function lowerCase(code: string): string {
  return code.toLowerCase();
}

function encodedFirst(_: string, letter: string): string {
  return `/%${letter.charCodeAt(0).toString(16)}`;
}

/** All of them as questions. */
export const SPELT: readonly Question[] = TARGETS.flatMap((target) => {
  const { name, path } = target;
  const bare = path.replace(/\/$/, '');
  const [, first = '', rest = ''] = /^(\/[^/]+)\/(.*)$/.exec(path) ?? [];
  return SPELLINGS.map(([what, reading, spell]): Question => {
    const spelt = spell(path, bare, first, rest);
    return { name: `${name}, ${what}`, path: spelt, expect: expected(spelt, reading, target) };
  });
});

function expected(spelt: string, reading: Reading, { is, path, expect }: Target): Facts {
  const query = spelt.includes('?') ? spelt.slice(spelt.indexOf('?')) : '';
  if (reading === 'other' || reading === 'strange') return MISSING;
  if (is === 'withdrawn') return expect;
  const isNamed = spelt.includes('/index.html');
  if (is === 'old' && !isNamed) return { ...expect, location: `${expect.location}${query}` };
  if (reading === 'run') return moved(spelt.replace(/\/{2,}/, '/'));
  if (reading === 'bare') {
    if (is === 'page') return moved(path + query);
    return isNamed ? MISSING : expect;
  }
  return reading === 'same' ? expect : MISSING;
}
