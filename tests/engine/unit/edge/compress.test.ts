import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listAll } from '../../../../src/content/files.ts';
import { dropUnused } from '../../../../src/outputs/images/unused.ts';
import { finishFiles } from '../../../support/finish.ts';

let work: string;
let cache: string;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'compress-'));
  cache = join(work, 'cache');
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

/** A site of some pages, built afresh. */
async function build(name: string, texts: readonly string[]): Promise<string> {
  const site = join(work, name);
  rmSync(site, { recursive: true, force: true });
  mkdirSync(site);
  texts.forEach((text, i) => {
    writeFileSync(join(site, `${i}.html`), `${text} `.repeat(1000));
  });
  await dropUnused(cache, await finishFiles(site, cache));
  return site;
}

test('what was compressed once is taken from the cache, not compressed again', async () => {
  await build('site', ['one', 'two']);
  const inodes = (folder: string, paths: readonly string[]) =>
    paths.map((path) => statSync(join(folder, path)).ino);
  const before = inodes(cache, listAll(cache));
  const site = await build('site', ['one', 'two']);
  expect(inodes(cache, listAll(cache))).toEqual(before);
  // what happens to a site does not reach the cache
  expect(inodes(site, readdirSync(site)).filter((ino) => before.includes(ino))).toEqual([]);
});

test('what was damaged in the cache is compressed again', async () => {
  await build('site', ['one']);
  for (const [i, path] of listAll(cache).entries()) {
    const kept = readFileSync(join(cache, path));
    writeFileSync(join(cache, path), i === 0 ? kept.subarray(0, 9) : kept.fill(0, 9, 10));
  }
  const site = await build('site', ['one']);
  const twin = readFileSync(join(site, '0.html.br'));
  expect(brotliDecompressSync(twin).toString()).toBe('one '.repeat(1000));
  const other = readFileSync(join(site, '0.html.gz'));
  expect(gunzipSync(other).toString()).toBe('one '.repeat(1000));
});

test('a file that is finished again after a change leaves what the cache holds as it was', async () => {
  const site = await build('site', ['one']);
  writeFileSync(join(site, '0.html'), 'two '.repeat(1000));
  await finishFiles(site, cache);
  const again = await build('again', ['one']);
  for (const [dir, text] of [
    [site, 'two '],
    [again, 'one '],
  ] as const) {
    const twin = readFileSync(join(dir, '0.html.br'));
    expect(brotliDecompressSync(twin).toString() === text.repeat(1000), dir).toBe(true);
  }
});

test('the cache does not grow with every release', async () => {
  for (let n = 0; n < 20; n += 1) await build('site', ['page', `list ${n}`]);
  expect(listAll(cache).length).toBeLessThanOrEqual(2 * 2 * 2);
});
