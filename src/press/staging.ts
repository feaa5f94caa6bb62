import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { groupBy } from '../lib/group.ts';
import type { BuiltFile, Manifest } from './manifest.ts';

/** The suffixes of a file's compressed forms, which stay and go with it. */
export const TWINS = ['.br', '.gz'];

/** A file that a build wrote, as later steps need it. */
export interface WrittenFile {
  path: string;
  /** SHA-256 of its bytes, in hexadecimal. */
  digest: string;
  /** Bytes. */
  size: number;
}

/**
 * The folder in which a release is made, and the list of the release's files. What comes out as the
 * last release has it is not written again; each file is hashed as it is written.
 */
export class Staging {
  readonly folder: string;
  /** The files of the new release: written ones, and those that stay from the last. */
  readonly files: Record<string, BuiltFile> = {};
  /** Keys of the steps whose files follow from a key. */
  readonly steps: Record<string, string> = {};
  /** What this build wrote, in its order. */
  readonly written: WrittenFile[] = [];
  readonly #last: Manifest | undefined;
  /** Paths of its files by what they came from. */
  #lastOf: Map<string | undefined, string[]> | undefined;
  readonly #made = new Set<string>();

  /**
   * @param folder where the files are written
   * @param last the release that the site is now; undefined to write everything
   */
  constructor(folder: string, last?: Manifest) {
    this.folder = folder;
    this.#last = last;
  }

  /** Whether every file is made in this build. */
  get isWhole(): boolean {
    return this.#last === undefined;
  }

  /**
   * Adds a file to the release.
   * @param path below the site's folder
   * @param from what it came from: a page's path or a build step
   * @param digest of the file whose form it is and whose time it gets; its own, when left out
   */
  write(path: string, content: string | Uint8Array, from: string, digest?: string): void {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    this.#add(path, bytes, from, (to) => writeFileSync(to, bytes), digest);
  }

  /** Adds a file that lies in the folder already. */
  adopt(path: string, from: string): void {
    this.#add(path, readFileSync(join(this.folder, path)), from, () => {});
  }

  /**
   * Takes a file of the last release over, with its compressed forms.
   * @returns whether the last release has it
   */
  keep(path: string): boolean {
    const file = this.#last?.files[path];
    if (!file) return false;
    this.#take(path, file);
    for (const suffix of TWINS) {
      const twin = this.#last?.files[path + suffix];
      if (twin) this.#take(path + suffix, twin);
    }
    return true;
  }

  #take(path: string, file: BuiltFile): void {
    const { retired, ...used } = file;
    this.files[path] = retired === undefined ? file : used;
  }

  /**
   * Says that a step's files follow from `key` alone.
   * @returns whether the last release was made with the same key; its files of this step then stay
   */
  keepStep(step: string, key: string): boolean {
    this.steps[step] = key;
    if (this.#last?.steps[step] !== key) return false;
    const { files } = this.#last;
    this.#lastOf ??= groupBy(Object.keys(files), (path) => files[path]?.from);
    for (const path of this.#lastOf.get(step) ?? []) this.keep(path);
    return true;
  }

  #add(
    path: string,
    bytes: Uint8Array,
    from: string,
    put: (to: string) => void,
    timedBy?: string,
  ): void {
    const digest = createHash('sha256').update(bytes).digest('hex');
    const hash = digest.slice(0, 16);
    if (this.#last?.files[path]?.hash === hash) {
      this.keep(path);
      return;
    }
    const to = join(this.folder, path);
    const folder = dirname(to);
    if (!this.#made.has(folder)) mkdirSync(folder, { recursive: true });
    this.#made.add(folder);
    put(to);
    const time = timeOf(timedBy ?? digest);
    utimesSync(to, time, time);
    this.files[path] = { hash, size: bytes.length, from };
    this.written.push({ path, digest, size: bytes.length });
  }
}

/**
 * A time that follows from a file's content, in seconds since 1970: nginx and Caddy make the ETag of
 * time and size, so a rebuild must not change it and another content must. Between 2001 and 2023:
 * no server takes it for the future. It is no date, and no host sends it as one.
 */
export function timeOf(digest: string): number {
  return 1_000_000_000 + (Number.parseInt(digest.slice(0, 12), 16) % 700_000_000);
}
