import { asciiSlug } from '../../lib/slug.ts';
import { caddyfile, caddyPart } from './caddy.ts';
import { ASSETS_IGNORE, workerScript, wranglerConfig } from './cloudflare.ts';
import { headersFile, netlifyHeaders } from './headers-file.ts';
import { nginxConfig, nginxPart } from './nginx.ts';
import { netlifyBesides, redirectsFile } from './redirects-file.ts';
import type { EdgeTable } from './table.ts';

/**
 * Every file that a host reads beside the pages: `_headers` and `_redirects`, and in `.edge/`, which
 * no host serves, the configurations of servers.
 * @param name of the publication
 * @returns texts by path below the site's folder
 */
export function edgeFiles(table: EdgeTable, name: string): Record<string, string> {
  const root = `/srv/${table.host}`;
  return {
    _headers: headersFile(table),
    _redirects: redirectsFile(table),
    '.assetsignore': ASSETS_IGNORE,
    '.edge/table.json': `${JSON.stringify(table, null, 1)}\n`,
    ...(table.base === '/' ? ofHost(table, root) : ofPart(table, root)),
    '.edge/worker.js': workerScript(table),
    '.edge/wrangler.jsonc': wranglerConfig(
      table,
      asciiSlug(name) || asciiSlug(table.host),
      '..',
      table.host,
    ),
    '.edge/netlify-headers': netlifyHeaders(table),
    '.edge/netlify-gone': `# Add these lines to _redirects on Netlify.\n${netlifyBesides(table)}`,
  };
}

/** Configurations of servers for a site that is all of its host. */
function ofHost(table: EdgeTable, root: string): Record<string, string> {
  const keys = `/etc/letsencrypt/live/${table.host}`;
  const tls = { certificate: `${keys}/fullchain.pem`, key: `${keys}/privkey.pem` };
  return {
    '.edge/nginx.conf': nginxConfig(table, { root, tls }),
    '.edge/Caddyfile': caddyfile(table, { root, address: table.host }),
  };
}

/** For a site below a path, whose host has another site too. */
function ofPart(table: EdgeTable, root: string): Record<string, string> {
  const { http, server } = nginxPart(table, root);
  return {
    '.edge/nginx-http.conf': http,
    '.edge/nginx-server.conf': server,
    '.edge/Caddyfile': caddyPart(table, root),
  };
}
