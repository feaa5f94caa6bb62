import { listAll } from '../../src/content/files.ts';
import { Compression } from '../../src/press/compression.ts';
import { Staging } from '../../src/press/staging.ts';

/**
 * Finishes the files of a folder as a build does: compressed forms, and times that follow from content.
 * @param cache folder of what was compressed before
 * @returns what of the cache belongs to the folder
 */
export async function finishFiles(folder: string, cache: string): Promise<ReadonlySet<string>> {
  const staging = new Staging(folder);
  for (const path of listAll(folder)) staging.adopt(path, 'test');
  const compression = new Compression(staging, cache);
  compression.begin();
  await compression.end();
  return compression.used;
}
