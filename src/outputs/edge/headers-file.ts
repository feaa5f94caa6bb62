import { BINARY, mediaType } from '../../lib/media.ts';
import { encoded } from './redirects-file.ts';
import type { EdgeTable, FileKind } from './table.ts';

/** Cloudflare reads so many rules and so long a line (https://developers.cloudflare.com/workers/static-assets/headers/). */
export const HEADERS_LIMITS = { rules: 100, line: 2000 } as const;

/**
 * `_headers` for Cloudflare, which joins a header that two matching rules set: what every file has is
 * said once for all paths, and the rest once for each kind of file.
 */
export function headersFile({ base, always, kinds }: EdgeTable): string {
  return [block(`${base}*`, always), ...kinds.flatMap(blocks)].join('\n');
}

/**
 * `_headers` for Netlify, which reads a path without the slash at its end: a rule for pages would be
 * one for every file. Their caching is left to Netlify, whose own is made for its deploys, and the
 * prefetch rules are said of all. A part that is `*` alone may be missing, so one path is enough.
 */
export function netlifyHeaders({ base, always, kinds }: EdgeTable): string {
  const [pages, files] = [kinds.filter(isOfPages), kinds.filter((kind) => !isOfPages(kind))];
  const rules = pages[0]?.headers['Speculation-Rules'];
  const all = { ...always, ...(rules !== undefined && { 'Speculation-Rules': rules }) };
  const once = files.map((kind) => ({
    ...kind,
    paths: kind.paths.filter((path) => !kind.paths.includes(path.replace(base, `${base}*/`))),
  }));
  return [block(`${base}*`, all), ...once.flatMap(blocks)].join('\n');
}

function isOfPages({ paths }: FileKind): boolean {
  return paths.some((path) => path.endsWith('/'));
}

/** A kind's rules, one for each of its paths. */
function blocks({ paths, type, cache, headers }: FileKind): string[] {
  return paths.map((path) =>
    block(path, { ...contentType(type, path), 'Cache-Control': cache, ...headers }),
  );
}

/** Hosts know some types otherwise than we do, or not at all. */
function contentType(type: string | undefined, path: string): Record<string, string> {
  const known = type ?? mediaType(path);
  return type === undefined && known === BINARY ? {} : { 'Content-Type': known };
}

function block(path: string, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
  return `${encoded(path)}\n${lines.join('')}`;
}
