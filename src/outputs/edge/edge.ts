import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { archiveOfBuild } from '../../content/archive.ts';
import { now } from '../../content/clock.ts';
import { slugify } from '../../lib/slug.ts';
import { gone, redirects } from '../../record/redirects.ts';
import type { Site } from '../../record/site.ts';
import { caddyfile } from './caddy.ts';
import { ASSETS_IGNORE, workerScript, wranglerConfig } from './cloudflare.ts';
import { headersFile, netlifyHeaders } from './headers-file.ts';
import { nginxConfig } from './nginx.ts';
import { netlifyGone, redirectsFile } from './redirects-file.ts';
import { type EdgeTable, edgeTable } from './table.ts';

/**
 * An Astro integration that writes what hosts read beside the pages: `_headers` and `_redirects`,
 * and in `.edge/`, which no host serves, the configurations of servers.
 */
export function edge(site: Site): AstroIntegration {
  let root = '';
  return {
    name: 'edge',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': async ({ dir }) => {
        const archive = await archiveOfBuild(root, site, now());
        const out = fileURLToPath(dir);
        const key = site.ping.indexNow?.key;
        if (key !== undefined) await writeFile(join(out, `${key}.txt`), key);
        await writeEdgeFiles(out, edgeTable(site, redirects(archive), gone(archive)), site.name);
      },
    },
  };
}

/** Writes every file that a host reads into a site's folder. */
export async function writeEdgeFiles(folder: string, table: EdgeTable, name: string) {
  const root = `/srv/${table.host}`;
  const keys = `/etc/letsencrypt/live/${table.host}`;
  const tls = { certificate: `${keys}/fullchain.pem`, key: `${keys}/privkey.pem` };
  const files = {
    _headers: headersFile(table),
    _redirects: redirectsFile(table),
    '.assetsignore': ASSETS_IGNORE,
    '.edge/table.json': `${JSON.stringify(table, null, 1)}\n`,
    '.edge/nginx.conf': nginxConfig(table, { root, tls }),
    '.edge/Caddyfile': caddyfile(table, { root, address: table.host }),
    '.edge/worker.js': workerScript(table),
    '.edge/wrangler.jsonc': wranglerConfig(table, slugify(name), '..', table.host),
    '.edge/netlify-headers': netlifyHeaders(table),
    '.edge/netlify-gone': `# Add these lines to _redirects on Netlify.\n${netlifyGone(table)}`,
  };
  await mkdir(join(folder, '.edge'), { recursive: true });
  for (const [path, text] of Object.entries(files)) await writeFile(join(folder, path), text);
}
