import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { FileDigests } from '../content/file-digests.ts';
import { listAll } from '../content/files.ts';
import { isModule } from '../record/own-page.ts';

/** What every page depends on beside the content; the last four an owner may add, and Vite reads them. */
const FILES = [
  'astro.config.mjs',
  'package-lock.json',
  'tsconfig.json',
  '.env',
  '.env.local',
  '.env.production',
  '.env.production.local',
];
const FOLDERS = ['src', 'public'];

/**
 * Digest of code (but its documents), configuration, dependencies and Node: when it changes, everything
 * is built anew.
 * @param root the project's folder
 */
export function codeDigest(root: string): string {
  return digestOf(
    root,
    codeFiles(root).filter((path) => !/^src\/.*\.md$/.test(path)),
  );
}

/** Every file of code and configuration, as paths from the project's folder. */
export function codeFiles(root: string): string[] {
  const folders = FOLDERS.flatMap((folder) => below(root, folder));
  return [...FILES.filter((file) => existsSync(join(root, file))), ...folders];
}

/** Digest of every file below `content/`, and of what its pages import from elsewhere, by names and bytes. */
export function contentDigest(root: string, digests: FileDigests): string {
  const hash = createHash('sha256');
  for (const path of [...below(root, 'content'), ...importedByPages(root)]) {
    hash.update(`${path}\0${digests.of(path)}\0`);
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * Digest of the content that is compiled with the templates: the owner's pages that are modules, and what those
 * may read.
 */
export function pagesDigest(root: string): string {
  const files = below(root, 'content/pages').map((path) => ({ path, text: textOf(root, path) }));
  const compiled = files.filter(({ path, text }) => !path.endsWith('.mdx') || isModule(text));
  const imports = compiled.some(({ text }) => /\bimport\b/.test(text));
  return digestOf(root, [
    ...compiled.map(({ path }) => path),
    ...(imports ? dataFiles(root) : []),
    ...importedByPages(root),
  ]);
}

/** Files that the owner's pages import from outside the folders of which other digests are taken. */
export function importedByPages(root: string): string[] {
  const folder = 'content/pages';
  const found = below(root, folder).flatMap((path) => {
    return [...textOf(root, path).matchAll(/^import\b[^'"]*['"](\.{1,2}\/[^'"]+)['"]/gm)].map(
      ([, target = '']) => posix.join(posix.dirname(path), target),
    );
  });
  return [...new Set(found)]
    .filter((path) => !/^(?:content|src|public)\//.test(path) && existsSync(join(root, path)))
    .sort();
}

function textOf(root: string, path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** Files of the content but its articles, which have keys of their own, and the ledger. */
function dataFiles(root: string): string[] {
  return below(root, 'content').filter(
    (path) => !/\.mdx?$|^content\/ledger(?:\.json$|\/)/.test(path),
  );
}

function digestOf(root: string, files: readonly string[]): string {
  const hash = createHash('sha256').update(process.version);
  for (const path of files) {
    const bytes = readFileSync(join(root, path));
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex').slice(0, 16);
}

function below(root: string, folder: string): string[] {
  return listAll(join(root, folder)).map((path) => `${folder}/${path}`);
}
