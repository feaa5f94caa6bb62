import { encoded } from './redirects-file.ts';
import type { EdgeTable } from './table.ts';

/** Cloudflare takes so many paths in `run_worker_first`. */
const WORKER_PATHS = 100;

/** Spellings of paths that files would answer, and the table does not (see `spelling` in `match.ts`). */
const ODD = ['//*', '/*//*', '/*%2F*', '/*%2f*', '/*%5C*', '/*%5c*'];

/**
 * Cloudflare's configuration. Files are answered without the Worker, which costs nothing; it is
 * asked for what has no file, for withdrawn entries, and for odd spellings of paths.
 * @param name of the Worker, as the owner's account shows it
 * @param assets folder of the host's root, from where this file is
 * @param domain that the Worker answers for; none at home
 */
export function wranglerConfig(
  table: EdgeTable,
  name: string,
  assets: string,
  domain?: string,
): string {
  const first = [
    ...(Object.keys(table.queries).length > 0 ? [table.base] : []),
    ...ODD,
    ...table.gone.map((path) => encoded(path).replace(/\/$/, '*')),
  ];
  const config = {
    name,
    main: './worker.js',
    compatibility_date: '2026-10-01',
    send_metrics: false,
    workers_dev: false,
    ...(domain !== undefined && {
      // below a path the rest of the host is somebody else's
      routes:
        table.base === '/'
          ? [{ pattern: domain, custom_domain: true }]
          : [`${domain}${table.base.slice(0, -1)}`, `${domain}${table.base}*`],
    }),
    assets: {
      directory: assets,
      binding: 'ASSETS',
      html_handling: 'force-trailing-slash',
      // the Worker answers, so that a missing file is not cached as its kind would be
      not_found_handling: 'none',
      run_worker_first: first.length <= WORKER_PATHS ? first : true,
    },
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

/** What is not sent to Cloudflare: it compresses by itself, and reads the rest here. */
export const ASSETS_IGNORE = ['.edge', '.assetsignore', '*.br', '*.gz', ''].join('\n');

/** The Worker, as a module: what to say of a path that has no file, or whose file is not to be sent. */
export function workerScript(table: EdgeTable): string {
  const moved = Object.fromEntries(table.redirects.map(({ from, to }) => [from, to]));
  return `// Asked only for what has no file, for withdrawn entries, and for odd spellings of paths.
const base = ${JSON.stringify(table.base)};
const always = ${JSON.stringify(table.always, null, 2)};
const moved = new Map(Object.entries(${JSON.stringify(moved, null, 2)}));
const asked = new Map(Object.entries(${JSON.stringify(table.queries)}));
const gone = new Set(${JSON.stringify(table.gone, null, 2)});

export default {
  async fetch(request, { ASSETS }) {
    const url = new URL(request.url);
    const answer = (status, headers, body = null) =>
      new Response(request.method === 'HEAD' ? null : body, { status, headers: { ...always, ...headers } });
    const redirect = (to) =>
      answer(301, { Location: to + url.search, 'Cache-Control': ${JSON.stringify(table.moved)} });
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return answer(405, { Allow: 'GET, HEAD', 'Cache-Control': ${JSON.stringify(table.errors)} });
    }
    const query = url.pathname === base ? asked.get(url.search.slice(1)) : undefined;
    if (query) return answer(301, { Location: query, 'Cache-Control': ${JSON.stringify(table.moved)} });
    const path = plain(url.pathname);
    if (moved.has(path)) return redirect(moved.get(path));
    const entry = (url.pathname.endsWith('/') ? path : path.replace(/(?:\\/index)?\\.html$/, '')) + '/';
    const withdrawn = gone.has(entry);
    const odd = /%2f|%5c/i.test(url.pathname);
    if (!withdrawn && !odd) {
      if (url.pathname.includes('//')) return redirect(url.pathname.replace(/\\/{2,}/, '/'));
      const found = await ASSETS.fetch(request);
      if (found.status !== 404) return found;
    }
    const page = await ASSETS.fetch(new URL(withdrawn ? entry : base + '404/', url));
    return answer(withdrawn ? 410 : 404, {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': ${JSON.stringify(table.errors)},
    }, page.ok ? page.body : null);
  },
};

function plain(pathname) {
  let path = pathname;
  try {
    path = decodeURIComponent(pathname);
  } catch {}
  return ('/' + path.replace(/\\/+/g, '/').replace(/^\\/|\\/$/g, '')).normalize('NFC');
}
`;
}
