import { type Difference, PAGE } from './questions.ts';

const PAGES = ['a page', 'a page with a Chinese name'];
const FOUND = [...PAGES, 'a style', 'a feed'];
const STEPS = [
  'a step to its own folder',
  'an encoded step to its own folder',
  'a step up',
  'an encoded step up',
];
const WITHDRAWN = ['a withdrawn entry', 'a withdrawn entry with a Chinese name'];
const NAMED = ['its file name behind it', 'its file name and a query behind it'];
const RUNS = [
  'two slashes before it',
  'three slashes before it',
  'two slashes in it',
  'three slashes in it',
  'two slashes behind it',
  'two slashes in it, and a query',
];
const ENCODED = [
  'a slash and an encoded one in it',
  'an encoded slash and one in it',
  'two encoded slashes in it',
  'an encoded slash before it',
  'an encoded slash behind it',
];

/** Names of the questions about some addresses in some spellings. */
function spelt(targets: readonly string[], ...spellings: readonly string[]): string[] {
  return targets.flatMap((target) => spellings.map((spelling) => `${target}, ${spelling}`));
}

/** Where engines differ from the table of rules. The guide to hosting shows this list. */
export const DIFFERENCES: readonly Difference[] = [
  {
    engine: 'workerd',
    questions: [
      'a page without its slash',
      'a page with a Chinese name, without its slash',
      ...spelt(PAGES, 'nothing behind it'),
    ],
    facts: { status: 307, cache: '' },
    why: 'Cloudflare adds a missing slash by 307 Temporary Redirect, without a Cache-Control.',
  },
  {
    engine: 'workerd',
    questions: ['an old address', 'an old Russian address', 'an old address, nothing behind it'],
    facts: { cache: '' },
    why: 'A redirect of `_redirects` takes no Cache-Control.',
  },
  {
    engine: 'workerd',
    questions: ['an old address with a slash', 'an old Russian address, not encoded'],
    facts: { cache: PAGE },
    why: 'A redirect of `_redirects` takes the headers of its own path, here those of a page.',
  },
  {
    engine: 'workerd',
    questions: [
      'a page by its file name',
      'the home page by its file name',
      ...spelt(PAGES, ...NAMED),
    ],
    facts: { status: 307, cache: 'public, max-age=0, must-revalidate' },
    why: 'Cloudflare leads from `index.html` by 307, with the Cache-Control of the name asked for.',
  },
  {
    engine: 'workerd',
    questions: ['the page of a missing page'],
    facts: { status: 307, cache: 'public, max-age=0, must-revalidate', begins: '' },
    why: 'Cloudflare gives every HTML file an address with a slash: `/404.html` leads to `/404/`.',
  },
  {
    engine: 'workerd',
    questions: [
      'POST to a page',
      'PUT to a page',
      'DELETE to a page',
      'OPTIONS to a page',
      'PATCH to a page',
    ],
    facts: { allow: '', cache: PAGE },
    why: 'Cloudflare refuses the method before the Worker is asked, and names no others in `Allow`.',
  },
  {
    engine: 'workerd',
    questions: ['ten bytes'],
    facts: { status: 200, range: '', bytes: 1865 },
    why: 'Cloudflare’s static files know no ranges: the whole file comes. Nothing here is large.',
  },
  {
    engine: 'workerd',
    questions: ['the last five bytes'],
    facts: { status: 200, range: '', bytes: 4000 },
    why: 'The same.',
  },
  {
    engine: 'workerd',
    questions: ['bytes past the end'],
    facts: { status: 200, range: '' },
    why: 'The same.',
  },
  {
    engine: 'workerd',
    questions: ['brotli and gzip taken'],
    facts: { encoding: 'gzip', vary: '' },
    why: 'Run at home it compresses with gzip; in its data centres Cloudflare compresses by itself and sees to `Vary`.',
  },
  {
    engine: 'workerd',
    questions: ['only gzip taken', 'no compression taken'],
    facts: { vary: '' },
    why: 'The same.',
  },
  {
    engine: 'workerd',
    questions: ['a compressed JSON feed'],
    facts: { encoding: '' },
    why: 'Cloudflare compresses by a list of types that lacks this one; a Compression Rule for `application/feed+json` adds it.',
  },
  {
    engine: 'nginx',
    questions: ['an old address in capitals'],
    facts: { status: 301, cache: 'public, max-age=3600' },
    why: 'nginx looks addresses up as if all letters were small.',
  },
  {
    engine: 'builtin',
    questions: ['a page with a Chinese name, not encoded', 'an old Russian address, not encoded'],
    facts: { status: 400 },
    why: 'Node refuses bytes over 127 in a request line; browsers encode them.',
  },
  {
    engine: 'builtin',
    questions: ['an old Russian address, not encoded'],
    facts: { location: '', cache: '' },
    why: 'The same.',
  },
  {
    engine: 'workerd',
    questions: spelt(FOUND, ...STEPS, 'a backslash in it'),
    asked: 'anything, with steps to other folders or a backslash in its path',
    facts: { status: 200 },
    alone: true,
    why: 'Cloudflare resolves them as browsers do before they ask.',
  },
  {
    engine: 'workerd',
    questions: spelt(['an old address'], ...STEPS, 'a backslash in it'),
    asked: 'an old address spelt so',
    facts: { status: 301 },
    alone: true,
    why: 'The same.',
  },
  {
    engine: 'workerd',
    questions: spelt(WITHDRAWN, 'a backslash in it', '`.html` behind it'),
    facts: { status: 410 },
    alone: true,
    why: 'The same; and the Worker is asked for whatever begins like a withdrawn entry.',
  },
  {
    engine: 'workerd',
    questions: spelt(PAGES, '`.html` behind it'),
    facts: { status: 307 },
    alone: true,
    why: 'Cloudflare leads from `.html` to the page.',
  },
  {
    engine: 'workerd',
    questions: [
      ...spelt([...FOUND, ...WITHDRAWN], 'an encoded letter in it'),
      ...spelt(
        ['a page with a Chinese name', 'a withdrawn entry with a Chinese name'],
        'small letters in its encoding',
      ),
    ],
    asked: 'anything, with a letter encoded that need not be, or in small letters',
    facts: { status: 307 },
    alone: true,
    why: 'Cloudflare leads to the usual spelling.',
  },
  {
    engine: 'workerd',
    questions: ['an old address, a query with slashes'],
    facts: { cache: '' },
    why: 'A redirect of `_redirects` takes no Cache-Control.',
  },
  {
    engine: 'nginx',
    questions: spelt(
      [...FOUND, ...WITHDRAWN, 'a missing page', 'an old address'],
      'an encoded null behind it',
    ),
    asked: 'anything, with an encoded null in its path',
    facts: { status: 400 },
    alone: true,
    why: 'nginx refuses the byte before it looks for rules.',
  },
  {
    engine: 'caddy',
    questions: spelt([...WITHDRAWN, 'an old address'], ...STEPS),
    asked: 'a withdrawn entry or an old address, with steps to other folders in its path',
    facts: { status: 404 },
    alone: true,
    why: 'Caddy compares paths as they were sent; browsers resolve such steps first.',
  },
  {
    engine: 'caddy',
    questions: spelt(['an old address'], ...RUNS),
    asked: 'an old address, with a run of slashes in its path',
    facts: { status: 301 },
    alone: true,
    why: 'Caddy leads to the path with one slash, and from there on.',
  },
  {
    engine: 'caddy',
    questions: spelt(['an old address'], ...ENCODED),
    asked: 'an old address, with an encoded slash too many in its path',
    facts: { status: 404 },
    alone: true,
    why: 'Caddy compares paths as they were sent.',
  },
  {
    engine: 'workerd',
    questions: ['a page without its slash, with a line break in its query'],
    facts: { status: 307, cache: '' },
    why: 'Cloudflare adds a missing slash by 307 Temporary Redirect, without a Cache-Control.',
  },
  {
    engine: 'workerd',
    questions: ['POST to an old address'],
    facts: { status: 301 },
    alone: true,
    why: 'A redirect of `_redirects` is for every method.',
  },
  {
    engine: 'workerd',
    questions: ['TRACE of a page'],
    facts: { allow: '' },
    why: 'Cloudflare refuses the method before the Worker is asked.',
  },
  {
    engine: 'workerd',
    questions: ['no bytes at all', 'more bytes than there are'],
    facts: { status: 200 },
    alone: true,
    why: 'Cloudflare’s static files know no ranges: the whole file comes.',
  },
  {
    engine: 'workerd',
    questions: ['a coding in capitals taken'],
    facts: { encoding: '' },
    why: 'In its data centres Cloudflare compresses by itself.',
  },
  {
    engine: 'nginx',
    questions: [
      'a page of a page',
      ...spelt(['a missing page', 'an old address', 'a style', 'a feed'], ...NAMED),
    ],
    asked: '`index.html` of what is no page',
    facts: { status: 301 },
    alone: true,
    why: 'It leads to the same without `index.html`, which says what it is.',
  },
  {
    engine: 'caddy',
    questions: [
      'a page of a page',
      ...spelt(['a missing page', 'an old address', 'a style', 'a feed'], ...NAMED),
    ],
    asked: '`index.html` of what is no page',
    facts: { status: 301 },
    alone: true,
    why: 'The same.',
  },
  {
    engine: 'nginx',
    questions: ['letters as Internet Explorer wrote them'],
    facts: { status: 400 },
    alone: true,
    why: 'No URI has them.',
  },
  {
    engine: 'caddy',
    questions: ['letters as Internet Explorer wrote them'],
    facts: { status: 400 },
    alone: true,
    why: 'The same.',
  },
  {
    engine: 'nginx',
    questions: ['bytes in the wrong order'],
    facts: { status: 416 },
    alone: true,
    why: 'Such a range may be refused or left unread (RFC 9110, 14.2).',
  },
  {
    engine: 'caddy',
    questions: ['bytes in the wrong order', 'bytes in a unit that nobody knows'],
    facts: { status: 416 },
    alone: true,
    why: 'The same.',
  },
  {
    engine: 'caddy',
    questions: ['no bytes at all'],
    facts: { status: 206 },
    alone: true,
    why: 'Caddy sends none, and says so.',
  },
];

/** The list as a table for people, in Markdown. */
export function differenceTable(): string {
  const rows = DIFFERENCES.map(({ engine, questions, asked, facts, why }) => {
    const said = Object.entries(facts).map(([fact, value]) => `${fact} \`${value}\``);
    return `| ${engine} | ${asked ?? questions.join('; ')} | ${said.join(', ').replaceAll('``', 'none')} | ${why} |`;
  });
  return ['| Engine | Asked for | Says | Why |', '| --- | --- | --- | --- |', ...rows].join('\n');
}
