import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listAll } from '../../../src/content/files.ts';
import { corpusFiles } from '../../bench/corpus.ts';
import { isDeep } from '../../support/deep.ts';
import { Project } from '../../support/project.ts';

const AUTHOR = 'content/authors/desk.yaml';
const SAVER = fileURLToPath(new URL('../../support/save-while-read.ts', import.meta.url));
const WITHOUT = { SITE_WITHOUT: 'compress,search' };

const named = (name: string): string => `name: ${name}\n`;

let project: Project;
beforeAll(async () => {
  project = new Project({ ...corpusFiles(3), [AUTHOR]: named('Anna') });
  await project.build(WITHOUT);
});
afterAll(() => project.remove());

/** Builds while the author's file is saved, each time that it was read. */
async function build(...saved: string[]): Promise<string> {
  const { code, output } = await project.run('build', [], {
    ...WITHOUT,
    NODE_OPTIONS: `--import=${SAVER}`,
    SAVE_FILE: AUTHOR,
    SAVE_AS: JSON.stringify(saved.map(named)),
  });
  expect(code, output).toBe(0);
  return output;
}

const page = (): string => project.read('dist/authors/desk/index.html');

// it is read for its digest, then for what it says
test.each([
  ['between its digest and its reading', ['Berta']],
  ['once it was read', ['Anna of old', 'Berta']],
])('a file that is saved %s is built again, and putting it back is a change', async (_, saved) => {
  project.write({ [AUTHOR]: named('Anna of old') });
  expect(await build(...saved)).toContain(
    'Files were changed while they were read: building again',
  );
  expect(page()).toContain('Berta');
  project.write({ [AUTHOR]: named('Anna') });
  expect(await build()).not.toContain('building again');
  expect(page()).toContain('Anna');
  expect(await build()).toContain('Nothing has changed');
});

test('nor is a file taken for what it was that was saved and put back while it was read', async () => {
  project.write({ [AUTHOR]: named('Clara') });
  expect(await build('Berta', 'Clara')).toContain('building again');
  expect(page()).toContain('Clara');
});

test('on a disk that numbers the same file anew each time, nothing seems to have changed', async () => {
  project.write({
    [AUTHOR]: named('Gustav'),
    '.cache/numbered-anew.mjs': `import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const { statSync } = fs;
let n = 0;
fs.statSync = (...args) => {
  const stat = statSync(...args);
  if (stat) stat.ino = ++n;
  return stat;
};
syncBuiltinESMExports();
`,
  });
  const { code, output } = await project.run('build', [], {
    ...WITHOUT,
    NODE_OPTIONS: `--import=${join(project.root, '.cache/numbered-anew.mjs')}`,
  });
  expect([code, output]).toEqual([0, expect.not.stringContaining('building again')]);
  expect(page()).toContain('Gustav');
});

/** The site as its files are, each with its digest. */
function site(): Record<string, string> {
  const digest = (path: string) =>
    createHash('sha256')
      .update(readFileSync(join(project.root, 'dist', path)))
      .digest('hex');
  return Object.fromEntries(project.files().map((path) => [path, digest(path)]));
}

test('a change that is taken back gives the same site again, file by file', async () => {
  await build();
  const before = site();
  const text = project.read(AUTHOR);
  project.write({ [AUTHOR]: named('Emil') });
  await build();
  expect(site()).not.toEqual(before);
  project.write({ [AUTHOR]: text });
  await build();
  expect(site()).toEqual(before);
});

/** What can happen to a file: a full disk, a loss of power, a worn disk. */
const SPOIL: readonly ((path: string) => void)[] = [
  (path) => truncateSync(path, Math.min(100, statSync(path).size)),
  (path) => truncateSync(path, 0),
  (path) => writeFileSync(path, randomBytes(statSync(path).size)),
];

test('what is kept is no file of the site, and is made again where it is spoilt', async () => {
  // to compress and to index takes long, and what is kept of that is tried by itself
  const all = isDeep ? {} : WITHOUT;
  const make = async () => {
    const { code, output } = await project.run('build', [], all);
    expect(code, output).toBe(0);
  };
  await make();
  const kept = listAll(join(project.root, '.cache')).filter(
    // templates and the press are tried elsewhere; the lock says nothing
    (path) => !/^(?:templates|press|node|astro|vite|building)\b/.test(path),
  );
  expect(kept.length).toBeGreaterThan(10);
  const inodeOf = (path: string) => statSync(join(project.root, path)).ino;
  const ofSite = new Set(project.files().map((path) => inodeOf(`dist/${path}`)));
  expect(kept.filter((path) => ofSite.has(inodeOf(`.cache/${path}`)))).toEqual([]);

  for (const [i, path] of kept.entries())
    SPOIL[i % SPOIL.length]?.(join(project.root, '.cache', path));
  project.write({ [AUTHOR]: named('Frida') });
  await make();
  const made = site();
  for (const path of kept) rmSync(join(project.root, '.cache', path), { force: true });
  project.delete('dist');
  await make();
  expect(made).toEqual(site());
}, 180_000);

test('files that never stay are not built for ever, and the last site stays', async () => {
  const before = page();
  project.write({ [AUTHOR]: named('Dora') });
  const { code, output } = await project.run('build', [], {
    ...WITHOUT,
    NODE_OPTIONS: `--import=${SAVER}`,
    SAVE_FILE: AUTHOR,
    SAVE_AS: JSON.stringify(Array.from({ length: 40 }, (_, n) => named(`Dora ${n}`))),
    SAVE_ALWAYS: 'yes',
  });
  expect(output).toMatch(/Files are changed faster than they are built \(3 times now\)/);
  expect(code).toBe(1);
  expect(page()).toBe(before);
}, 120_000);
