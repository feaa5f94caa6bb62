import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Every file below a folder, as paths from it with forward slashes, in code-point order; none when
 * the folder is not there.
 */
export function listAll(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(isFile)
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .map((path) => path.replaceAll('\\', '/'))
      .sort((a, b) => (a < b ? -1 : 1));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
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
