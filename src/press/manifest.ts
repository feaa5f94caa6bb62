import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../content/files.ts';

/** A built file. */
export interface BuiltFile {
  /** SHA-256 of its bytes, shortened. */
  hash: string;
  /** Bytes. */
  size: number;
  /** What it came from: a page's path, or the step that wrote it. */
  from: string;
  /** How many releases ago the site stopped using it; such files are kept for cached pages. */
  retired?: number;
}

/** A page or endpoint of the site. */
export interface BuiltPage {
  file: string;
  /** Digest of everything the page shows; a page without one is rendered every time. */
  key?: string;
}

/** What a release was made of beside the code, and for how long it is right. */
export interface Made {
  /** Digest of all files of the content. */
  content: string;
  /** The moment for which it was made, in milliseconds since 1970 UTC. */
  from: number;
  /** When an entry next appears or goes by itself; never, when it is left out. */
  until?: number | undefined;
  /** The last day of its security.txt. */
  security?: string;
}

/** What a release consists of. */
export interface Manifest {
  version: 1;
  /** Digest of code, configuration and dependencies: a change builds everything. */
  code: string;
  /** What else it was made of; not of a site that others made. */
  made?: Made;
  /** By path of the site. */
  pages: Record<string, BuiltPage>;
  /** Build steps whose files follow from a key, by name. */
  steps: Record<string, string>;
  /** By path below the site's folder. */
  files: Record<string, BuiltFile>;
}

/** Reads a manifest; undefined when there is none, or one that is damaged or of another version. */
export function readManifest(path: string): Manifest | undefined {
  try {
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as Partial<Manifest>;
    const { version, code, pages, steps, files } = manifest;
    return version === 1 && code !== undefined && pages && steps && files
      ? (manifest as Manifest)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a manifest so that a reader sees the old one or the new one, never half of one. */
export function writeManifest(path: string, manifest: Manifest): void {
  writeWhole(path, `${JSON.stringify(manifest)}\n`, true);
}

/** Whether a folder holds what its manifest says, by names and sizes. */
export function isWhole(folder: string, manifest: Manifest): boolean {
  return Object.entries(manifest.files).every(([path, { size }]) => {
    const stat = statSync(join(folder, path), { throwIfNoEntry: false });
    return stat?.size === size;
  });
}

/** Size of a release, in words. */
export function megabytes({ files }: Manifest): string {
  const bytes = Object.values(files).reduce((sum, { size }) => sum + size, 0);
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** Whether what was made of some content is still right: the same content, and a moment that changes nothing. */
export function isStillRight(made: Made | undefined, content: string, now: number): boolean {
  return (
    made !== undefined &&
    made.content === content &&
    now >= made.from &&
    now < (made.until ?? Number.POSITIVE_INFINITY)
  );
}
