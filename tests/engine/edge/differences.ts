import { type Difference, PAGE } from './questions.ts';

/** Where engines differ from the table of rules. The guide to hosting shows this list. */
export const DIFFERENCES: readonly Difference[] = [
  {
    engine: 'workerd',
    questions: ['a page without its slash', 'a page with a Chinese name, without its slash'],
    facts: { status: 307, cache: '' },
    why: 'Cloudflare adds a missing slash by 307 Temporary Redirect, without a Cache-Control.',
  },
  {
    engine: 'workerd',
    questions: ['an old address', 'an old Russian address'],
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
    questions: ['a page by its file name', 'the home page by its file name'],
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
];

/** The list as a table for people, in Markdown. */
export function differenceTable(): string {
  const rows = DIFFERENCES.map(({ engine, questions, facts, why }) => {
    const said = Object.entries(facts).map(([fact, value]) => `${fact} \`${value}\``);
    return `| ${engine} | ${questions.join('; ')} | ${said.join(', ').replaceAll('``', 'none')} | ${why} |`;
  });
  return ['| Engine | Asked for | Says | Why |', '| --- | --- | --- | --- |', ...rows].join('\n');
}
