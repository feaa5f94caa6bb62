import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { keepJson, readKeptJson } from './kept.ts';

/** A file that was written this shortly before it is looked at may be written again without a sign, in milliseconds. */
const UNSURE = 2000;

/** How a file was when it was read, and the digest of its bytes. */
type Known = [state: string, digest: string];

/** How a file was when it was looked at. */
interface Seen {
  file: string;
  state: string;
  /** Whether its bytes cannot change without another state. */
  isSure: boolean;
  digest: string;
}

/**
 * Digests of the files of a project. One that is as it was when it was last read (the same file, of
 * the same size and times) is not read again, by this process or by the next.
 */
export class FileDigests {
  readonly #root: string;
  readonly #before: ReadonlyMap<string, Known>;
  readonly #known = new Map<string, Known>();
  #changed = false;
  readonly #seen: Map<string, Seen> | undefined;

  /**
   * @param root the project's folder; what is known is kept in `.cache`
   * @param once whether files are looked at once: for a build, which is of one moment, and for a preview,
   *   which is told what changes
   */
  constructor(root: string, once = false) {
    this.#root = root;
    this.#seen = once ? new Map() : undefined;
    this.#before = readKnown(root);
  }

  /**
   * The digest of a file's bytes.
   * @param file path from the root
   * @param salt what the digest is to cover before the bytes
   * @throws Error when it is not there
   */
  of(file: string, salt = ''): string {
    const name = salt + file;
    const seen = this.#seen?.get(name) ?? this.#look(name, file, salt);
    this.#seen?.set(name, seen);
    return seen.digest;
  }

  /** Whether every file that was looked at once is still as it was then. */
  areAsSeen(): boolean {
    return [...(this.#seen ?? [])].every(([name, { file, state, isSure, digest }]) => {
      const path = join(this.#root, file);
      const now = stateOf(path)?.state ?? '';
      if (timesOf(now) !== timesOf(state)) return false;
      // it may have been written again without a sign; a disk may number the same file anew
      return (
        (isSure && now === state) ||
        digestOfBytes(readFileSync(path), name.slice(0, -file.length)) === digest
      );
    });
  }

  /** Lets a file be looked at again: it has changed. */
  forget(file: string): void {
    for (const name of this.#seen?.keys() ?? []) if (name.endsWith(file)) this.#seen?.delete(name);
  }

  #look(name: string, file: string, salt: string): Seen {
    const path = join(this.#root, file);
    // taken before the reading: a write between the two is seen the next time
    const { state = '', isSure = false } = stateOf(path) ?? {};
    const known = this.#known.get(name) ?? this.#before.get(name);
    const isSame = isSure && known !== undefined && known[0] === state;
    const digest = isSame ? known[1] : digestOfBytes(readFileSync(path), salt);
    if (isSure) this.#known.set(name, [state, digest]);
    this.#changed ||= !isSame;
    return { file, state, isSure, digest };
  }

  /** Keeps what is known of the files that were asked for. */
  save(): void {
    if (!this.#changed && this.#known.size === this.#before.size) return;
    keepJson(knownPath(this.#root), [...this.#known]);
    this.#changed = false;
  }
}

/** How a file is, without reading it; undefined when it is not there. */
function stateOf(path: string): Pick<Seen, 'state' | 'isSure'> | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return (
    stat && {
      state: `${stat.ino} ${stat.size} ${stat.mtimeMs} ${stat.ctimeMs}`,
      isSure: Date.now() - stat.ctimeMs >= UNSURE,
    }
  );
}

/** A state without the number that the disk gives the file. */
function timesOf(state: string): string {
  return state.slice(state.indexOf(' ') + 1);
}

/** The digest of a file's bytes as {@link FileDigests} has it. */
export function digestOfBytes(bytes: Uint8Array, salt = ''): string {
  return createHash('sha256').update(salt).update(bytes).digest('hex').slice(0, 32);
}

function readKnown(root: string): Map<string, Known> {
  return new Map(readKeptJson(knownPath(root)) as [string, Known][] | undefined);
}

function knownPath(root: string): string {
  return join(root, '.cache', 'files.json');
}
