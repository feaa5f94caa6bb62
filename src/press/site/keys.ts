import { PageKeys } from '../../outputs/page-keys.ts';
import type { Archive } from '../../record/archive.ts';
import { getArchive } from './archive.ts';
import { getPages } from './pages.ts';

const known = new WeakMap<Archive, PageKeys>();

/** The keys of this build's pages: what `getStaticPaths` gives as `cacheKey`. */
export async function getKeys(): Promise<PageKeys> {
  const archive = await getArchive();
  const pages = await getPages();
  const shell = pages.map(({ id, data }) => [id, data]);
  const keys = known.get(archive) ?? new PageKeys(archive, shell);
  known.set(archive, keys);
  return keys;
}
