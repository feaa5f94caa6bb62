import type { EdgeTable } from './table.ts';

/** Cloudflare reads so many static redirects, and so long a line; its Worker knows the rest. */
export const REDIRECTS_LIMITS = { rules: 2000, line: 1000 } as const;

/** Hosts read these in a path as patterns; a path cannot say that it means the character. */
const PATTERN = /[*:]/;

/**
 * `_redirects` for Cloudflare and Netlify: each old address with and without its slash, percent
 * encoded as browsers send it. What these lines cannot say, or Cloudflare would not read, is left to
 * the Worker.
 */
export function redirectsFile(table: EdgeTable): string {
  const lines = table.redirects
    .filter(({ from }) => !PATTERN.test(from))
    .flatMap(({ from, to }) => [from, `${from}/`].map((path) => `${encoded(path)} ${to} 301`))
    .filter((line) => line.length <= REDIRECTS_LIMITS.line)
    .slice(0, REDIRECTS_LIMITS.rules);
  return `# Old addresses and their pages.\n${lines.map((line) => `${line}\n`).join('')}`;
}

/** As browsers send a path that is decoded; `?` and `#` belong to it here. */
export function encoded(path: string): string {
  return encodeURI(path).replaceAll('?', '%3F').replaceAll('#', '%23');
}

/**
 * Lines that Netlify needs besides, which Cloudflare's file cannot say: withdrawn entries answer 410, and
 * queries lead on.
 */
export function netlifyBesides(table: EdgeTable): string {
  const gone = table.gone.map(encoded).map((path) => `${path}* ${path}index.html 410!`);
  const queries = Object.entries(table.queries).map(
    ([query, to]) => `${table.base} ${query.replace('&', ' ')} ${to} 301!`,
  );
  return [...gone, ...queries].map((line) => `${line}\n`).join('');
}
