import type { Change } from './journal.ts';
import type { BuiltFile, BuiltPage, Made, Manifest } from './manifest.ts';
import { inOrder } from './order.ts';
import type { Staging } from './staging.ts';

/** For how many releases a script or style that the site no longer uses is kept for pages in caches. */
const RELEASES_KEPT = 2;

/**
 * Files whose names change with what they are, and that are the site's own. What is drawn for an entry goes at once when it is not used:
 * its entry may have been withdrawn.
 */
const MAY_LINGER = /^_assets\//;

/** What a release was made of and consists of, for {@link planRelease}. */
export interface Build {
  /** Digest of code, configuration and dependencies. */
  code: string;
  made: Made;
  pages: Record<string, BuiltPage>;
  staging: Staging;
}

/** What a release will be, and how it comes about. */
export interface Plan {
  next: Manifest;
  change: Change;
  /** Files of the site that the new tree needs, since it takes the place of the whole. */
  bring: string[];
}

/**
 * The release that a build makes of the last one, and what has to change in the site for it.
 * @param last the release that the build was made over, or undefined when it was made from nothing
 * @param before what the site consists of now: also when other code made it
 */
export function planRelease(
  last: Manifest | undefined,
  before: Manifest | undefined,
  { code, made, pages, staging }: Build,
): Plan {
  const files: Record<string, BuiltFile> = { ...staging.files };
  const lingering: string[] = [];
  for (const [path, file] of Object.entries(before?.files ?? {})) {
    const retired = (file.retired ?? 0) + 1;
    if (files[path] || !MAY_LINGER.test(path) || retired > RELEASES_KEPT) continue;
    files[path] = { ...file, retired };
    lingering.push(path);
  }
  const next: Manifest = {
    version: 1,
    code,
    made,
    pages: sortKeys(pages),
    steps: sortKeys(staging.steps),
    files: sortKeys(files),
  };
  if (!last) return { next, change: { kind: 'swap' }, bring: lingering };
  const move = inOrder(staging.written.map(({ path }) => path));
  const remove = Object.keys(last.files).filter((path) => !next.files[path]);
  return { next, change: { kind: 'apply', move, remove }, bring: [] };
}

function sortKeys<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  const sorted: Record<string, T> = {};
  for (const key of Object.keys(record).sort()) sorted[key] = record[key] as T;
  return sorted;
}
