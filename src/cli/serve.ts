import './mistakes.ts';
import { ENGINES, startEngine } from './engines.ts';
import { sitePlace } from './paths.ts';
import { fail, hostOf, readArguments, readPort } from './say.ts';
import { settle } from './settle.ts';

/*
 * `npm run serve -- --engine nginx --port 8080`: serves the built site as a host would.
 */

const { values } = readArguments(
  {
    options: {
      engine: { type: 'string', default: 'builtin' },
      port: { type: 'string', default: process.env.PORT || '4321' },
      host: { type: 'boolean', default: false },
    },
  },
  `npm run serve -- [--engine ${ENGINES.join('|')}] [--port 8080] [--host]`,
);
const engine =
  ENGINES.find((name) => name === values.engine) ??
  fail(`There is no engine "${values.engine}". Choose one of ${ENGINES.join(', ')}.`);
const port = readPort(values.port);
if (values.host && engine !== 'builtin') {
  fail('"--host" is for the built-in server; the others are tried on this machine alone.');
}
const place = sitePlace();
await settle(place);

try {
  const { url, close } = await startEngine(engine, { dir: place.dist, port, host: hostOf(values) });
  console.log(`${url} (${engine}; Ctrl+C stops it)`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => close().then(() => process.exit(0)));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
