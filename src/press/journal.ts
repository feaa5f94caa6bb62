import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { isSpeltSo, listAll, writeWhole } from '../content/files.ts';
import { errorCode, moveFile, removeFile, rename } from '../content/move.ts';
import { inOrder } from './order.ts';
import {
  discard,
  journalPath,
  manifestPath,
  nextManifestPath,
  oldTree,
  type Place,
  type ReleasePlace,
  stagedTree,
  UNFINISHED,
} from './place.ts';

/*
 * How a verified build becomes the site. What is to be done is written down first; a process that
 * is killed half-way leaves the journal, and the next command that needs the place finishes it. Every
 * step can be taken twice, so finishing is doing it again. While files of two releases may stand side by
 * side, the site has a file that says so.
 */

/** What makes a staged build the site. */
export type Change =
  /** The staged tree takes the place of the whole site. */
  | { kind: 'swap' }
  /** Staged files take their places, in this order; then others go. */
  | { kind: 'apply'; move: string[]; remove: string[] };

/** Publishes a staged build whose manifest has been written to {@link nextManifestPath}. */
export function publish(place: Place, change: Change): void {
  for (const tree of [oldTree(place), stagedTree(place)]) discard(place, tree);
  // builds of other places write where this one was made, also when this process ends here
  rename(place.staging, stagedTree(place));
  begin(place, change);
  finish(place, change);
}

/** Whether a release was begun and is not finished. */
export function isUnfinished(place: ReleasePlace): boolean {
  return existsSync(journalPath(place));
}

/**
 * Finishes what an interrupted process left. To be called, with the lock, before anything is done with
 * the place.
 * @returns whether there was something to finish
 * @throws Error when it cannot be finished
 */
export function recover(place: ReleasePlace): boolean {
  if (!isUnfinished(place)) return false;
  const change = readChange(journalPath(place));
  if (change) finish(place, change);
  else forget(place);
  return change !== undefined;
}

/** Where it is not known how far a release came, or it cannot be finished, the next build makes the whole site anew. */
export function forget(place: ReleasePlace): void {
  for (const path of [manifestPath(place), nextManifestPath(place), journalPath(place)]) {
    rmSync(path, { force: true });
  }
}

/** What a journal says is to be done; undefined when it is damaged. */
function readChange(path: string): Change | undefined {
  try {
    const change = JSON.parse(readFileSync(path, 'utf8')) as Partial<Change>;
    const isWhole =
      change.kind === 'swap' ||
      (change.kind === 'apply' && arePaths(change.move) && arePaths(change.remove));
    return isWhole ? (change as Change) : undefined;
  } catch {
    return undefined;
  }
}

function arePaths(value: unknown): boolean {
  return Array.isArray(value) && value.every((path) => typeof path === 'string');
}

function begin(place: ReleasePlace, change: Change): void {
  writeWhole(journalPath(place), JSON.stringify(change), true);
}

function finish(place: ReleasePlace, change: Change): void {
  if (change.kind === 'apply') apply(place, change);
  else if (place.stays || !swap(place)) replace(place);
  const next = nextManifestPath(place);
  if (existsSync(next)) rename(next, manifestPath(place));
  rmSync(journalPath(place), { force: true });
  for (const tree of [oldTree(place), stagedTree(place)]) discard(place, tree);
}

/** What a folder answers that cannot be renamed: another file system, a mount, a folder that a program has open. */
const FIXED = ['EXDEV', 'EBUSY', 'EPERM', 'EACCES'];

/** @returns whether the staged tree is the site; else nothing was changed */
function swap(place: ReleasePlace): boolean {
  const { dist } = place;
  const [staged, old] = [stagedTree(place), oldTree(place)];
  if (!existsSync(staged)) return true;
  const isThere = existsSync(dist);
  try {
    if (isThere) {
      discard(place, old);
      rename(dist, old);
    }
    mkdirSync(dirname(dist), { recursive: true });
    rename(staged, dist);
    return true;
  } catch (error) {
    if (!FIXED.includes(errorCode(error))) throw error;
    if (isThere && !existsSync(dist)) rename(old, dist);
    return false;
  }
}

/** Makes of the site what the staged tree is, file by file, where the folder itself has to stay. */
function replace(place: ReleasePlace): void {
  const staged = listAll(stagedTree(place));
  const wanted = new Set(staged);
  const remove = listAll(place.dist).filter((path) => !wanted.has(path) && path !== UNFINISHED);
  const change: Change = { kind: 'apply', move: inOrder(staged), remove };
  begin(place, change);
  apply(place, change);
}

function apply(place: ReleasePlace, { move, remove }: Extract<Change, { kind: 'apply' }>): void {
  const { dist } = place;
  const staged = stagedTree(place);
  mkdirSync(dist, { recursive: true });
  writeFileSync(
    join(dist, UNFINISHED),
    'This folder is between two releases. "npm run build" finishes the one that was begun.\n',
  );
  for (const path of move) {
    const from = join(staged, path);
    if (existsSync(from)) put(from, dist, path);
  }
  const moved = new Map(move.map((path) => [path.toLowerCase(), path]));
  for (const path of remove) {
    const twin = moved.get(path.toLowerCase());
    if (twin !== undefined) spell(dist, twin);
    // on a disk that is blind to capitals it may be the file that has just come
    if (twin !== undefined && !isSpeltSo(dist, path)) continue;
    removeFile(join(dist, path));
    removeEmptyFolders(dist, dirname(path));
  }
  removeFile(join(dist, UNFINISHED));
}

/** Puts a file into the site. What was a file may be a folder now, and the other way round. */
function put(from: string, dist: string, path: string): void {
  const to = join(dist, path);
  try {
    mkdirSync(dirname(to), { recursive: true });
    moveFile(from, to);
  } catch (error) {
    if (!['EEXIST', 'ENOTDIR', 'EISDIR', 'ENOTEMPTY'].includes(errorCode(error))) throw error;
    clearWay(dist, path);
    mkdirSync(dirname(to), { recursive: true });
    moveFile(from, to);
  }
}

/** Removes files that stand where folders of a path belong, and a folder where its file does. */
function clearWay(dist: string, path: string): void {
  const parts = path.split('/');
  for (let depth = 1; depth <= parts.length; depth += 1) {
    const at = join(dist, ...parts.slice(0, depth));
    const stat = lstatSync(at, { throwIfNoEntry: false });
    if (stat && stat.isDirectory() === (depth === parts.length)) rmSync(at, { recursive: true });
  }
}

/** Gives a file and its folders the capitals of its path, where the disk has kept those of an earlier file. */
function spell(dist: string, path: string): void {
  for (const [i, part] of path.split('/').entries()) {
    const folder = join(dist, ...path.split('/').slice(0, i));
    const names = readdirSync(folder);
    const other = names.find((name) => name.toLowerCase() === part.toLowerCase());
    if (other !== undefined && !names.includes(part))
      rename(join(folder, other), join(folder, part));
  }
}

function removeEmptyFolders(root: string, folder: string): void {
  for (let path = folder; path !== '.' && path !== ''; path = dirname(path)) {
    try {
      rmdirSync(join(root, path));
    } catch {
      return;
    }
  }
}
