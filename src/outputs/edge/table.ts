import { BINARY } from '../../lib/media.ts';
import { USUAL_ADDRESSES } from '../../record/address-names.ts';
import type { Redirect } from '../../record/redirects.ts';
import type { Site } from '../../record/site.ts';

/*
 * The one table of rules that every host follows. `_headers`, `_redirects`, nginx, Caddy, the Worker
 * and the built-in server are all made from it; none adds a rule of its own.
 */

/** A class of files and what is said of them when they are found. */
export interface FileKind {
  /** What they are, for people. */
  name: string;
  /** Paths below the base; one `*` stands for any text. No file belongs to two kinds. */
  paths: readonly string[];
  /** Content-Type, where the extension does not tell it. */
  type?: string;
  /** Cache-Control of 200, 206 and 304. */
  cache: string;
  /** Headers of this kind alone, each said only where it matters. */
  headers: Readonly<Record<string, string>>;
}

/** Everything a host must know. */
export interface EdgeTable {
  /** Base path, with slashes at both ends. */
  base: string;
  /** The host's name, without a port. */
  host: string;
  /** Headers of every answer, errors and redirects included. */
  always: Readonly<Record<string, string>>;
  kinds: readonly FileKind[];
  /** Cache-Control of a file that belongs to no kind. */
  otherwise: string;
  /** Cache-Control of errors: asked again every time, so that a new page appears at once. */
  errors: string;
  /** Cache-Control of redirects. */
  moved: string;
  redirects: readonly Redirect[];
  /** Where the front page leads when it is asked for with a query, by the query: `p=123`. */
  queries: Readonly<Record<string, string>>;
  /** Decoded addresses of withdrawn entries, with a slash at the end: 410. */
  gone: readonly string[];
}

/** Hosts that the owner named. */
type Hosts = NonNullable<Site['hosts']>;

/**
 * The policy: nothing, then what the site has, and which hosts the owner named. No inline code, so it is the
 * same for every page.
 */
function policy(hosts: Hosts, search: string): string {
  const named = (use: Hosts[number]['use']) =>
    hosts
      .filter((one) => one.use === use)
      .map(({ host }) => ` https://${host.replace(/^https:\/\//, '')}`)
      .join('');
  const frames = named('frame');
  return [
    "default-src 'none'",
    // Pagefind's index, for others' scripts, is WebAssembly
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    `media-src 'self'${named('media')}`,
    ...(frames === '' ? [] : [`frame-src${frames}`]),
    `connect-src 'self'${search}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    `form-action 'self'${named('form')}`,
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}

/** The host of the server that searches are asked of, where it is not the site's own. */
function searchHost({ url, search }: Pick<Site, 'url'> & Partial<Pick<Site, 'search'>>): string {
  if (!search) return '';
  const { origin } = new URL(search.server, url);
  return origin === new URL(url).origin ? '' : ` ${origin}`;
}

/** Powerful features that no page uses (https://www.w3.org/TR/permissions-policy/). */
const FEATURES = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'usb',
  'xr-spatial-tracking',
];

const FOREVER = 'public, max-age=31536000, immutable';
const MINUTES = 'public, max-age=300';
const QUARTER = 'public, max-age=900';
const DAY = 'public, max-age=86400';
const ASK = 'public, max-age=0, must-revalidate';
/** Browsers ask each time; a CDN answers for five minutes, and longer while it fetches or we are down. */
const PAGE = 'public, max-age=0, s-maxage=300, stale-while-revalidate=3600, stale-if-error=604800';

/** Only pages of this site may load it (https://fetch.spec.whatwg.org/#cross-origin-resource-policy-header). */
const OURS = { 'Cross-Origin-Resource-Policy': 'same-origin' };
/** Feed readers that run in a browser show it. */
const SHOWN = { 'Cross-Origin-Resource-Policy': 'cross-origin' };
/** Feed readers that run in a browser read it. */
const READ = { ...SHOWN, 'Access-Control-Allow-Origin': '*' };

/** Every file of the site belongs to one of these (a test looks at each built file). */
const KINDS: readonly FileKind[] = [
  {
    name: 'Pages',
    paths: ['', '*/'],
    cache: PAGE,
    headers: { ...OURS, 'Speculation-Rules': '"{base}speculation-rules.json"' },
  },
  {
    name: 'Pages at old addresses, and that of a missing page',
    paths: ['*.html'],
    cache: ASK,
    headers: OURS,
  },
  { name: 'Styles, scripts and fonts', paths: ['_assets/*'], cache: FOREVER, headers: OURS },
  {
    name: 'Pictures, social cards and charts',
    paths: ['images/*', 'cards/*', 'charts/*'],
    cache: FOREVER,
    headers: SHOWN,
  },
  {
    name: 'Feeds',
    paths: ['rss.xml', '*/rss.xml', 'atom.xml', '*/atom.xml', '{feeds}/*.xml', '*.opml'],
    cache: QUARTER,
    headers: READ,
  },
  { name: 'The look of a feed in a browser', paths: ['feed.css'], cache: DAY, headers: OURS },
  {
    name: 'JSON feeds',
    paths: ['feed.json', '*/feed.json'],
    type: 'application/feed+json; charset=utf-8',
    cache: QUARTER,
    headers: READ,
  },
  { name: 'Sitemaps', paths: ['*sitemap.xml'], cache: QUARTER, headers: OURS },
  {
    name: 'What search engines and researchers read',
    paths: ['*.txt'],
    cache: DAY,
    headers: OURS,
  },
  {
    name: 'The search, for browsers',
    paths: ['opensearch.xml'],
    cache: DAY,
    headers: OURS,
  },
  {
    name: 'Prefetch rules',
    paths: ['speculation-rules.json'],
    type: 'application/speculationrules+json',
    cache: DAY,
    headers: OURS,
  },
  {
    name: 'Icons and the site card',
    paths: [
      '*.ico',
      '*.webmanifest',
      'favicon.svg',
      'mark.svg',
      'apple-touch-icon*',
      'icon-*',
      'card.png',
    ],
    cache: DAY,
    headers: SHOWN,
  },
  {
    name: 'Search: its parts, named by content',
    paths: ['pagefind/parts/*.json'],
    cache: FOREVER,
    headers: OURS,
  },
  {
    name: 'Search: its fixed names',
    paths: [
      'pagefind/manifest.json',
      'pagefind/destinations.json',
      'pagefind/past.json',
      'pagefind/pagefind.js',
      'pagefind/pagefind-entry.json',
    ],
    cache: MINUTES,
    headers: OURS,
  },
  {
    name: "Pagefind's index: its parts, named by content",
    paths: ['*.pf_fragment', '*.pf_index', '*.pf_filter', '*.pf_meta'],
    type: BINARY,
    cache: FOREVER,
    headers: OURS,
  },
  {
    name: "Pagefind's program",
    paths: ['pagefind/*.pagefind'],
    type: 'application/wasm',
    cache: MINUTES,
    headers: OURS,
  },
  { name: 'When the site changes next', paths: ['next-change.json'], cache: ASK, headers: OURS },
];

/**
 * The table of a site.
 * @param moved old addresses and their pages
 * @param gone addresses of withdrawn entries
 * @param queries by which another program knew entries, and their pages
 */
export function edgeTable(
  site: Pick<Site, 'url' | 'hsts'> & Partial<Pick<Site, 'hosts' | 'addresses' | 'search'>>,
  moved: readonly Redirect[],
  gone: readonly string[],
  queries: Readonly<Record<string, string>> = {},
): EdgeTable {
  const { pathname: base, hostname: host } = new URL(site.url);
  const hosts = site.hosts ?? [];
  const { feeds } = site.addresses ?? USUAL_ADDRESSES;
  const fill = (text: string) => text.replaceAll('{base}', base).replaceAll('{feeds}', feeds);
  return {
    base,
    host,
    always: {
      'Content-Security-Policy': policy(hosts, searchHost(site)),
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Permissions-Policy': FEATURES.map((feature) => `${feature}=()`).join(', '),
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Cross-Origin-Opener-Policy': 'same-origin',
      // what another host sends says seldom that it may be shown elsewhere
      ...(hosts.every(({ use }) => use === 'form') && {
        'Cross-Origin-Embedder-Policy': 'require-corp',
      }),
      ...((site.hsts || base === '/') && {
        'Strict-Transport-Security': transport(site.hsts ?? FIVE_MINUTES),
      }),
    },
    kinds: KINDS.map((kind) => ({
      ...kind,
      paths: kind.paths.map((path) => base + fill(path)),
      headers: Object.fromEntries(
        Object.entries(kind.headers).map(([name, value]) => [name, fill(value)]),
      ),
    })),
    otherwise: ASK,
    errors: 'no-cache',
    moved: 'public, max-age=3600',
    redirects: moved,
    queries,
    gone,
  };
}

/** The host's name with `www.`, or without it where it has it: it leads to the host. */
export function otherHost(host: string): string {
  return host.startsWith('www.') ? host.slice(4) : `www.${host}`;
}

/** As long as a mistake with certificates may last, where an owner says nothing. */
const FIVE_MINUTES = { seconds: 300, subdomains: false, preload: false };

/** Strict-Transport-Security (RFC 6797); preload is the owner's word, since it cannot be taken back soon. */
function transport({ seconds, subdomains, preload }: NonNullable<Site['hsts']>): string {
  return [
    `max-age=${seconds}`,
    ...(subdomains ? ['includeSubDomains'] : []),
    ...(preload ? ['preload'] : []),
  ].join('; ');
}
