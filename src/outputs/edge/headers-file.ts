import { BINARY, mediaType } from '../../lib/media.ts';
import type { EdgeTable } from './table.ts';

/** Cloudflare reads so many rules and so long a line (https://developers.cloudflare.com/workers/static-assets/headers/). */
export const HEADERS_LIMITS = { rules: 100, line: 2000 } as const;

/**
 * `_headers` for Cloudflare and Netlify. Both join a header that two matching rules set, so what
 * every file has is said once for all paths, and the rest once for each kind of file.
 */
export function headersFile(table: EdgeTable): string {
  const all = block(`${table.base}*`, table.always);
  const kinds = table.kinds.flatMap((kind) =>
    kind.paths.map((path) =>
      block(path, {
        ...contentType(kind.type, path),
        'Cache-Control': kind.cache,
        ...kind.headers,
      }),
    ),
  );
  return [all, ...kinds].join('\n');
}

/** Hosts know some types otherwise than we do, or not at all. */
function contentType(type: string | undefined, path: string): Record<string, string> {
  const known = type ?? mediaType(path);
  return type === undefined && known === BINARY ? {} : { 'Content-Type': known };
}

function block(path: string, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
  return `${path}\n${lines.join('')}`;
}
