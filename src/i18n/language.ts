import type { Signs } from '../lib/typography.ts';
import type { English } from './languages/en.ts';
import type { Translated } from './message.ts';

/** Sentences of the interface in another language than English, or those that an owner says differently. */
export type Words = Translated<English>;

/**
 * All that the engine knows of a language: one file of `languages/`. A straight quotation mark that a writer
 * types becomes one of its `quotes`.
 */
export interface Language extends Signs {
  /** Its own name for itself. */
  name: string;
  /** The language whose sentences stand in for those that it lacks; English where none is named. */
  fallback?: string;
  /** What the interface says, in the voice of a docket. */
  words: Words;
  /** What it says differently in the plain voice: articles without numbers and stamps. */
  plain: Words;
  /** How a name that begins a line begins behind “by”: “The desk”, “by the desk”; „Die Redaktion“, „von der Redaktion“. */
  within?: readonly [alone: string, within: string];
  search: SearchTerms;
}

/** What the search knows of a language. */
export interface SearchTerms {
  /** Words of questions that no entry is about. */
  small: string;
  /** What words end on that differ in form only: alternatives of a regular expression. */
  endings: string;
  /** What follows the number of a day in a date, `24th`: alternatives of a regular expression. */
  ordinal: string;
  /** What may stand between the parts of a date: `24th of August`. */
  of: string;
  /** What leaves out the word after it beside `NOT`, in capitals: alternatives of a regular expression. */
  not?: string;
  /** What stands between two years in a range, `2017 to 2019`: alternatives of a regular expression. */
  until?: string;
  /** Endings that are spelt in two ways, the first as they are sought. */
  spellings: readonly string[];
  /** What may stand between the parts of a compound: alternatives of a regular expression; absent where words are not put together. */
  link?: string;
  /**
   * Words that are forms of others by what stands before or within them, `abgeändert` of `abändern` (in Arabic: and, so,
   * by, as, for, and who does what a verb says): each a regular expression of plain letters, a space, and what its
   * groups make.
   */
  stems?: readonly string[];
}
