import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

/*
 * Imported first by every command: a wrong value in the owner's configuration, or in `SITE_NOW`,
 * ends it with the sentences that say so, not with a stack trace.
 */

// what V8 has compiled of a program once is kept for the next time, here and in processes begun here
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../../.cache/node', import.meta.url));
enableCompileCache(process.env.NODE_COMPILE_CACHE);

process.on('uncaughtException', (error) => {
  console.error(error.name === 'OwnersMistake' ? error.message : error);
  process.exit(1);
});
