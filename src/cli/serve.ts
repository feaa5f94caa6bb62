import './mistakes.ts';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ENGINES, startEngine } from './engines.ts';

/*
 * `npm run serve -- --engine nginx --port 8080`: serves the built site as a host would.
 */

const root = fileURLToPath(new URL('../..', import.meta.url));

try {
  const { values } = parseArgs({
    options: {
      engine: { type: 'string', default: 'builtin' },
      port: { type: 'string', default: process.env.PORT ?? '4321' },
    },
  });
  const engine = ENGINES.find((name) => name === values.engine);
  if (!engine) {
    throw new Error(`There is no engine "${values.engine}". Choose one of ${ENGINES.join(', ')}.`);
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error(`"${values.port}" is not a port. Give a number from 1 to 65535.`);
  }
  const dir = resolve(root, process.env.SITE_OUT ?? 'dist');
  const { url, close } = await startEngine(engine, { dir, port });
  console.log(`${url} (${engine}; Ctrl+C stops it)`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => close().then(() => process.exit(0)));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
