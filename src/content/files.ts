import {
  type Dirent,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Every file below a folder, as paths from it with forward slashes, in code-point order; none when
 * the folder is not there.
 */
export function listAll(folder: string): string[] {
  const entries = ifThere(() => readdirSync(folder, { recursive: true, withFileTypes: true }));
  return (entries ?? [])
    .filter(isFile)
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.replaceAll('\\', '/'))
    .sort((a, b) => (a < b ? -1 : 1));
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
  return listAll(join(root, folder))
    .filter((path) => path.endsWith(extension) && !/(?:^|\/)\./.test(path))
    .map((path) => `${folder}/${path}`);
}

/** Whether it is a file, or a link to one; editors leave links to nowhere beside a file in work. */
function isFile(entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return entry.isFile();
  const path = join(entry.parentPath, entry.name);
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/**
 * Writes a file whole or not at all, in a folder that is made if it is not there.
 * @param flush whether it must outlive a loss of power
 */
export function writeWhole(path: string, content: string | Uint8Array, flush = false): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, content, { flush });
  renameSync(temporary, path);
}
