import { TWINS } from './staging.ts';

/** Files whose names change with what they are or show: pages that name them must not come before them. */
const HASHED = /^(?:_assets|images|cards|charts)\//;

/** Files in the order in which they are published: what pages need, pages, and what names others. */
export function inOrder(paths: Iterable<string>): string[] {
  return [...paths].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

function rank(path: string): number {
  const twin = TWINS.find((suffix) => path.endsWith(suffix)) ?? '';
  const base = path.slice(0, path.length - twin.length);
  if (HASHED.test(base)) return 0;
  if (/^pagefind\/(?:parts\/|.*\.pf_)/.test(base)) return 1;
  return base.endsWith('.html') ? 2 : 3;
}
