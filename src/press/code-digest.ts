import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listAll } from './list.ts';

/** What every page depends on beside the content; the last four an owner may add, and Vite reads them. */
const FILES = [
  'astro.config.mjs',
  'package-lock.json',
  'tsconfig.json',
  '.env',
  '.env.local',
  '.env.production',
  '.env.production.local',
];
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
    ...FILES.filter((file) => existsSync(join(root, file))),
    ...FOLDERS.flatMap((folder) => below(root, folder)),
  ];
  for (const file of files) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex').slice(0, 16);
}

function below(root: string, folder: string): string[] {
  return listAll(join(root, folder)).map((path) => `${folder}/${path}`);
}
