/*
 * The rules of Mozilla's HTTP Observatory (https://github.com/mdn/mdn-http-observatory, version 5 of
 * its tests), as far as a static site meets them: the scanner itself needs a site on the network.
 * Each test gives its modifier; a site begins with 100, and bonuses count from 90.
 */

/** What the scanner looks at. */
export interface Scan {
  headers: Readonly<Record<string, string | undefined>>;
  html: string;
  /** Whether plain http leads to https on the same host first. */
  redirectsToHttps: boolean;
}

type Rule = (scan: Scan) => number;

const RULES: Readonly<Record<string, Rule>> = {
  'content-security-policy': ({ headers }) => policyScore(headers['content-security-policy']),
  cookies: ({ headers }) => (headers['set-cookie'] === undefined ? 0 : -20),
  'cross-origin-resource-sharing': ({ headers }) =>
    headers['access-control-allow-credentials'] === 'true' ? -50 : 0,
  redirection: ({ redirectsToHttps }) => (redirectsToHttps ? 0 : -20),
  'referrer-policy': ({ headers }) => referrerScore(headers['referrer-policy']),
  'strict-transport-security': ({ headers }) =>
    transportScore(headers['strict-transport-security']),
  'subresource-integrity': ({ html }) => scriptScore(html),
  'x-content-type-options': ({ headers }) =>
    headers['x-content-type-options']?.toLowerCase() === 'nosniff' ? 0 : -5,
  'x-frame-options': ({ headers }) => frameScore(headers),
  'cross-origin-resource-policy': ({ headers }) =>
    score(headers['cross-origin-resource-policy'], {
      'same-origin': 10,
      'same-site': 10,
      'cross-origin': 0,
    }),
  'cross-origin-opener-policy': ({ headers }) =>
    score(headers['cross-origin-opener-policy'], {
      'same-origin': 10,
      'same-origin-allow-popups': 10,
      'noopener-allow-popups': 10,
      'unsafe-none': 0,
    }),
  'cross-origin-embedder-policy': ({ headers }) =>
    score(headers['cross-origin-embedder-policy'], {
      'require-corp': 10,
      credentialless: 10,
      'unsafe-none': 0,
    }),
};

/** Modifier of each test, and the score of all. */
export function observe(scan: Scan): { score: number; modifiers: Record<string, number> } {
  const modifiers = Object.fromEntries(
    Object.entries(RULES).map(([name, rule]) => [name, rule(scan)]),
  );
  const values = Object.values(modifiers);
  const sum = (some: number[]) => some.reduce((a, b) => a + b, 0);
  const base = 100 + sum(values.filter((value) => value < 0));
  const bonus = base >= 90 ? sum(values.filter((value) => value > 0)) : 0;
  return { score: base + bonus, modifiers };
}

/** The directives of a policy; a name said twice is a fault of it. */
function parsePolicy(policy: string): Map<string, string[]> {
  return new Map(
    policy.split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().toLowerCase().split(/\s+/);
      return [name, sources];
    }),
  );
}

const BROAD = [
  'ftp:',
  'http:',
  'https:',
  '*',
  'http://*',
  'http://*.*',
  'https://*',
  'https://*.*',
];
const BROAD_OR_INLINE = [...BROAD, "'unsafe-inline'", 'data:'];

function policyScore(policy: string | undefined): number {
  if (policy === undefined) return -25;
  const directives = parsePolicy(policy);
  const sources = (name: string) => directives.get(name) ?? directives.get('default-src') ?? ['*'];
  const has = (name: string, bad: readonly string[]) =>
    sources(name).some((source) => bad.includes(source));
  if (has('script-src', BROAD_OR_INLINE) || has('object-src', BROAD)) return -20;
  if (/\b(?:http|ftp):/.test(policy)) return -20;
  if (has('script-src', ["'unsafe-eval'"]) || has('style-src', ["'unsafe-eval'"])) return -10;
  if (has('style-src', BROAD_OR_INLINE)) return 0;
  return sources('default-src').join() === "'none'" ? 10 : 5;
}

function referrerScore(header: string | undefined): number {
  const last = header?.split(',').at(-1)?.trim().toLowerCase();
  return score(last, {
    'no-referrer': 5,
    'same-origin': 5,
    'strict-origin': 5,
    'strict-origin-when-cross-origin': 5,
    'no-referrer-when-downgrade': -5,
    origin: -5,
    'origin-when-cross-origin': -5,
    'unsafe-url': -5,
  });
}

function transportScore(header: string | undefined): number {
  const seconds = /max-age=(\d+)/.exec(header ?? '')?.[1];
  if (header === undefined || header.includes(',') || seconds === undefined) return -20;
  return Number(seconds) >= 15_552_000 ? 0 : -10;
}

/** Every script from its own origin by a relative address: nothing to gain, nothing to lose. */
function scriptScore(html: string): number {
  const scripts = [...html.matchAll(/<script\b[^>]*\ssrc="([^"]*)"/g)].map(([, src = '']) => src);
  return scripts.every((src) => /^\/(?!\/)/.test(src)) ? 0 : -50;
}

function frameScore(headers: Scan['headers']): number {
  const ancestors = parsePolicy(headers['content-security-policy'] ?? '').get('frame-ancestors');
  if (ancestors && !ancestors.some((source) => BROAD.includes(source))) return 5;
  return score(headers['x-frame-options']?.toLowerCase(), { deny: 5, sameorigin: 5 }, -20);
}

/** A header's value by a table; 0 when it is not sent, a loss when it is no value at all. */
function score(
  value: string | undefined,
  table: Readonly<Record<string, number>>,
  missing = 0,
): number {
  return value === undefined ? missing : (table[value] ?? -5);
}
