import './mistakes.ts';
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DATABASE } from '../outputs/search/names.ts';
import { statements } from '../outputs/search/server/d1-file.ts';
import { searchServer } from '../outputs/search/server/server.ts';
import site from '../publication/site.config.ts';
import { root } from './paths.ts';
import { fail, readArguments, readPort } from './say.ts';
import { LOOPBACK, portError } from './server.ts';

/*
 * `npm run search-server`: answers the searches of a publication that names a server in its configuration, from the
 * database that the build writes. `--d1 FILE` writes that as statements for Cloudflare D1 instead.
 */

const { values } = readArguments(
  {
    options: {
      port: { type: 'string', default: process.env.PORT || '4322' },
      database: { type: 'string', default: process.env.SEARCH_DATABASE || '' },
      rate: { type: 'string', default: '50' },
      kept: { type: 'string', default: '2000' },
      d1: { type: 'string', default: '' },
    },
  },
  'npm run search-server -- [--port 4322] [--database FILE] [--rate QUESTIONS] [--kept ANSWERS] [--d1 FILE]',
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
if (values.d1 !== '') {
  const file = new DatabaseSync(database, { readOnly: true });
  writeFileSync(values.d1, `${[...statements(file)].join(';\n')};\n`);
  console.log(
    `${values.d1} is the database as statements: wrangler d1 execute search --remote --file ${values.d1}`,
  );
  process.exit(0);
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
