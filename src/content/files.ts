import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Files below a folder, as paths from `root` with forward slashes, in code-point order.
 * A folder that is not there has none. Names that begin with a dot are left out.
 */
export function listFiles(root: string, folder: string, extension: string): string[] {
  try {
    return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.name.endsWith(extension) && isFile(entry))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => path.slice(root.length).replaceAll('\\', '/').replace(/^\/+/, ''))
      .filter((path) => !path.split('/').some((part) => part.startsWith('.')))
      .sort((a, b) => (a < b ? -1 : 1));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** Whether it is a file, or a link to one; editors leave links to nowhere beside a file in work. */
function isFile(entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return entry.isFile();
  const path = join(entry.parentPath, entry.name);
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
