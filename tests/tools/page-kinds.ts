import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A page that stands for its kind. */
export interface KindOfPage {
  /** Class of its body: `home`, `article`, `topic`. */
  kind: string;
  /** Address without the leading slash: `topics/china/`. */
  path: string;
}

/**
 * One page of every kind of a built site: the one with the most in it.
 * @param dir folder of the site
 */
export function pageKinds(dir: string): KindOfPage[] {
  const largest = new Map<string, { file: string; size: number }>();
  for (const file of pagesOf(dir)) {
    const html = readFileSync(join(dir, file), 'utf8');
    const kind = /<body class="([\w-]+)"/.exec(html)?.[1];
    if (kind === undefined || file.startsWith('.')) continue;
    if (html.length > (largest.get(kind)?.size ?? 0))
      largest.set(kind, { file, size: html.length });
  }
  return [...largest]
    .map(([kind, { file }]) => ({ kind, path: file.replace(/(^|\/)index\.html$/, '$1') }))
    .sort((a, b) => (a.kind < b.kind ? -1 : 1));
}

/** Paths of all built pages, below the folder, in code-point order. */
export function pagesOf(dir: string): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.html'))
    .sort();
}
