import { TAG_GROUPS } from '../../record/lists.ts';
import type { TermsOfLanguage } from './language.ts';

/*
 * Names that the search page, the index and the script share. A file that is fetched by an old
 * script and written by a new build must keep its name, or VERSION must count up.
 */

/** Where the index is, below the base path. */
export const FOLDER = 'pagefind/';
/** Indexes of past months, each in a folder named by its first, within {@link FOLDER}; there only when there are many entries. */
export const PAST = 'past/';
/** Within an index, the same with the places of words: it is read only to find phrases. */
export const PLACES = 'places/';
/** What the script must know of this build, within {@link FOLDER}. */
export const MANIFEST = 'manifest.json';
/** Every word of the record, within {@link FOLDER}: read only to guess what a mistyped word means. */
export const WORDS = 'words.json';
/** What beside entries answers a query, within {@link FOLDER}. */
export const DESTINATIONS = 'destinations.json';

/** Counts up when an old script cannot read what a new build writes. */
export const VERSION = 4;

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

/** The filter behind a range of dates and an order by date: a calendar day, `2018-08-24`. */
export const DAY = 'day';

/** Ids of a record's parts that are not on the page; paragraphs, headings and notes have the page's. */
export const PARTS = {
  title: 'record-title',
  standfirst: 'record-standfirst',
  facts: 'record-facts',
  sources: 'record-sources',
  about: 'record-about',
  /** A component without an id of its own: it is found at the paragraph before it. */
  box: 'record-box',
} as const;

/** Facts that a result shows and search does not: kept beside the record's text. */
export const META = {
  number: 'number',
  figure: 'figure',
  unit: 'unit',
  part: 'part',
  lang: 'lang',
} as const;

/** What the script must know of a build. */
export interface Manifest {
  version: number;
  entries: number;
  /** What it knows of the language of the record. */
  language: TermsOfLanguage;
  /** Folders of further indexes, within {@link FOLDER}. */
  merge: string[];
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

/**
 * How Pagefind weighs what it finds (https://pagefind.app/docs/ranking/). Chosen on the judged set:
 * `npm run bench -- search` shows what a change does.
 */
export const RANKING = {
  termFrequency: 0.8,
  termSaturation: 1.2,
  termSimilarity: 4,
  pageLength: 0.3,
  metaWeights: { title: 4, number: 1, figure: 1, unit: 0, part: 0, lang: 0 },
};
