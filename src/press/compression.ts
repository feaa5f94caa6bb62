import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inParallel } from '../lib/parallel.ts';
import { compressed } from '../outputs/edge/compress.ts';
import type { Staging, WrittenFile } from './staging.ts';

/** zlib works on four threads at once. */
const AT_ONCE = 8;

/** Puts the compressed forms of what a build writes beside it. */
export class Compression {
  /** What of the cache belongs to the site. */
  readonly used = new Set<string>();
  readonly #staging: Staging;
  readonly #cache: string;
  readonly #taken = new Set<WrittenFile>();
  readonly #runs: Promise<void>[] = [];
  #done = 0;
  #onFile: (done: number, total: number) => void = () => {};

  /** @param cache folder of what was compressed before */
  constructor(staging: Staging, cache: string) {
    this.#staging = staging;
    this.#cache = cache;
  }

  /** Begins with what is written by now and was not before. */
  begin(): void {
    const files = this.#staging.written.filter((file) => !this.#taken.has(file));
    for (const file of files) this.#taken.add(file);
    const run = inParallel(files, AT_ONCE, async (file) => {
      await this.#compress(file);
      this.#done += 1;
      this.#onFile(this.#done, this.#taken.size);
    });
    // a failure is heard at the end
    run.catch(() => {});
    this.#runs.push(run);
  }

  /**
   * Waits until all is done that was begun.
   * @param onFile hears how many files are done, of how many
   * @throws what the first failing one throws
   */
  async end(onFile: (done: number, total: number) => void = () => {}): Promise<void> {
    this.#onFile = onFile;
    await Promise.all(this.#runs);
  }

  async #compress(file: WrittenFile): Promise<void> {
    const { folder, files } = this.#staging;
    const read = () => readFileSync(join(folder, file.path));
    const from = files[file.path]?.from ?? '';
    for (const { form, bytes, kept } of await compressed(file, read, this.#cache)) {
      this.#staging.write(form, bytes, from, file.digest);
      this.used.add(kept);
    }
  }
}
