import { SearchError } from './answer.ts';
import type { FacetFile } from './facets.ts';
import { fileOf, MANIFEST, type Manifest, VERSION } from './names.ts';
import { type Bucket, bucketOf, type LongPostings, unpackZones } from './postings.ts';
import type { EntryText } from './record.ts';
import type { PartBucket, Source } from './source.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Reads a file of the index, by its path within the folder of the index. */
export type ReadFile = (path: string) => Promise<unknown>;

/** The files of an index: each is read once. */
export class IndexReader implements Source {
  readonly manifest: Manifest;
  readonly base: string;
  readonly #read: ReadFile;
  readonly #files = new Map<string, Promise<unknown>>();
  /** Entries before each part, and in all. */
  readonly #bases: number[];

  /**
   * Opens the index.
   * @param base base path of the site
   * @throws SearchError when it does not come, or is of another form than this script reads
   */
  static async open(base: string, read: ReadFile): Promise<IndexReader> {
    const manifest = (await read(MANIFEST)) as Manifest;
    if (manifest.version !== VERSION) throw new SearchError('outdated');
    return new IndexReader(manifest, base, read);
  }

  private constructor(manifest: Manifest, base: string, read: ReadFile) {
    this.#read = read;
    this.manifest = manifest;
    this.base = base;
    let entries = 0;
    this.#bases = manifest.parts.map(({ lengths }) => {
      entries += lengths.length;
      return entries - lengths.length;
    });
  }

  bucket(word: string): Promise<PartBucket[]> {
    return Promise.all(
      this.manifest.parts.map(async ({ folder, buckets }, i) => {
        const path = fileOf('words', folder, bucketOf(word, buckets));
        const words = await this.#file(path, (bucket: Bucket) => new Map(Object.entries(bucket)));
        return {
          base: this.#bases[i] ?? 0,
          words: new Set(words.keys()),
          isLong: (one) => typeof words.get(one) === 'number',
          postings: async (one, exact) => {
            const found = words.get(one) ?? [];
            if (typeof found !== 'number') return found;
            const path =
              found < 0
                ? fileOf(exact ? 'common' : 'long', folder, -1 - found)
                : fileOf('long', folder, found);
            return (await this.#file(path, unpacked)).get(one) ?? [];
          },
        };
      }),
    );
  }

  facets(): Promise<FacetFile> {
    return this.#file(this.manifest.files.facets);
  }

  vocabulary(): Promise<Vocabulary> {
    return this.#file(this.manifest.files.words);
  }

  async text(entry: number): Promise<EntryText> {
    const part = this.#bases.findLastIndex((base) => base <= entry);
    let number = entry - (this.#bases[part] ?? 0);
    for (const [, folder, entries] of this.manifest.parts[part]?.months ?? []) {
      if (number < entries) return this.#file(fileOf('texts', folder, number));
      number -= entries;
    }
    throw new RangeError(`there is no entry ${entry}`);
  }

  /** A file of the index, taken as it is needed; what failed is asked for again. */
  #file<File, T = File>(path: string, take?: (file: File) => T): Promise<T> {
    let file = this.#files.get(path) as Promise<T> | undefined;
    if (!file) {
      file = this.#read(path).then((read) => (take ? take(read as File) : (read as T)));
      this.#files.set(path, file);
      file.catch(() => this.#files.delete(path));
    }
    return file;
  }
}

function unpacked(long: LongPostings): ReadonlyMap<string, readonly number[]> {
  const words = Object.entries(long);
  return new Map(
    words.map(([word, found]) => [word, typeof found === 'string' ? unpackZones(found) : found]),
  );
}
