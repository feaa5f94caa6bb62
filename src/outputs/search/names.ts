import { TAG_GROUPS } from '../../record/lists.ts';
import type { TermsOfLanguage } from './language.ts';

/*
 * Names that the search page, the index and the script share. A file that is fetched by an old
 * script and written by a new build must keep its name, or VERSION must count up.
 */

/** Where the index is, below the base path, beside Pagefind's own. */
export const FOLDER = 'pagefind/';
/** What the script must know of this build, within {@link FOLDER}. */
export const MANIFEST = 'manifest.json';
/** What beside entries answers a query, within {@link FOLDER}. */
export const DESTINATIONS = 'destinations.json';
/** The database of the search server, in the project's folder. */
export const DATABASE = '.cache/search.sqlite';
/** What is named by what is in it, within {@link FOLDER}. */
export const PARTS = 'parts/';

/** Counts up when an old script cannot read what a new build writes, or words are cut in another way: what is kept is made anew. */
export const VERSION = 12;

/** Those of a publication: put here by the compiler. */
declare const SEARCH_FACETS: readonly string[] | undefined;

/** Filters that a reader can choose from, in the order in which they are shown. */
export const FACETS: readonly string[] =
  typeof SEARCH_FACETS === 'undefined' ? facetsOf(TAG_GROUPS) : SEARCH_FACETS;
export type Facet = string;

/** The filters of a publication with these groups of topics. */
export function facetsOf(groups: readonly string[]): string[] {
  return [...groups, 'storyline', 'kind', 'author', 'year'];
}

/** What the script must know of a build. */
export interface Manifest {
  version: number;
  entries: number;
  /** What it knows of the language of the record. */
  language: TermsOfLanguage;
  /** Address of a server that is asked instead; these indexes answer where it does not. */
  server?: string;
  /** Its indexes, the oldest entries first; together they have every entry once. */
  parts: PartManifest[];
  /** Files within {@link FOLDER}: what entries can be chosen by, and every word of the record. */
  files: { facets: string; words: string };
  /** First and last day of the record; undefined when it is empty. */
  span?: [first: string, last: string];
  /**
   * Values of each filter with their names, and with their pages where they have one, in the order
   * in which they are shown. Years are their own names.
   */
  names: Readonly<Record<Facet, [id: string, name: string, page?: string][]>> & {
    storyline: [id: string, name: string, page?: string][];
  };
  /** Pages to go on from when nothing is found. */
  pages: { search: string; topics?: string; storylines?: string; archive: string };
}

/** What the script must know of one of the indexes. */
export interface PartManifest {
  /** Names of its buckets, one after the other, each of {@link NAME} letters. */
  buckets: string;
  /** Its months, the oldest first: the folder of their texts, and how many entries they have. */
  months: [month: string, folder: string, entries: number][];
  /** How long each entry is, a letter an entry. */
  lengths: string;
}

/** Letters of the name of a bucket: a word more or less in one renames that one alone. */
export const NAME = 6;

/** The file of a bucket, by its number in its part and its name. */
export function bucketFile(number: number, name: string): string {
  return `${PARTS}words/${number}-${name}.json`;
}

/** The file of long counts or of places, by its name. */
export function postingsFile(what: 'long' | 'places', name: string): string {
  return `${PARTS}${what}/${name}.json`;
}

/** The file of the text of an entry, by its number in a month. */
export function textFile(folder: string, number: number): string {
  return `${PARTS}texts/${folder}/${number}.json`;
}

const LONGEST = 29;

/** The letter for a length in words: what is a quarter longer has another. */
export function lengthLetter(words: number): string {
  const step = Math.round(3 * Math.log2(Math.max(16, words) / 16));
  return String.fromCharCode(97 + Math.min(LONGEST, step));
}

/** About how many words a letter stands for. */
export function wordsOfLetter(letter: number): number {
  return 16 * 2 ** ((letter - 97) / 3);
}
