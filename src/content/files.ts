import {
  accessSync,
  constants,
  type Dirent,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { errorCode, rename } from './move.ts';
import { oddNames } from './odd-names.ts';

/**
 * Every file below a folder, as paths from it with forward slashes, in code-point order; none when
 * the folder is not there.
 */
export function listAll(folder: string, root = dirname(folder)): string[] {
  return pathsOf(entriesOf(folder, root), folder);
}

function pathsOf(entries: readonly Dirent[], folder: string): string[] {
  return entries
    .filter(isFile)
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.split(sep).join('/'))
    .sort((a, b) => (a < b ? -1 : 1));
}

/** What lies in a folder and can be neither read nor left out without a word. */
export interface OddFile {
  /** Path from the root. */
  path: string;
  /** What it is, as the end of a sentence. */
  is: string;
  fix: string;
  /** Whether it is only so on other systems than this. */
  elsewhere?: true;
}

/** What lies in a folder. */
export interface Survey {
  /** As {@link listFiles} lists them. */
  files: string[];
  /**
   * What is no file to be read: links that lead nowhere, out of the project or in circles, pipes, names
   * that are no text. In `content/`, names that begin with a dot are an editor's own.
   */
  odd: OddFile[];
}

/** What lies below a folder of the project; `public/` is published with what begins with a dot. */
export function survey(root: string, name: 'content' | 'public'): Survey {
  const folder = join(root, name);
  const isLeftOut = (path: string) => name === 'content' && /(?:^|\/)\./.test(path);
  const odd: OddFile[] = [];
  const sound = entriesOf(folder, root).filter((entry) => {
    const found = oddness(root, entry);
    if (!found) return true;
    const path = relative(root, join(entry.parentPath, entry.name)).split(sep).join('/');
    if (!isLeftOut(path)) odd.push({ path, ...found });
    return false;
  });
  const files = pathsOf(sound, folder)
    .map((path) => `${name}/${path}`)
    .filter((path) => !isLeftOut(path));
  return { files, odd: [...odd, ...oddNames(files)] };
}

function oddness(root: string, entry: Dirent): Omit<OddFile, 'path'> | undefined {
  if (/\ufffd/.test(entry.name)) {
    return {
      is: 'has a name that is no UTF-8',
      fix: 'Rename it: small letters, digits and hyphens.',
    };
  }
  if (entry.name.includes('\\')) {
    return { is: 'has a "\\" in its name, which no address can have', fix: 'Rename it.' };
  }
  if (entry.isFile() || entry.isDirectory()) return undefined;
  if (!entry.isSymbolicLink())
    return { is: 'is no file but a pipe or a device', fix: 'Remove it.' };
  const path = join(entry.parentPath, entry.name);
  const target = readlinkSync(path);
  const stat = statSync(path, MAYBE);
  if (!stat)
    return {
      is: `is a link to "${target}", which is not there`,
      fix: 'Remove it, or put the file there.',
    };
  if (!isInside(realpathSync(path), realpathSync(root))) {
    return {
      is: `is a link to "${target}", outside the project`,
      fix: 'Put the file itself here.',
    };
  }
  return stat.isFile()
    ? undefined
    : { is: `is a link to "${target}", which is around it`, fix: 'Remove it.' };
}

/**
 * Whether a path is on disk in these very letters: disks that are blind to capitals find it under others,
 * and those of servers do not.
 * @param path from the root, with forward slashes
 */
export function isSpeltSo(root: string, path: string): boolean {
  const parts = path.split('/');
  return parts.every((part, i) => {
    const there = ifThere(() => readdirSync(join(root, ...parts.slice(0, i))));
    return there?.includes(part) ?? false;
  });
}

/** The text of a file; undefined when it is not there. */
export function readIfThere(path: string): string | undefined {
  return ifThere(() => readFileSync(path, 'utf8'));
}

function ifThere<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The same as paths from `root`, with an extension; names that begin with a dot are left out. */
export function listFiles(root: string, folder: string, extension: string): string[] {
  return listAll(join(root, folder), root)
    .filter((path) => !/(?:^|\/)\.|[\ufffd\\]/.test(path) && path.endsWith(extension))
    .map((path) => `${folder}/${path}`);
}

/**
 * Everything below a folder but folders. Links to folders are followed within `root`, and not in
 * circles (`recursive` of Node follows all); one that is not followed is in the list.
 */
function entriesOf(folder: string, root: string, around: readonly string[] = []): Dirent[] {
  const entries = ifThere(() => readdirSync(folder, { withFileTypes: true })) ?? [];
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entriesOf(path, root, around);
    if (!entry.isSymbolicLink() || !statSync(path, MAYBE)?.isDirectory()) return [entry];
    const real = realpathSync(path);
    const isCircle = [folder, ...around].some((one) => isInside(realpathSync(one), real));
    if (isCircle || !isInside(real, realpathSync(root))) return [entry];
    return entriesOf(path, root, [...around, folder]);
  });
}

const MAYBE = { throwIfNoEntry: false } as const;

/** Whether what a path of the project leads to lies within the project. */
export function isOurs(root: string, path: string): boolean {
  return isInside(realpathSync(join(root, path)), realpathSync(root));
}

/** Whether a path is another, or lies below it. */
function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder + sep);
}

/** Whether it is a file, or a link to one; editors leave links to nowhere beside a file in work. */
function isFile(entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return entry.isFile();
  const path = join(entry.parentPath, entry.name);
  return statSync(path, MAYBE)?.isFile() ?? false;
}

/** What a system answers where nothing may be written. */
const DENIED = ['EROFS', 'EACCES', 'EPERM'];

/** Whether files can be made in a folder, which is made if it is not there. */
export function isWritable(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Writes a file that is kept for the next time only: where nothing may be written, that takes longer. */
export function writeForLater(path: string, content: string | Uint8Array): void {
  try {
    writeWhole(path, content);
  } catch (error) {
    // a folder that cannot be made is said not to be there
    if (![...DENIED, 'ENOENT'].includes(errorCode(error))) throw error;
  }
}

/**
 * Writes a file whole or not at all, in a folder that is made if it is not there.
 * @param flush whether it must outlive a loss of power
 */
export function writeWhole(path: string, content: string | Uint8Array, flush = false): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, content, { flush });
  rename(temporary, path);
}
