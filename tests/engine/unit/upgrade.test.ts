import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { listAll } from '../../../src/content/files.ts';
import { mergeRelease } from '../../../src/upgrade/merge.ts';
import type { Base, Release } from '../../../src/upgrade/release.ts';

type Files = Readonly<Record<string, string>>;

const folders: string[] = [];
afterAll(() => {
  for (const dir of folders) rmSync(dir, { recursive: true });
});

/** What an owner has once a release has come. */
function upgraded({ base, owner, release }: Record<'base' | 'owner' | 'release', Files>): Files {
  const dir = mkdtempSync(join(tmpdir(), 'merged-'));
  folders.push(dir);
  for (const [path, text] of Object.entries(owner)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  const reading = (files: Files) => ({
    files: Object.keys(files),
    read: (path: string) => (path in files ? Buffer.from(files[path] ?? '') : undefined),
  });
  const newer: Release = {
    ...reading(release),
    dir: '',
    source: '',
    ref: '',
    version: '1.1.0',
    mode: () => 0o644,
  };
  const before: Base = { ...reading(base), name: 'v1.0.0', isWhole: true };
  mergeRelease(dir, newer, before);
  return Object.fromEntries(
    listAll(dir).map((path) => [path, readFileSync(join(dir, path), 'utf8')]),
  );
}

const FACES = 'src/publication/fonts.css';
const FACE = 'src/publication/fonts/newsreader.woff2';
const OLD = 'src/publication/fonts/old.woff2';
const base = { [FACES]: 'faces', [FACE]: 'Newsreader', [OLD]: 'Old' };
const release = { [FACES]: 'newer faces', [FACE]: 'Newsreader, lighter' };

test('fonts that an owner left as they were follow the release', () => {
  const letters = { 'src/publication/fonts/drawn/greek.ttf': 'Greek' };
  const owner = { ...base, ...letters };
  expect(upgraded({ base, owner, release })).toEqual({ ...release, ...letters });
});

test.each([
  ['a font', { [FACE]: 'Garamond' }],
  ['their sheet', { [FACES]: 'own faces' }],
])('an owner who put %s in place keeps all of them', (_, own) => {
  const owner = { ...base, ...own };
  expect(upgraded({ base, owner, release })).toEqual(owner);
});
