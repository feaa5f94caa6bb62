import { SearchError } from '../../../outputs/search/answer.ts';
import { Finder } from '../../../outputs/search/finder.ts';
import { FOLDER, MANIFEST } from '../../../outputs/search/names.ts';
import { IndexReader } from '../../../outputs/search/reader.ts';

/**
 * Opens the index beside the pages.
 * @param base base path of the site
 * @throws SearchError when it does not come
 */
export async function openIndex(base: string): Promise<Finder> {
  return new Finder(await IndexReader.open(base, (path) => fetchJson(base + FOLDER, path)));
}

async function fetchJson(folder: string, path: string): Promise<unknown> {
  const response = await fetch(folder + path).catch(() => {
    throw new SearchError('offline');
  });
  // what is named by its content goes with a newer release
  if (!response.ok) throw new SearchError(path === MANIFEST ? 'missing' : 'outdated');
  return response.json();
}
