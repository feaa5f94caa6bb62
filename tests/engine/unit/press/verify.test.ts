import { describe, expect, test } from 'vitest';
import type { BuiltFile, Manifest } from '../../../../src/press/manifest.ts';
import { Links, verify } from '../../../../src/press/verify.ts';

const FILES = ['index.html', '2018/entry/index.html', '2018/ä/index.html', '_assets/a.css'];

const NONE: string[] = [];

/** What is wrong with a release of some files whose home page has this text. */
function wrong(
  html: string,
  { base = '/', files = FILES, size = 1, listed = NONE, moved = new Set<string>() } = {},
): string[] {
  const links = new Links();
  links.add('index.html', html);
  const built = (): BuiltFile => ({ hash: '', size, from: '' });
  const manifest: Manifest = {
    version: 1,
    code: '',
    pages: { '/': { file: 'index.html' } },
    steps: {},
    files: Object.fromEntries(files.map((path) => [path, built()])),
  };
  return verify(manifest, links, base, listed, moved);
}

const page = (body: string): string => `<!doctype html><html><body>${body}</body></html>`;

describe('before it is published, a build is looked over', () => {
  test.each([
    '<a href="/2018/entry/">Entry</a>',
    '<a class="x" title="a > b, a < b" href="/2018/entry/#p3">Entry</a>',
    '<a href="/2018/entry/?a=1&amp;b=2">Entry</a>',
    '<a href="/2018/%C3%A4/">Entry</a>',
    '<link rel="stylesheet" href="/_assets/a.css">',
    '<a href="https://example.org/nowhere">elsewhere</a> <a href="//example.org/">elsewhere</a>',
    '<a href="#p1">here</a> <img data-src="/nowhere.png" alt="href=&quot;/nowhere/&quot;">',
    '<pre>&lt;a href="/nowhere/"></pre>',
  ])('%s leads somewhere', (body) => {
    expect(wrong(page(body))).toEqual([]);
  });

  test.each([
    ['<a href="/2018/entri/">Entry</a>', '/2018/entri/'],
    ['<p class="a">text</p><a title="a > b" href="/nowhere/">x</a>', '/nowhere/'],
    ['<img alt="" src="/images/gone.png">', '/images/gone.png'],
  ])('%s does not', (body, address) => {
    expect(wrong(page(body))).toEqual([`index.html links to ${address}, which is not there.`]);
  });

  test('hosts send readers on from an old address, and from a folder without its slash', () => {
    const moved = new Set(['/old/name']);
    expect(wrong(page('<a href="/old/name/#p1">x</a>'), { moved })).toEqual([]);
    expect(wrong(page('<a href="/2018/entry?a#p1">x</a>'))).toEqual([]);
    expect(wrong(page('<a href="/old/">x</a>'), { moved })).toHaveLength(1);
  });

  test('every address that is known beforehand has a file', () => {
    expect(wrong(page(''), { listed: ['/', '/2018/entry/', '/2018/%C3%A4/'] })).toEqual([]);
    expect(wrong(page(''), { listed: ['/topics/'] })).toEqual([
      '/topics/ is an address of the site, and nothing was made for it.',
    ]);
  });

  test('an address outside the base path is none of the site', () => {
    expect(wrong(page('<a href="/2018/entry/">Entry</a>'), { base: '/news/' })).toHaveLength(1);
    expect(wrong(page('<a href="/news/2018/entry/">Entry</a>'), { base: '/news/' })).toEqual([]);
  });

  test('pages are there, whole, and no file is empty', () => {
    expect(wrong('<!doctype html><html><body>')).toEqual(['index.html breaks off before its end.']);
    expect(wrong(page(''), { files: [] })).toEqual(['The page / was not written to index.html.']);
    expect(wrong(page(''), { files: ['index.html'], size: 0 })).toEqual(['index.html is empty.']);
  });

  test('what the owner puts there empty is to be empty', () => {
    const file = { hash: '', size: 0, from: 'public' };
    const manifest = {
      version: 1,
      code: '',
      pages: { '/': { file: 'index.html' } },
      steps: {},
    } as const;
    const files = { 'index.html': { ...file, size: 1, from: '/' }, '.nojekyll': file };
    expect(verify({ ...manifest, files }, new Links(), '/')).toEqual([]);
  });
});
