import { SearchError } from './answer.ts';
import type { FacetFile } from './facets.ts';
import {
  bucketFile,
  MANIFEST,
  type Manifest,
  NAME,
  postingsFile,
  textFile,
  VERSION,
} from './names.ts';
import { type Bucket, bucketOf, type Postings } from './postings.ts';
import type { EntryText } from './record.ts';
import type { PartBucket, PartPlaces, Source } from './source.ts';
import { unpackVocabulary, type Vocabulary } from './vocabulary.ts';

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
    return this.#inParts(word, ({ words }, base) => ({
      base,
      words: new Set(words.keys()),
      isLong: (one) => typeof words.get(one) === 'string',
      counts: async (one) => {
        const found = words.get(one) ?? [];
        if (typeof found !== 'string') return found;
        return (await this.#file(postingsFile('long', found), mapOf)).get(one) ?? [];
      },
    }));
  }

  places(word: string): Promise<PartPlaces[]> {
    return this.#inParts(word, async ({ words, places }, base) => {
      const [, name] = places.findLast(([first]) => first <= word) ?? [];
      if (!words.has(word) || name === undefined) return { base, packed: [] };
      const found = (await this.#file(postingsFile('places', name), mapOf)).get(word);
      return { base, packed: (found ?? []) as number[] };
    });
  }

  facets(): Promise<FacetFile> {
    return this.#file(this.manifest.files.facets);
  }

  vocabulary(): Promise<Vocabulary> {
    return this.#file(this.manifest.files.words, unpackVocabulary);
  }

  async text(entry: number): Promise<EntryText> {
    const part = this.#bases.findLastIndex((base) => base <= entry);
    let number = entry - (this.#bases[part] ?? 0);
    for (const [, folder, entries] of this.manifest.parts[part]?.months ?? []) {
      if (number < entries) return this.#file(textFile(folder, number));
      number -= entries;
    }
    throw new RangeError(`there is no entry ${entry}`);
  }

  /** What the bucket of a word has in each part of the index. */
  #inParts<T>(word: string, take: (bucket: OpenBucket, base: number) => T | Promise<T>) {
    return Promise.all(
      this.manifest.parts.map(async ({ buckets }, i) => {
        const number = bucketOf(word, buckets.length / NAME);
        const name = buckets.slice(number * NAME, (number + 1) * NAME);
        const bucket = await this.#file(bucketFile(number, name), opened);
        return take(bucket, this.#bases[i] ?? 0);
      }),
    );
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

interface OpenBucket {
  words: ReadonlyMap<string, number[] | string>;
  places: Bucket['places'];
}

function opened({ words, places }: Bucket): OpenBucket {
  return { words: mapOf(words), places };
}

/** What a file has by word: a word may be called as a property of every object is. */
function mapOf(postings: Postings): ReadonlyMap<string, number[] | string> {
  return new Map(Object.entries(postings));
}
