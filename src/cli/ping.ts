import './mistakes.ts';
import { readFileSync } from 'node:fs';
import { type ChangedFile, type Ping, pings } from '../outputs/pings.ts';
import site from '../publication/site.config.ts';
import { Routes } from '../record/routes.ts';
import { findNamed } from './paths.ts';
import { fail, readArguments } from './say.ts';

/*
 * `npm run ping -- delta.json`: tells search engines and feed hubs what a release changed. Says what
 * it would send; `--send` sends it. delta.json comes from `npm run --silent delta -- --json OLD NEW`.
 */

/** How long an answer may take, in milliseconds. */
const PATIENCE = 10_000;

const USAGE = 'npm run ping -- [--send] delta.json';
const { values, positionals } = readArguments(
  { allowPositionals: true, options: { send: { type: 'boolean', default: false } } },
  USAGE,
);
const [path] = positionals;
if (path === undefined || positionals.length > 1) {
  fail(`Name one file, the delta of two releases.\n${USAGE}`);
}

const all = pings(site, new Routes(site), readDelta(path));
if (all.length === 0) console.log('Nothing to announce, or nobody in site.config.ts to tell.');
for (const ping of all) {
  console.log(`POST ${ping.url}\n${ping.body}`);
  if (values.send) await send(ping);
}
if (all.length > 0 && !values.send) console.log('Nothing was sent. Add --send to send it.');

function readDelta(path: string): ChangedFile[] {
  const found = parsed(path)?.differences;
  if (Array.isArray(found)) return found;
  return fail(
    `${path} is not a delta. Make it with: npm run --silent delta -- --json OLD NEW > ${path}`,
  );
}

function parsed(path: string): { differences?: ChangedFile[] } | undefined {
  try {
    const text = readFileSync(findNamed(path) ?? path, 'utf8');
    return JSON.parse(text) as { differences?: ChangedFile[] };
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
