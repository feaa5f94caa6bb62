import type { Site } from '../../record/site.ts';
import type { EdgeTable } from './table.ts';

/** Where the search server listens, unless it is told otherwise. */
const UPSTREAM = '127.0.0.1:4322';

/**
 * What runs the search server and lets a web server ask it: for `.edge/`, where a publication names one.
 * @returns texts by path below the site's folder
 */
export function searchFiles(
  { host }: EdgeTable,
  search: Site['search'],
  url: string,
): Record<string, string> {
  if (!search) return {};
  const { pathname, hostname } = new URL(search.server, url);
  const { pathname: base, origin } = new URL(url);
  const worker = {
    name: 'search',
    main: '../../src/outputs/search/server/worker.ts',
    compatibility_date: '2026-01-01',
    routes: [{ pattern: `${hostname}${pathname}`, zone_name: hostname }],
    d1_databases: [{ binding: 'DB', database_name: 'search', database_id: 'of your database' }],
    vars: { BASE: base, ORIGIN: origin },
  };
  return {
    '.edge/search.service': `# Made by the build. Put it into /etc/systemd/system; then: systemctl enable --now search
[Unit]
Description=Search of ${host}
After=network.target

[Service]
WorkingDirectory=/srv/${host}-search
ExecStart=/usr/bin/env node --max-old-space-size=160 --max-semi-space-size=4 src/cli/search-server.ts --database /srv/${host}-search/search.sqlite
DynamicUser=yes
Restart=always
RestartSec=1
MemoryMax=300M
NoNewPrivileges=yes
ProtectSystem=strict
ProtectHome=yes
PrivateTmp=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX

[Install]
WantedBy=multi-user.target
`,
    '.edge/search-nginx.conf': `# Made by the build. Include it in the server { } of ${hostname}; the log would hold what readers ask.
location = ${pathname} {
  proxy_pass http://${UPSTREAM};
  proxy_set_header X-Forwarded-For $remote_addr;
  proxy_connect_timeout 1s;
  proxy_read_timeout 5s;
  access_log off;
  # what the server says of caching holds, not what the site says of its files
  add_header X-Content-Type-Options nosniff always;
  # while it is away pages search their own index, and no browser notes an error
  proxy_intercept_errors on;
  error_page 502 503 504 = @search_away;
}
location @search_away {
  access_log off;
  add_header Cache-Control no-store always;
  return 204;
}
`,
    '.edge/search-wrangler.jsonc': `// Made by the build: the search as a Worker on D1.\n${JSON.stringify(worker, null, 2)}\n`,
    '.edge/search-Caddyfile': `# Made by the build. Import it in the block of ${hostname}, before what serves its files.
# Caddy logs nobody unless told to; where it does, its log would hold what readers ask.
@search path ${pathname}
handle @search {
\treverse_proxy ${UPSTREAM}
}
`,
  };
}
