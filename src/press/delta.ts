import type { BuiltFile, Manifest } from './manifest.ts';

/** A file that a release changes. */
export interface Difference {
  path: string;
  change: 'added' | 'changed' | 'removed';
  /** What the file came from: a page's path or a build step. */
  from: string;
  /** Bytes to upload; 0 for a removal. */
  bytes: number;
}

/** What has to be done to a server that has the old release so that it has the new one. */
export interface Delta {
  differences: Difference[];
  /** Bytes to upload. */
  bytes: number;
  /** Paths of the site whose cached copies are out of date. */
  purge: string[];
}

/**
 * The difference of two releases. Files that are kept only for cached pages count as long as they
 * are there; a compressed form is a file of its own, but no address to purge.
 */
export function delta(old: Manifest, next: Manifest): Delta {
  const paths = [...new Set([...Object.keys(old.files), ...Object.keys(next.files)])].sort(
    (a, b) => (a < b ? -1 : 1),
  );
  const differences = paths.flatMap((path): Difference[] => {
    const before = old.files[path];
    const after = next.files[path];
    if (before && after) {
      return before.hash === after.hash ? [] : [difference(path, 'changed', after)];
    }
    if (after) return [difference(path, 'added', after)];
    return before ? [{ ...difference(path, 'removed', before), bytes: 0 }] : [];
  });
  const purge = differences
    .filter(({ change, path }) => change !== 'added' && !/\.(?:br|gz)$/.test(path))
    .map(({ path }) => `/${path.replace(/(?:^|(?<=\/))index\.html$/, '')}`);
  return { differences, bytes: differences.reduce((sum, { bytes }) => sum + bytes, 0), purge };
}

function difference(
  path: string,
  change: Difference['change'],
  { from, size }: BuiltFile,
): Difference {
  return { path, change, from, bytes: size };
}
