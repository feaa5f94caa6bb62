import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listAll } from '../../src/content/files.ts';
import { runNode } from './project.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where the tests' build of the shipped site is. */
export const SITE = join(root, '.cache', 'test-site');

/** Vitest's global set-up: the site that ships is built once for all tests that look at it. */
export async function setup(): Promise<void> {
  if (process.env.TEST_SITE_BUILT === 'yes') return;
  const { code, output } = await runNode([join(root, 'src/cli/build.ts')], root, {
    SITE_OUT: '.cache/test-site',
  });
  if (code !== 0) throw new Error(`the site does not build:\n${output}`);
  process.env.TEST_SITE_BUILT = 'yes';
}

/** Paths of all built files. */
export function siteFiles(): string[] {
  return listAll(SITE);
}

/** Text of a built file. */
export function siteFile(path: string): string {
  return readFileSync(join(SITE, path), 'utf8');
}

/** Paths of all built pages. */
export function sitePages(): string[] {
  return siteFiles().filter((path) => path.endsWith('.html'));
}
