import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { listAll } from '../../content/files.ts';
import { inParallel } from '../../lib/parallel.ts';

/**
 * Drops from a cache what neither a whole site nor another that was linked to it holds, once it
 * outnumbers the used.
 * @param used paths of what belongs to the site, below the cache
 */
export async function dropUnused(cache: string, used: ReadonlySet<string>): Promise<void> {
  const unused = listAll(cache).filter((path) => !used.has(path));
  if (unused.length <= used.size) return;
  await inParallel(unused, 8, async (path) => {
    const { nlink } = await stat(join(cache, path));
    if (nlink === 1) await rm(join(cache, path), { force: true });
  });
}
