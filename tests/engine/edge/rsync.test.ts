import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { listAll } from '../../../src/content/files.ts';

const script = fileURLToPath(new URL('../../../.github/rsync.sh', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'rsync-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** A release with these files, uploaded; what the server has then. */
function upload(name: string, files: readonly string[], env: Record<string, string> = {}) {
  const site = join(work, name);
  for (const path of files) {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), name);
  }
  execFileSync(script, [site, join(work, 'server')], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return listAll(join(work, 'server'));
}

test('what an entry had goes with it; styles stay for cached pages until they are pruned', () => {
  const assets = ['_assets/a.1.css'];
  const first = [
    ...assets,
    '.well-known/security.txt',
    '2018/old/index.html',
    'images/x.1.png',
    'index.html',
    'pagefind/parts/a/1.json',
  ];
  expect(upload('first', first)).toEqual([...first].sort());

  const second = ['.well-known/security.txt', '_assets/a.2.css', 'index.html'];
  expect(upload('second', second)).toEqual([...second, ...assets].sort());
  expect(upload('second', second, { PRUNE: 'yes' })).toEqual([...second].sort());
});

test('going back to the release before puts its files back, and what came with the other goes', () => {
  const good = ['_assets/b.1.css', '2018/entry/index.html', 'index.html', 'rss.xml'];
  const bad = ['_assets/b.2.css', '2018/mistake/index.html', 'index.html', 'cards/mistake.1.png'];
  upload('good', good, { PRUNE: 'yes' });
  upload('bad', bad, { PRUNE: 'yes' });
  expect(upload('good', good, { PRUNE: 'yes' })).toEqual([...good].sort());
  expect(readFileSync(join(work, 'server/index.html'), 'utf8')).toBe('good');
});

test('a site between two releases, or none, is refused, and the server keeps what it has', () => {
  const before = upload('whole', ['index.html', 'a/index.html']);
  mkdirSync(join(work, 'none'));
  for (const [name, files] of [
    ['between', ['.unfinished', 'index.html', 'b/index.html']],
    ['none', []],
  ] as const) {
    const refused = (): string[] => upload(name, files);
    expect(refused).toThrow(/is between two releases, or no site at all\. Build it: npm run build/);
  }
  expect(listAll(join(work, 'server'))).toEqual(before);
  // nothing is left beside the site
  expect(readdirSync(work).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('through a link to the site, and on another disk, the same is uploaded', () => {
  const files = ['index.html', 'a/index.html'];
  const direct = upload('linked', files);
  symlinkSync(join(work, 'linked'), join(work, 'link'));
  execFileSync(script, [`${join(work, 'link')}/`, join(work, 'other-server')]);
  expect(listAll(join(work, 'other-server'))).toEqual([...files].sort());
  expect(direct).toEqual(expect.arrayContaining(files));
});
