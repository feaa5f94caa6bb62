import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ArticleCache } from '../../../../src/content/cache.ts';
import { compileFile } from '../../../../src/content/compile-file.ts';
import { keepJson, readKeptJson } from '../../../../src/content/kept.ts';
import { compileOptions } from '../../../../src/content/options.ts';
import { testSite } from '../../../support/article.ts';

let root: string;
let file: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cache-'));
  file = join(root, '.cache', 'articles', 'articles.sqlite');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const SOURCE = '---\ntitle: T\ndescription: D\npubDate: 2018-08-24\n---\n\nWords *of* it.\n';
const { article, text } = await compileFile(
  'content/articles/2018/a.mdx',
  SOURCE,
  'digest 0',
  compileOptions(testSite()),
);

/** Keeps as many articles. */
function fill(count: number, from = 0): void {
  const cache = new ArticleCache(root);
  const digests = Array.from({ length: count }, (_, i) => `digest ${from + i}`);
  for (const digest of digests) cache.add({ ...article, digest }, JSON.stringify(text));
  cache.save(digests);
  cache.close();
}

/** What tests keep. */
const DIGESTS = Array.from({ length: 100_000 }, (_, i) => `digest ${i}`);

/** The digests that are kept and whose text can be read. */
function kept(): string[] {
  const cache = new ArticleCache(root);
  const files = cache.files(DIGESTS);
  for (const one of files) expect(cache.text(one)).toEqual(text);
  cache.close();
  return files.map(({ digest }) => digest).sort();
}

test('what was kept is there for who opens the cache again', () => {
  fill(3);
  expect(kept()).toEqual(['digest 0', 'digest 1', 'digest 2']);
  const cache = new ArticleCache(root);
  expect(cache.files(['digest 0', 'another'])).toEqual([article]);
  expect(() => cache.text({ ...article, digest: 'another' })).toThrow(/compiled anew/);
  cache.close();
});

test('what no article uses is dropped when it outnumbers the used', () => {
  fill(4);
  fill(3, 10);
  expect(kept()).toEqual(['digest 10', 'digest 11', 'digest 12']);
});

test.each([
  ['empty', () => truncateSync(file, 0)],
  ['cut off', () => truncateSync(file, 5000)],
  ['another file', () => writeFileSync(file, 'no table of SQLite at all')],
  ['spoilt', () => writeFileSync(file, readFileSync(file).fill(7, 100, 20_000))],
])('a file that is %s is made anew', (_what, spoil) => {
  fill(200);
  spoil();
  expect(kept()).toEqual([]);
  fill(2);
  expect(kept()).toEqual(['digest 0', 'digest 1']);
});

test.each([
  ['a text', 'Words ', 'Wards '],
  ['what is known of a file', '"title":"T"', '"title":"U"'],
])(
  'of %s in which a disk changed a letter nothing is used, and it is compiled anew',
  (_what, old, now) => {
    fill(1);
    const bytes = readFileSync(file, 'latin1');
    expect(bytes).toContain(old);
    writeFileSync(file, bytes.replaceAll(old, now), 'latin1');
    const cache = new ArticleCache(root);
    for (const one of cache.files(DIGESTS)) expect(() => cache.text(one)).toThrow(/compiled anew/);
    cache.close();
    expect(kept()).toEqual([]);
  },
);

test('data that was kept is known whole or not at all', () => {
  const path = join(root, 'kept.json');
  keepJson(path, { width: 1600, known: ['a', 'b'] });
  expect(readKeptJson(path)).toEqual({ width: 1600, known: ['a', 'b'] });
  const bytes = readFileSync(path);
  for (let at = 0; at < bytes.length; at += 1) {
    const spoilt = Buffer.from(bytes);
    spoilt[at] = (spoilt[at] ?? 0) ^ 1;
    writeFileSync(path, spoilt);
    expect(readKeptJson(path)).toBeUndefined();
  }
});

const WRITER = `
import { ArticleCache } from ${JSON.stringify(fileURLToPath(new URL('../../../../src/content/cache.ts', import.meta.url)))};
const [root, from, count] = process.argv.slice(1);
const cache = new ArticleCache(root);
const article = ${JSON.stringify(article)};
const digests = [];
for (let i = Number(from); i < Number(from) + Number(count); i += 1) {
  digests.push('digest ' + i);
  cache.add({ ...article, digest: 'digest ' + i }, ${JSON.stringify(JSON.stringify(text))});
  if (i % 100 === 99) console.log(i);
}
cache.save(Array.from({ length: 100_000 }, () => digests[0]));
cache.close();
`;

test('processes may write and read at once, and nothing is said', async () => {
  const writers = [0, 1, 2].map((n) => {
    const child = spawn(process.execPath, ['-e', WRITER, root, String(n * 1000), '300']);
    let said = '';
    child.stderr.on('data', (data) => {
      said += data;
    });
    child.stdout.resume();
    return once(child, 'close').then(([code]) => [code, said]);
  });
  const reader = new ArticleCache(root);
  reader.files(DIGESTS);
  expect(await Promise.all(writers)).toEqual([
    [0, ''],
    [0, ''],
    [0, ''],
  ]);
  expect(reader.text({ ...article, digest: 'digest 2299' })).toEqual(text);
  reader.close();
  expect(kept()).toHaveLength(900);
});

test('a process that is killed while it writes leaves what it had written', () => {
  const { signal } = spawnSync(process.execPath, ['-e', WRITER, root, '0', '1e9'], {
    timeout: 1500,
    killSignal: 'SIGKILL',
  });
  expect(signal).toBe('SIGKILL');
  expect(kept().length % 100).toBe(0);
  fill(2);
  expect(kept()).toEqual(['digest 0', 'digest 1']);
});
