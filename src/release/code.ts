import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listAll } from './list.ts';

/** What every page depends on beside the content. */
const FILES = ['astro.config.mjs', 'package-lock.json', 'tsconfig.json'];
const FOLDERS = ['src', 'public'];

/**
 * Digest of code, configuration, dependencies, Node and what `SITE_WITHOUT` leaves out: when it
 * changes, everything is built anew.
 */
export function codeDigest(root: string): string {
  const hash = createHash('sha256')
    .update(process.version)
    .update(process.env.SITE_WITHOUT ?? '');
  const files = [
    ...FILES,
    ...FOLDERS.flatMap((folder) => listAll(join(root, folder)).map((path) => `${folder}/${path}`)),
  ];
  for (const file of files) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex').slice(0, 16);
}
