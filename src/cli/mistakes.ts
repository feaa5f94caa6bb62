/*
 * Imported first by every command: a wrong value in the owner's configuration, or in `SITE_NOW`,
 * ends it with the sentences that say so, not with a stack trace.
 */

process.on('uncaughtException', (error) => {
  console.error(error.name === 'OwnersMistake' ? error.message : error);
  process.exit(1);
});
