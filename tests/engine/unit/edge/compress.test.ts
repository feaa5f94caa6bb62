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
import { brotliDecompressSync } from 'node:zlib';
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
  const before = listAll(cache).map((path) => statSync(join(cache, path)).ino);
  const site = await build('site', ['one', 'two']);
  const twins = readdirSync(site).filter((path) => /\.(?:br|gz)$/.test(path));
  expect(twins.map((path) => statSync(join(site, path)).ino).sort()).toEqual(before.sort());
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

test('what another site still holds stays in the cache', async () => {
  await build('other', ['one', 'two', 'three']);
  await build('site', ['four']);
  const held = listAll(cache).length;
  await build('site', ['five']);
  expect(held).toBe(8);
  expect(listAll(cache).length).toBe(8);
});
