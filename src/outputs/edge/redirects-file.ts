import type { EdgeTable } from './table.ts';

/** Cloudflare reads so many static redirects, and so long a line; its Worker knows the rest. */
export const REDIRECTS_LIMITS = { rules: 2000, line: 1000 } as const;

/**
 * `_redirects` for Cloudflare and Netlify: each old address with and without its slash, percent
 * encoded as browsers send it. What is over Cloudflare's limit is left to the Worker.
 */
export function redirectsFile(table: EdgeTable): string {
  const lines = table.redirects
    .flatMap(({ from, to }) => [from, `${from}/`].map((path) => `${encodeURI(path)} ${to} 301`))
    .filter((line) => line.length <= REDIRECTS_LIMITS.line)
    .slice(0, REDIRECTS_LIMITS.rules);
  return `# Old addresses and their pages.\n${lines.map((line) => `${line}\n`).join('')}`;
}

/** Lines that Netlify needs besides: withdrawn entries answer 410, which Cloudflare's file cannot say. */
export function netlifyGone(table: EdgeTable): string {
  return table.gone.map((path) => `${path}* ${path}index.html 410!\n`).join('');
}
