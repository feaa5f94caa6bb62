import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { DatabaseEngine } from './engine.ts';
import { Kept } from './kept.ts';
import { SqliteFile } from './sqlite.ts';
import { readWish } from './wish.ts';

/*
 * Answers searches over HTTP from a database. It writes nothing down: no query, no address.
 */

export interface ServerOptions {
  /** The database; one that is put into its place is read from then on. */
  database: string;
  /** Base path of the site. */
  base: string;
  /** Origin of the site, whose pages may ask. */
  origin: string;
  /** Questions to be answered anew for one address, a second; 0 for any number. */
  rate: number;
  /** Answers that are kept. */
  kept: number;
}

/** Browsers and proxies keep an answer for so long. */
const CACHE = 'public, max-age=60, s-maxage=300, stale-while-revalidate=600';
/** Seconds of questions that may come at once. */
const BURST = 5;
/** Addresses that are watched. */
const WATCHED = 10_000;
/** How often it is looked whether there is a new database, in milliseconds. */
const LOOK = 1000;

/** A database that is open. */
interface Open {
  engine: DatabaseEngine;
  file: SqliteFile;
  /** Tells one file from another. */
  mark: string;
}

interface Made {
  body: string;
  etag: string;
}

/** A server of the search; it listens to nothing yet. */
export function searchServer(options: ServerOptions): Server {
  const answers = new Kept<string, Promise<Made>>(options.kept);
  const limits = new Kept<string, { left: number; at: number }>(WATCHED);
  let open: Open | undefined;
  let looked = 0;

  const current = async (): Promise<Open> => {
    if (open && Date.now() - looked < LOOK) return open;
    looked = Date.now();
    const { ino, mtimeMs, size } = statSync(options.database);
    const mark = `${ino} ${mtimeMs} ${size}`;
    if (open?.mark === mark) return open;
    const file = new SqliteFile(options.database);
    const before = open?.file;
    const engine = await DatabaseEngine.open(file, options.base);
    // the first word that is mistyped would wait for it
    await engine.vocabulary();
    open = { engine, file, mark };
    // who asked the old one has its answer by then
    if (before) setTimeout(() => before.close(), 60_000).unref();
    return open;
  };

  const isAllowed = (address: string): boolean => {
    if (options.rate === 0) return true;
    const now = Date.now();
    const limit = limits.get(address, () => ({ left: options.rate * BURST, at: now }));
    const more = ((now - limit.at) / 1000) * options.rate;
    limit.left = Math.min(options.rate * BURST, limit.left + more) - 1;
    limit.at = now;
    if (limit.left < 0) limit.left = 0;
    else return true;
    return false;
  };

  const reply = async (request: IncomingMessage, response: ServerResponse) => {
    const { search } = new URL(request.url ?? '/', 'http://localhost');
    const headers = {
      'Access-Control-Allow-Origin': options.origin,
      'X-Content-Type-Options': 'nosniff',
      Vary: 'Origin',
    };
    const refuse = (status: number, more: Record<string, string> = {}) =>
      response.writeHead(status, { ...headers, 'Cache-Control': 'no-store', ...more }).end();
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return refuse(405, { Allow: 'GET, HEAD' });
    const { engine, mark } = await current();
    const asked = readWish(search, engine.facets);
    if (!asked) return refuse(400);
    const key = JSON.stringify([mark, asked]);
    if (!answers.has(key) && !isAllowed(addressOf(request)))
      return refuse(429, { 'Retry-After': '1' });
    const make = async (): Promise<Made> => {
      const body = JSON.stringify(await engine.answer(asked.query, asked.wish));
      return {
        body,
        etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`,
      };
    };
    const answer = options.kept > 0 ? answers.get(key, make) : make();
    answer.catch(() => answers.drop(key));
    const { body, etag } = await answer;
    const found = { ...headers, ETag: etag, 'Cache-Control': CACHE };
    if (request.headers['if-none-match'] === etag) return response.writeHead(304, found).end();
    const length = String(Buffer.byteLength(body));
    response.writeHead(200, {
      ...found,
      'Content-Type': 'application/json',
      'Content-Length': length,
    });
    return response.end(request.method === 'HEAD' ? undefined : body);
  };

  return createServer((request, response) => {
    reply(request, response).catch(() => {
      // no database yet, or one that is no more: pages ask their own index meanwhile
      if (!response.headersSent)
        response.writeHead(503, { 'Cache-Control': 'no-store', 'Retry-After': '5' });
      response.end();
    });
  });
}

/** Who asks: the web server before it says so, and nobody else reaches this one. */
function addressOf({ headers, socket }: IncomingMessage): string {
  const forwarded = headers['x-forwarded-for'];
  const last = (Array.isArray(forwarded) ? forwarded.join() : (forwarded ?? '')).split(',').at(-1);
  return last?.trim() || (socket.remoteAddress ?? '');
}
