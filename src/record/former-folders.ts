import { plainPath } from '../lib/plain-path.ts';
import { FOLDERS, USUAL_ADDRESSES } from './address-names.ts';
import type { Archive } from './archive.ts';

/**
 * The paths of folders that were renamed, those of one folder together, today's first: it had the names
 * that the ledger knows, and the usual one if something was published under that.
 */
export function formerFolders({
  routes,
  filed,
  folders,
}: Pick<Archive, 'routes' | 'filed' | 'folders'>): string[][] {
  return FOLDERS.map((folder) => {
    const usual = USUAL_ADDRESSES[folder];
    const named = Object.keys(folders).filter((path) => folders[path] === folder);
    const former = filed.some((path) => path.startsWith(`/${usual}/`))
      ? [...named, `/${usual}/`]
      : named;
    const today = routes.folder(folder);
    const paths = [today, ...former.map((path) => routes.folder(folder, path.slice(1, -1)))];
    return [...new Set(paths)].map(plainPath);
  }).filter((paths) => paths.length > 1);
}

/**
 * A path under the other names of its folder, today's first.
 * @param path as {@link plainPath} has it
 */
export function underOtherNames(path: string, folders: readonly string[][]): string[] {
  for (const paths of folders) {
    const name = paths.find((one) => path === one || path.startsWith(`${one}/`));
    if (name === undefined) continue;
    return paths.filter((one) => one !== name).map((other) => other + path.slice(name.length));
  }
  return [];
}
