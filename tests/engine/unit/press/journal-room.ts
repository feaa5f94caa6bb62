import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listAll } from '../../../../src/content/files.ts';
import type { Change } from '../../../../src/press/journal.ts';

export function write(folder: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** A folder's files, as one value. */
export function contents(folder: string): Record<string, string> {
  return Object.fromEntries(
    listAll(folder).map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );
}

/** Publishes one release: `publisher.mts ROOT DIST CHANGE`. */
export const PUBLISHER = `
import { join } from 'node:path';
import { publish } from '${new URL('../../../../src/press/journal.ts', import.meta.url).href}';
import { sweep } from '${new URL('../../../../src/press/place.ts', import.meta.url).href}';
const [root, dist, change] = process.argv.slice(2);
const place = { dist, staging: join(root, 'staging'), state: join(root, 'state') };
publish(place, JSON.parse(change));
if (process.env.SWEEP) sweep(place);
console.log('published');
`;
export const OLD = {
  'index.html': 'old',
  'kept.html': 'kept',
  'gone/index.html': 'old',
  file: 'old',
};
export const NEW = {
  'index.html': 'new',
  'kept.html': 'kept',
  'file/index.html': 'new',
  'b.html': 'new',
};
export const APPLY: Change = {
  kind: 'apply',
  move: ['file/index.html', 'b.html', 'index.html'],
  remove: ['file', 'gone/index.html'],
};

/** A folder of another file system, where there is one. */
export const ELSEWHERE = existsSync('/dev/shm') ? '/dev/shm' : undefined;

/** What is staged for a change: the whole site, or what changes. */
export function stagedOf(change: Change): [string, string][] {
  const files = Object.entries(NEW);
  return change.kind === 'swap' ? files : files.filter(([path]) => change.move.includes(path));
}
