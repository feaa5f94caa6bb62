import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codeDigest, pagesDigest } from '../../src/press/digests.ts';

/*
 * Some forty projects of the tests have the same code and the same pages: the templates that the
 * first of them compiles are laid into the others. The press decides whether they are of use.
 */

const KEPT = fileURLToPath(new URL('../../.cache/test-templates/', import.meta.url));

/** Forgets what earlier runs kept. */
export function forgetTemplates(): void {
  rmSync(KEPT, { recursive: true, force: true });
}

/** Lays compiled templates into a project that has none, if one with its code compiled them. */
export function bringTemplates(root: string): void {
  const to = folderOf(root);
  if (existsSync(to)) return;
  const from = keptFor(root);
  if (existsSync(from)) cpSync(from, to, { recursive: true, preserveTimestamps: true });
}

/** Keeps the templates that a project compiled for the next with its code. */
export function keepTemplates(root: string): void {
  const from = folderOf(root);
  const to = keptFor(root);
  if (!existsSync(from) || existsSync(to)) return;
  mkdirSync(KEPT, { recursive: true });
  const work = mkdtempSync(join(KEPT, 'work-'));
  cpSync(from, work, { recursive: true, preserveTimestamps: true });
  try {
    renameSync(work, to);
  } catch {
    // another test was faster
    rmSync(work, { recursive: true });
  }
}

function folderOf(root: string): string {
  return join(root, '.cache', 'templates');
}

function keptFor(root: string): string {
  return join(KEPT, `${codeDigest(root)}-${pagesDigest(root)}`);
}
