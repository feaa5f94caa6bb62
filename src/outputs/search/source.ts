import type { FacetFile } from './facets.ts';
import type { Manifest } from './names.ts';
import type { EntryText } from './record.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Some words of a part of the index, with their counts. */
export interface PartBucket {
  /** Number of the part’s first entry. */
  base: number;
  words: ReadonlySet<string>;
  /** Whether the counts of a word are in a file of their own. */
  isLong(word: string): boolean;
  /** The counts of one of them, as they are written; empty for another. */
  counts(word: string): Promise<readonly number[] | string>;
}

/** The places of a word in a part of the index, as they are written. */
export interface PartPlaces {
  base: number;
  packed: readonly number[];
}

/**
 * Where the finder reads the index. Entries have numbers, the oldest 0. What is asked for again is
 * not read again.
 * @throws SearchError, of every function, when a part does not come
 */
export interface Source {
  readonly manifest: Manifest;
  /** Base path of the site, with a slash at its end. */
  readonly base: string;
  /** For each part of the index, the words that are kept with a word. */
  bucket(word: string): Promise<PartBucket[]>;
  /** For each part of the index, where a word stands. */
  places(word: string): Promise<PartPlaces[]>;
  facets(): Promise<FacetFile>;
  vocabulary(): Promise<Vocabulary>;
  text(entry: number): Promise<EntryText>;
  /** Where it holds some entries of a record only: what their words are weighed by. */
  readonly record?: RecordCounts;
}

/** What is known of the whole record. */
export interface RecordCounts {
  entries: number;
  /** How many words an entry has, on average. */
  average: number;
  /** How many entries have a word: of one that was in a bucket. */
  having(word: string): number;
}
