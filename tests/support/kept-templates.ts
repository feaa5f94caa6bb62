import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { listAll } from '../../src/content/files.ts';
import { codeDigest, pagesDigest } from '../../src/press/digests.ts';
import { pressFolder, sealFolder } from '../../src/press/templates.ts';

/*
 * Some forty projects of the tests have the same code and the same pages: the templates that the
 * first of them compiles are laid into the others, and so is the press. It decides whether they are of use.
 */

const KEPT = fileURLToPath(new URL('../../.cache/test-templates/', import.meta.url));

/** Forgets what earlier runs kept. */
export function forgetTemplates(): void {
  rmSync(KEPT, { recursive: true, force: true });
}

/** Lays compiled templates and the press into a project that has none, if one with its code compiled them. */
export function bringTemplates(root: string): void {
  const { code, templates } = keptFor(root);
  if (!existsSync(folderOf(root)) && existsSync(templates)) {
    cpSync(templates, folderOf(root), { recursive: true, preserveTimestamps: true });
  }
  const [press, own] = [keptPress(code), pressFolder({ root, press: code })];
  if (existsSync(press) && !existsSync(own)) {
    copyPress(press, own, ANYWHERE, placeOf(root));
    sealFolder(own);
  }
}

/** Keeps the templates and the press that a project compiled for the next with its code. */
export function keepTemplates(root: string): void {
  const { code, templates } = keptFor(root);
  keep(templates, (work) => {
    if (!existsSync(folderOf(root))) return false;
    cpSync(folderOf(root), work, { recursive: true, preserveTimestamps: true });
    return true;
  });
  keep(keptPress(code), (work) => {
    const own = pressFolder({ root, press: code });
    if (!existsSync(join(own, 'press.mjs'))) return false;
    copyPress(own, work, placeOf(root), ANYWHERE);
    return true;
  });
}

/** Keeps a folder that is made beside: another test may be at it. */
function keep(to: string, make: (work: string) => boolean): void {
  if (existsSync(to)) return;
  mkdirSync(KEPT, { recursive: true });
  const work = mkdtempSync(join(KEPT, 'work-'));
  try {
    if (make(work)) renameSync(work, to);
  } catch (error) {
    // it was faster
    if (!existsSync(to)) throw error;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** In place of the project's folder, by whose address the press names files. */
const ANYWHERE = 'file:///anywhere/';

function placeOf(root: string): string {
  return `${pathToFileURL(realpathSync(root)).href}/`;
}

function copyPress(from: string, to: string, place: string, other: string): void {
  mkdirSync(to, { recursive: true });
  for (const path of listAll(from).filter((path) => path.endsWith('.mjs'))) {
    writeFileSync(join(to, path), readFileSync(join(from, path), 'utf8').replaceAll(place, other));
  }
}

function folderOf(root: string): string {
  return join(root, '.cache', 'templates');
}

/** Digest of a project's code, and where templates for it are kept. */
function keptFor(root: string): { code: string; templates: string } {
  const code = codeDigest(root);
  return { code, templates: join(KEPT, `${code}-${pagesDigest(root)}`) };
}

function keptPress(code: string): string {
  return join(KEPT, `press-${code}`);
}
