import { existsSync } from 'node:fs';
import './require-node.cjs';
import { systemSentence } from './system-error.ts';

/*
 * Imported first by every command: what a person can mend (a wrong value in the owner's configuration
 * or in `SITE_NOW`, a full disk, a file that may not be read) ends it with the sentences that say so,
 * not with a stack trace.
 */

// nothing is written outside the project, and nobody is told of its builds
process.env.ASTRO_TELEMETRY_DISABLED ??= '1';

// who read what is said has gone, as `head` does: so does this, with the exit code of other programs (SIGPIPE)
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(141);
  throw error;
});

process.on('uncaughtException', (error) => {
  console.error(error.name === 'OwnersMistake' ? error.message : (systemSentence(error) ?? error));
  process.exit(1);
});

// where version 1.0 had the configuration: two of them would leave an owner wondering which counts
if (existsSync(new URL('../site.config.ts', import.meta.url))) {
  console.error(
    'src/site.config.ts is not read any more: the configuration lies in src/publication/site.config.ts. Move it there (git mv -f src/site.config.ts src/publication/), and begin it with: import { defineSite } from "../record/site.ts";',
  );
  process.exit(1);
}
