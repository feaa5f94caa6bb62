import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { FOUNDING } from '../../support/browser.ts';
import { ENGLISH } from '../../support/build-site.ts';

function brotli(path: string): number {
  return brotliCompressSync(readFileSync(join(ENGLISH.dir, path))).length;
}

function sum(paths: readonly string[], size: (path: string) => number): number {
  return paths.reduce((total, path) => total + size(path), 0);
}

/** Files that a page names, by a pattern with one group: the path without its leading slash. */
function named(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map(([, path = '']) => path);
}

describe('what an entry weighs over the wire', () => {
  const page = `${FOUNDING}index.html`;
  const html = ENGLISH.file(page);
  const styles = named(html, /<link rel="stylesheet" href="\/([^"]+)"/g);
  const scripts = named(html, /<script[^>]* src="\/([^"]+)"/g);

  test('text and style of one that has everything: at most 14,800 bytes', () => {
    // of every page, of charts, quotations and the like, of a phrase in another script: with three faces as many
    // requests as a browser makes of a host at once by HTTP/1.1
    expect(styles).toHaveLength(3);
    expect(brotli(page) + sum(styles, brotli)).toBeLessThanOrEqual(14_800);
  });

  test('the sheet that every page has: at most 6,240 bytes', () => {
    const [ofAll = ''] = styles.filter((path) => path.includes('Page'));
    expect(brotli(ofAll)).toBeLessThanOrEqual(6240);
  });

  test('scripts, before a reader asks for anything: one file of at most 1.5 kB', () => {
    expect(scripts).toHaveLength(1);
    expect(sum(scripts, brotli)).toBeLessThanOrEqual(1500);
  });

  test('faces for its letters: each comes in nine segments of TCP, headers included', () => {
    const css = styles.map((path) => ENGLISH.file(path)).join('');
    // those of few letters are fetched by pages that have them
    const faces = new Set(
      named(css, /url\("?\/([^")]+\.woff2)/g).filter((path) => !/-(west|ext)\./.test(path)),
    );
    expect(faces.size).toBe(4);
    for (const path of faces)
      expect(readFileSync(join(ENGLISH.dir, path)).length).toBeLessThanOrEqual(12_000);
    // those that a page has words in come before anything asks for them, and no others
    const first = (page: string) => named(page, /<link rel="preload" href="\/([^"]+\.woff2)"/g);
    expect(first(html)).toHaveLength(4);
    expect(first(ENGLISH.file('2026/the-north-pier-opens/index.html'))).toHaveLength(4);
    expect(first(ENGLISH.file('index.html'))).toHaveLength(3);
  });
});
