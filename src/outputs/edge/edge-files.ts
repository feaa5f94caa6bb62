import { asciiSlug } from '../../lib/slug.ts';
import { caddyfile } from './caddy.ts';
import { ASSETS_IGNORE, workerScript, wranglerConfig } from './cloudflare.ts';
import { headersFile, netlifyHeaders } from './headers-file.ts';
import { nginxConfig } from './nginx.ts';
import { netlifyGone, redirectsFile } from './redirects-file.ts';
import type { EdgeTable } from './table.ts';

/**
 * Every file that a host reads beside the pages: `_headers` and `_redirects`, and in `.edge/`, which
 * no host serves, the configurations of servers.
 * @param name of the publication
 * @returns texts by path below the site's folder
 */
export function edgeFiles(table: EdgeTable, name: string): Record<string, string> {
  const root = `/srv/${table.host}`;
  const keys = `/etc/letsencrypt/live/${table.host}`;
  const tls = { certificate: `${keys}/fullchain.pem`, key: `${keys}/privkey.pem` };
  return {
    _headers: headersFile(table),
    _redirects: redirectsFile(table),
    '.assetsignore': ASSETS_IGNORE,
    '.edge/table.json': `${JSON.stringify(table, null, 1)}\n`,
    '.edge/nginx.conf': nginxConfig(table, { root, tls }),
    '.edge/Caddyfile': caddyfile(table, { root, address: table.host }),
    '.edge/worker.js': workerScript(table),
    '.edge/wrangler.jsonc': wranglerConfig(
      table,
      asciiSlug(name) || asciiSlug(table.host),
      '..',
      table.host,
    ),
    '.edge/netlify-headers': netlifyHeaders(table),
    '.edge/netlify-gone': `# Add these lines to _redirects on Netlify.\n${netlifyGone(table)}`,
  };
}
