import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { delta } from '../../../../src/press/delta.ts';
import type { Manifest } from '../../../../src/press/manifest.ts';
import { planRelease } from '../../../../src/press/plan.ts';
import { Staging } from '../../../../src/press/staging.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'staging-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Plans the release of some files; `pages` are all pages of the site, by path. */
function plan(
  last: Manifest | undefined,
  files: Record<string, string>,
  pages: Record<string, string>,
  keep: (staging: Staging) => void = () => undefined,
  before = last,
) {
  const staging = new Staging(folder, last);
  keep(staging);
  const pageOf = new Map(Object.entries(pages).map(([path, file]) => [file, path]));
  for (const [path, text] of Object.entries(files)) {
    staging.write(path, text, pageOf.get(path) ?? path.split('/')[0] ?? path);
  }
  for (const file of Object.values(pages)) if (!(file in files)) staging.keep(file);
  return planRelease(last, before, {
    code: 'code',
    made: { content: 'content', from: 0 },
    pages: Object.fromEntries(
      Object.entries(pages).map(([path, file]) => [path, { file, key: 'k' }]),
    ),
    staging,
  });
}

const PAGES = { '/': 'index.html', '/a/': 'a/index.html' };

describe('the plan of a release', () => {
  test('without a last one the whole tree is swapped in', () => {
    const { change, next } = plan(undefined, { 'index.html': '1', 'a/index.html': '1' }, PAGES);
    expect(change).toEqual({ kind: 'swap' });
    expect(next.files['a/index.html']).toMatchObject({ from: '/a/', size: 1 });
  });

  test('unchanged pages stay with their compressed forms; pages that are gone go', () => {
    const first = plan(
      undefined,
      { 'index.html': '1', 'a/index.html': '1', 'a/index.html.br': 'b', 'b/index.html': '1' },
      { ...PAGES, '/b/': 'b/index.html' },
    ).next;
    const { next, change } = plan(first, { 'index.html': '2' }, PAGES);
    expect(Object.keys(next.files)).toEqual(['a/index.html', 'a/index.html.br', 'index.html']);
    expect(change).toEqual({ kind: 'apply', move: ['index.html'], remove: ['b/index.html'] });
  });

  test('a page that came out the same is not moved', () => {
    const first = plan(undefined, { 'index.html': '1', 'a/index.html': '1' }, PAGES).next;
    expect(plan(first, { 'index.html': '1' }, PAGES).change).toEqual({
      kind: 'apply',
      move: [],
      remove: [],
    });
  });

  test('old hashed assets survive two releases, then go', () => {
    const pages = { '/': 'index.html' };
    let last = plan(undefined, { 'index.html': '0', '_assets/a.0.css': '0' }, pages).next;
    const present = [1, 2, 3].map((n) => {
      last = plan(last, { 'index.html': `${n}`, [`_assets/a.${n}.css`]: `${n}` }, pages).next;
      return '_assets/a.0.css' in last.files;
    });
    expect(present).toEqual([true, true, false]);
  });

  test('they survive releases of other code too, which are made from nothing', () => {
    const pages = { '/': 'index.html' };
    let before = plan(undefined, { 'index.html': '0', '_assets/a.0.css': '0' }, pages).next;
    const brought = [1, 2, 3].map((n) => {
      const staged = { 'index.html': `${n}`, [`_assets/a.${n}.css`]: `${n}` };
      const { next, change, bring } = plan(undefined, staged, pages, undefined, before);
      expect(change).toEqual({ kind: 'swap' });
      before = next;
      return bring;
    });
    expect(brought).toEqual([
      ['_assets/a.0.css'],
      ['_assets/a.0.css', '_assets/a.1.css'],
      ['_assets/a.1.css', '_assets/a.2.css'],
    ]);
  });

  test('a step that keeps its key keeps its files; kept files are not removed', () => {
    const first = plan(
      undefined,
      { 'index.html': '1', 'pagefind/x': '1', 'images/a.1.jpg': 'i' },
      { '/': 'index.html' },
      (staging) => staging.keepStep('pagefind', 'key'),
    ).next;
    const { change } = plan(first, { 'index.html': '2' }, { '/': 'index.html' }, (staging) => {
      expect(staging.keepStep('pagefind', 'key')).toBe(true);
      expect(staging.keep('images/a.1.jpg')).toBe(true);
      expect(staging.keep('images/b.1.jpg')).toBe(false);
    });
    expect(change).toEqual({ kind: 'apply', move: ['index.html'], remove: [] });
  });

  test('the delta names what changed, why, the bytes to upload and the addresses to purge', () => {
    const first = plan(
      undefined,
      { 'index.html': '1', 'a/index.html': '1', 'robots.txt': 'r' },
      PAGES,
    ).next;
    const second = plan(
      first,
      { 'index.html': '22', 'robots.txt': 'r', '_assets/n.1.css': 'css' },
      { '/': 'index.html' },
    ).next;
    expect(delta(first, second)).toEqual({
      differences: [
        { path: '_assets/n.1.css', change: 'added', from: '_assets', bytes: 3 },
        { path: 'a/index.html', change: 'removed', from: '/a/', bytes: 0 },
        { path: 'index.html', change: 'changed', from: '/', bytes: 2 },
      ],
      bytes: 5,
      purge: ['/a/', '/'],
    });
  });
});
