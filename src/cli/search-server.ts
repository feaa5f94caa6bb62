import './mistakes.ts';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DATABASE } from '../outputs/search/names.ts';
import { searchServer } from '../outputs/search/server/server.ts';
import site from '../publication/site.config.ts';
import { root } from './paths.ts';
import { fail, readArguments, readPort } from './say.ts';
import { LOOPBACK, portError } from './server.ts';

/*
 * `npm run search-server`: answers the searches of a publication that names a server in its configuration, from the
 * database that the build writes. It needs nothing but Node.js, this folder's `src/` and that file.
 */

const { values } = readArguments(
  {
    options: {
      port: { type: 'string', default: process.env.PORT || '4322' },
      database: { type: 'string', default: process.env.SEARCH_DATABASE || '' },
      rate: { type: 'string', default: '50' },
      kept: { type: 'string', default: '2000' },
    },
  },
  'npm run search-server -- [--port 4322] [--database FILE] [--rate QUESTIONS] [--kept ANSWERS]',
);
const port = readPort(values.port);
const database = values.database === '' ? join(root, DATABASE) : resolve(values.database);
const [rate, kept] = [values.rate, values.kept].map(Number);
if (rate === undefined || kept === undefined || !(rate >= 0) || !(kept >= 0)) {
  fail(
    '"--rate" and "--kept" are numbers: questions a second of one address, and answers; 0 is none of them.',
  );
}
if (!existsSync(database)) {
  fail(
    `There is no ${database}. Name the server as "search" in src/publication/site.config.ts; then "npm run build" writes it.`,
  );
}
const { pathname: base, origin } = new URL(site.url);
const server = searchServer({ database, base, origin, rate, kept });
server.on('error', (error) => fail(portError(error, port).message));
server.listen(port, LOOPBACK, () => {
  console.log(`http://${LOOPBACK}:${port}/ answers searches from ${database}; Ctrl+C stops it.`);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
  });
}
