import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** Where a value is: which file, from which byte, how many. */
type Place = [file: string, offset: number, length: number];

/** Bytes that are written at once. */
const CHUNK = 1_000_000;
/** After so long without a write nobody writes to a file any more, in milliseconds: a day. */
const FORGOTTEN = 86_400_000;

/**
 * Values by digest, in a few files that are only ever added to: reading one costs one read. Every
 * process writes to a file of its own, so that a preview and a build may run at once.
 */
export class Pack<T> {
  readonly #folder: string;
  readonly #index: Map<string, Place>;
  readonly #open = new Map<string, number>();
  #own: { name: string; end: number } | undefined;
  /** What the own file will have at its end: a write for many values. */
  #waiting: { values: Buffer[]; bytes: number } = { values: [], bytes: 0 };
  #changed = false;

  /** @param folder where the files are; made when missing */
  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
    const index = Object.entries(readIndex(join(folder, 'index.json')));
    const sizes = new Map<string, number>();
    // what a full disk or a fallen machine has cut off is not there
    this.#index = new Map(
      index.filter(([, [name, offset, length]]) => {
        const size = sizes.get(name) ?? sizeOf(join(folder, name));
        sizes.set(name, size);
        return offset + length <= size;
      }),
    );
  }

  /** Whether there is a value, as far as one knows without reading it. */
  has(digest: string): boolean {
    return this.#index.has(digest);
  }

  /** The value of a digest; undefined when there is none, or none that can be read. */
  get(digest: string): T | undefined {
    const place = this.#index.get(digest);
    if (!place) return undefined;
    if (place[0] === this.#own?.name) this.#flush();
    try {
      return JSON.parse(this.#read(place)) as T;
    } catch {
      // another process has tidied its file away (who opens the pack anew finds it), or the disk has
      // spoilt it
      this.#index.delete(digest);
      return undefined;
    }
  }

  /** Keeps a value, unless there is one of the same digest. */
  set(digest: string, value: T): void {
    this.write(digest, JSON.stringify(value));
  }

  /** Keeps a value that is JSON already. */
  write(digest: string, json: string): void {
    if (this.#index.has(digest)) return;
    this.#own ??= { name: `${Date.now().toString(36)}-${process.pid}.pack`, end: 0 };
    const bytes = Buffer.from(json, 'utf8');
    this.#index.set(digest, [this.#own.name, this.#own.end, bytes.length]);
    this.#own.end += bytes.length;
    this.#waiting.values.push(bytes);
    this.#waiting.bytes += bytes.length;
    this.#changed = true;
    if (this.#waiting.bytes >= CHUNK) this.#flush();
  }

  /** How many values and files there are. */
  get size(): { values: number; files: number } {
    return {
      values: this.#index.size,
      files: new Set([...this.#index.values()].map(([name]) => name)).size,
    };
  }

  /** Keeps only some values, in one new file. */
  compact(digests: ReadonlySet<string>): void {
    const values = [...this.#index.keys()]
      .filter((digest) => digests.has(digest))
      .map((digest): [string, T | undefined] => [digest, this.get(digest)]);
    const old = new Set([...this.#index.values()].map(([name]) => name));
    this.#flush();
    this.#index.clear();
    this.#own = { name: `${Date.now().toString(36)}-${process.pid}-c.pack`, end: 0 };
    for (const [digest, value] of values) if (value !== undefined) this.set(digest, value);
    this.#changed = true;
    this.save();
    for (const name of old) {
      const file = this.#open.get(name);
      if (file !== undefined) closeSync(file);
      this.#open.delete(name);
      rmSync(join(this.#folder, name), { force: true });
    }
    this.#removeForgotten();
  }

  /** Removes the files of processes that ended before they wrote an index. */
  #removeForgotten(): void {
    const named = new Set([...this.#index.values()].map(([name]) => name));
    for (const name of readdirSync(this.#folder)) {
      if (!name.endsWith('.pack') || named.has(name)) continue;
      const path = join(this.#folder, name);
      const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: 0 };
      if (Date.now() - mtimeMs > FORGOTTEN) rmSync(path, { force: true });
    }
  }

  /** Writes the index; without it, what was added is forgotten. */
  save(): void {
    if (!this.#changed) return;
    this.#flush();
    const temporary = join(this.#folder, `index.${process.pid}.tmp`);
    writeFileSync(temporary, JSON.stringify(Object.fromEntries(this.#index)));
    renameSync(temporary, join(this.#folder, 'index.json'));
    this.#changed = false;
  }

  /** Saves, and lets go of the files. */
  close(): void {
    this.save();
    for (const file of this.#open.values()) closeSync(file);
    this.#open.clear();
  }

  #read([name, offset, length]: Place): string {
    const buffer = Buffer.alloc(length);
    readSync(this.#file(name, 'r'), buffer, 0, length, offset);
    return buffer.toString('utf8');
  }

  #flush(): void {
    const { values, bytes } = this.#waiting;
    if (!this.#own || bytes === 0) return;
    // writes all of it, where the system's call may write a part of it and say nothing
    writeFileSync(this.#file(this.#own.name, 'w+'), Buffer.concat(values));
    this.#waiting = { values: [], bytes: 0 };
  }

  #file(name: string, flags: 'r' | 'w+'): number {
    let file = this.#open.get(name);
    if (file === undefined) {
      file = openSync(join(this.#folder, name), flags);
      this.#open.set(name, file);
    }
    return file;
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** The index; empty when there is none, or one of another form. */
function readIndex(path: string): Record<string, Place> {
  try {
    const index = JSON.parse(readFileSync(path, 'utf8')) as Record<string, Place>;
    return Object.values(index).every(([file]) => typeof file === 'string') ? index : {};
  } catch {
    return {};
  }
}
