import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { listAll } from '../../content/files.ts';
import { inParallel } from '../../lib/parallel.ts';

/**
 * Deletes the files of a cache that a site does not use, once they are more than those that it uses.
 * @param used paths of what belongs to the site, below the cache
 */
export async function dropUnused(cache: string, used: ReadonlySet<string>): Promise<void> {
  const unused = listAll(cache).filter((path) => !used.has(path));
  if (unused.length <= used.size) return;
  await inParallel(unused, 8, (path) => rm(join(cache, path), { force: true }));
}
