import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import site from '../../src/publication/site.config.ts';
import { BuiltSite } from './build-site.ts';
import { UNCOMPRESSED } from './deep.ts';
import { runNode } from './project.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The tests' build of the publication that ships, whoever's it is. */
export const SHIPPED = new BuiltSite('shipped', join(root, '.cache', 'test-site'), site);

/**
 * Vitest's global set-up: the publication that ships is built once, as of this moment, so that nothing
 * its owner enters today counts as the future.
 */
export async function setup(): Promise<void> {
  if (process.env.TEST_SITE_BUILT === 'yes') return;
  const { code, output } = await runNode([join(root, 'src/cli/build.ts')], root, {
    SITE_OUT: '.cache/test-site',
    SITE_NOW: new Date().toISOString(),
    ...UNCOMPRESSED,
  });
  if (code !== 0) throw new Error(`the site does not build:\n${output}`);
  process.env.TEST_SITE_BUILT = 'yes';
}
