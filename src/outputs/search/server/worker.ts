import { DatabaseEngine, type Sql } from './engine.ts';
import type { Cell } from './expression.ts';
import { readWish } from './wish.ts';

/*
 * The search server as a Worker of Cloudflare, on a database of D1 that has the same tables
 * (https://developers.cloudflare.com/d1/). Rules of the zone limit how often one address may ask.
 */

/** What is used of a database of D1. */
interface D1 {
  prepare(statement: string): {
    bind(...values: Cell[]): { all(): Promise<{ results: Record<string, Cell>[] }> };
  };
}

/** What `wrangler.jsonc` gives it: the database, the base path and the origin of the site. */
interface Env {
  DB: D1;
  BASE: string;
  ORIGIN: string;
}

let opened: Promise<DatabaseEngine> | undefined;

function open({ DB, BASE }: Env): Promise<DatabaseEngine> {
  const sql: Sql = {
    all: async (statement, values) =>
      (
        await DB.prepare(statement)
          .bind(...values)
          .all()
      ).results,
  };
  opened ??= DatabaseEngine.open(sql, BASE);
  // a failure is forgotten: the next question tries again
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const headers = {
      'Access-Control-Allow-Origin': env.ORIGIN,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'public, max-age=60, s-maxage=300',
    };
    if (request.method !== 'GET') return new Response(null, { status: 405 });
    const engine = await open(env);
    const asked = readWish(new URL(request.url).search, engine.facets);
    if (!asked) return new Response(null, { status: 400 });
    return Response.json(await engine.answer(asked.query, asked.wish), { headers });
  },
};
