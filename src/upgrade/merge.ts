import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { differenceOf, mergeTexts } from './git.ts';
import { type Json, mergeJson } from './json.ts';
import type { Base, Release } from './release.ts';

/** What an upgrade does to the files of the engine, by what happens to them. */
export interface Merged {
  taken: string[];
  merged: string[];
  removed: string[];
  /** Changed by hand where the release changed them too: the release's is in place, the change is kept beside. */
  conflicts: string[];
  /** Changed by hand and left as they are. */
  kept: string[];
}

/** Where changes by hand are put that do not fit. */
export const ASIDE = '.upgrade';

/** What an owner touches, and a release never does. */
const OWNERS =
  /^(?:content|public|src\/publication)\/|^tests\/publication\/(?:frozen\/.*\.(?:txt|json)|[^/]*\.yaml)$|^(?:src\/site\.config\.ts|README\.md|LICENSE|package-lock\.json|\.github\/(?:site\.png|CODEOWNERS))$/;

/** Fonts as they are drawn: one set, which follows the release until an owner puts another in its place. */
const FONTS = /^src\/publication\/fonts(?:\.css$|\/)/;

/** Merged field by field: the owner's packages, scripts and settings stay. */
const FIELDS = /^(?:package\.json|\.vscode\/[^/]*\.json)$/;

/**
 * Brings a release's files into a copy of an owner's repository.
 * @param dir the copy
 */
export function mergeRelease(dir: string, release: Release, base: Base): Merged {
  const done: Merged = { taken: [], merged: [], removed: [], conflicts: [], kept: [] };
  const fileOf = (path: string) => {
    const file = join(dir, path);
    return existsSync(file) && statSync(file).isFile() ? readFileSync(file) : undefined;
  };
  const fonts = base.files.filter((path) => FONTS.test(path));
  const ownFonts = fonts.some((path) => !same(base.read(path), fileOf(path)));
  for (const path of new Set([...release.files, ...base.files])) {
    const theirs = release.read(path);
    const before = base.read(path);
    const file = join(dir, path);
    const ours = fileOf(path);
    if (OWNERS.test(path) && (ownFonts || !FONTS.test(path))) {
      // what the owner's folders must have since this release
      const isNew = path.startsWith('src/publication/') && !before && !ours && theirs;
      if (isNew) write(file, theirs, release.mode(path));
      continue;
    }
    const result = decide(path, before, ours, theirs, base.isWhole);
    if (!result) continue;
    const [what, bytes] = result;
    done[what].push(path);
    if (what === 'kept') continue;
    if (what === 'conflicts') {
      const change = differenceOf(before ?? Buffer.alloc(0), ours ?? Buffer.alloc(0));
      write(join(dir, ASIDE, `${path}.diff`), Buffer.from(change));
    }
    if (bytes) write(file, bytes, release.mode(path));
    else rmSync(file, { force: true });
  }
  return done;
}

/** What becomes of a file; undefined for nothing. */
function decide(
  path: string,
  before: Buffer | undefined,
  ours: Buffer | undefined,
  theirs: Buffer | undefined,
  isWhole: boolean,
): [what: keyof Merged, bytes?: Buffer] | undefined {
  if (same(ours, theirs) || same(theirs, before)) return undefined;
  if (same(ours, before)) return theirs ? ['taken', theirs] : ['removed'];
  // the owner took it out
  if (!ours) return ['kept'];
  if (!theirs || !isWhole) return ['kept'];
  const merged = FIELDS.test(path)
    ? mergeFields(before, ours, theirs)
    : mergeTexts(before ?? Buffer.alloc(0), ours, theirs);
  return merged ? ['merged', merged] : ['conflicts', theirs];
}

/** The fields of three JSON files; undefined where one has comments or is broken. */
function mergeFields(before: Buffer | undefined, ours: Buffer, theirs: Buffer): Buffer | undefined {
  const read = (bytes: Buffer) => JSON.parse(bytes.toString()) as Json;
  try {
    const base = before && read(before);
    const merged = mergeJson(base, read(ours), read(theirs));
    const { version } = read(theirs) as { version?: string };
    if (version !== undefined) Object.assign(merged as object, { version });
    return Buffer.from(`${JSON.stringify(merged, null, 2)}\n`);
  } catch {
    return mergeTexts(before ?? Buffer.alloc(0), ours, theirs);
  }
}

function same(a: Buffer | undefined, b: Buffer | undefined): boolean {
  return a === undefined || b === undefined ? a === b : a.equals(b);
}

function write(file: string, bytes: Buffer, mode?: number): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  if (mode !== undefined) chmodSync(file, mode);
}
