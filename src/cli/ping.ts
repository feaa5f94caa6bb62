import './mistakes.ts';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Routes } from '../domain/routes.ts';
import { type ChangedFile, type Ping, pings } from '../outputs/pings.ts';
import site from '../site.config.ts';

/*
 * `npm run ping -- delta.json`: tells search engines and feed hubs what a release changed. Says what
 * it would send; `--send` sends it. delta.json comes from `npm run --silent delta -- --json OLD NEW`.
 */

/** How long an answer may take, in milliseconds. */
const PATIENCE = 10_000;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { send: { type: 'boolean', default: false } },
  });
  const all = pings(site, new Routes(site.url), readDelta(positionals[0]));
  if (all.length === 0) console.log('Nothing to announce, or nobody in site.config.ts to tell.');
  for (const ping of all) {
    console.log(`POST ${ping.url}\n${ping.body}`);
    if (values.send) await send(ping);
  }
  if (all.length > 0 && !values.send) console.log('Nothing was sent. Add --send to send it.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

function readDelta(path: string | undefined): ChangedFile[] {
  if (path === undefined) {
    throw new Error('Name the delta of two releases: npm run ping -- delta.json');
  }
  const found = parsed(path)?.differences;
  if (Array.isArray(found)) return found;
  throw new Error(
    `${path} is not a delta. Make it with: npm run --silent delta -- --json OLD NEW > ${path}`,
  );
}

function parsed(path: string): { differences?: ChangedFile[] } | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as { differences?: ChangedFile[] };
  } catch {
    return undefined;
  }
}

/** A release is not undone because somebody did not hear of it: a failure is said, and no error. */
async function send({ url, headers, body }: Ping): Promise<void> {
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const answer = await fetch(url, { method: 'POST', headers, body, signal });
    console.log(`${answer.ok ? 'taken' : 'refused'}: ${answer.status}`);
  } catch (error) {
    console.log(`not reached: ${error instanceof Error ? error.message : error}`);
  }
}
