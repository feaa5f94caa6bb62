import { posix } from 'node:path';
import { plainPath, trimPath } from '../../lib/plain-path.ts';
import type { EdgeTable, FileKind } from './table.ts';

/** A path pattern as the text of an anchored regular expression; `*` is any text. */
export function patternSource(path: string): string {
  return `^${path.split('*').map(literal).join('.*')}$`;
}

/** A decoded path as systems write it: an accent may be a letter of its own, as on a Mac. */
export function writtenForms(path: string): string[] {
  return [...new Set([path, path.normalize('NFD')])];
}

/** A text as a regular expression that matches it alone. */
export function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** What the table says of a path before any file is looked at. */
export type Verdict = { status: 301; to: string } | { status: 200 | 404 | 410 };

/** A table made ready to be asked. */
export class Edge {
  readonly table: EdgeTable;
  readonly #moved: ReadonlyMap<string, string>;
  readonly #gone: ReadonlySet<string>;
  readonly #kinds: readonly (readonly [RegExp, FileKind])[];

  constructor(table: EdgeTable) {
    this.table = table;
    this.#moved = new Map(table.redirects.map(({ from, to }) => [from, to]));
    this.#gone = new Set(table.gone.map(plainPath));
    this.#kinds = table.kinds.map((kind) => [
      new RegExp(kind.paths.map(patternSource).join('|')),
      kind,
    ]);
  }

  /** The kinds that a path belongs to: one, or none. Two are a fault of the table. */
  kindsOf(path: string): FileKind[] {
    return this.#kinds.filter(([pattern]) => pattern.test(path)).map(([, kind]) => kind);
  }

  /**
   * Whether a path is moved, gone, hidden, oddly spelt or to be looked up.
   * @param path decoded, beginning with a slash
   * @param raw the same as it was sent
   */
  verdict(path: string, raw = path): Verdict {
    const plain = trimPath(posix.normalize(path));
    const to = this.#moved.get(plain);
    if (to !== undefined) return { status: 301, to };
    const entry = path.endsWith('/') ? plain : plain.replace(/\/index\.html$/, '');
    if (this.#gone.has(entry)) return { status: 410 };
    const spelt = spelling(raw);
    if (spelt !== undefined) return spelt;
    return { status: isHidden(path, this.table.base) ? 404 : 200 };
  }

  /** Where the front page leads when it is asked for with a query. */
  asked(query: string): string | undefined {
    return Object.hasOwn(this.table.queries, query) ? this.table.queries[query] : undefined;
  }

  /** Headers of an answer, but for its length and encoding. */
  headers(path: string, status: number): Record<string, string> {
    const { always, errors, moved, otherwise } = this.table;
    if (status >= 400) return { ...always, 'Cache-Control': errors };
    if (status >= 300 && status !== 304) return { ...always, 'Cache-Control': moved };
    const kind = this.kindsOf(path)[0];
    return {
      ...always,
      ...kind?.headers,
      ...(kind?.type !== undefined && { 'Content-Type': kind.type }),
      'Cache-Control': kind?.cache ?? otherwise,
    };
  }
}

/**
 * What is said of a path whose spelling is not that of a page: servers would read it as another path, so
 * that every page would answer at endless addresses. A run of slashes leads to the path with one; encoded
 * slashes, backslashes and steps to other folders have no page.
 * @param raw as it was sent
 * @returns undefined when nothing is odd about it
 */
export function spelling(raw: string): Verdict | undefined {
  if (ODD_PATH.test(raw)) return { status: 404 };
  const to = raw.replace(/\/{2,}/, '/');
  return to === raw ? undefined : { status: 301, to };
}

/** Spellings that have no page, as a regular expression of paths as they are sent; all engines know it. */
export const ODD_PATH = /%2f|%5c|\\|\/(?:\.|%2e){1,2}(?:\/|$)/i;

/**
 * Files that are in the site's folder and never served by their own name: dot files (but
 * `.well-known`), the rules themselves, the compressed twins, and the page of a missing page.
 */
export function isHidden(path: string, base: string): boolean {
  return (
    path.split('/').some((part) => part.startsWith('.') && part !== '.well-known') ||
    [`${base}_headers`, `${base}_redirects`, `${base}404.html`].includes(path) ||
    /\.(?:br|gz)$/.test(path)
  );
}
