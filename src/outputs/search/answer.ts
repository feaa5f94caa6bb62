import type { Facet, Manifest } from './names.ts';

/*
 * What is asked of the search and what it answers: plain data, so that an index in the browser and a
 * server beside the site can stand behind one page.
 */

export type Order = 'best' | 'newest' | 'oldest';

/** What a reader asks for. */
export interface Query {
  text: string;
  /** Chosen values: an entry has one of each facet that is named. */
  chosen: Partial<Record<Facet, string[]>>;
  /** First and last day, `YYYY-MM-DD`; either may be left out. */
  from?: string | undefined;
  to?: string | undefined;
  order: Order;
}

/** How much of an answer is wanted. */
export interface Wish {
  /** Entries to be left out at the beginning: those that are shown. */
  from?: number;
  /** Entries to be given at most; with 0 no text is read, and the rest of the answer comes at once. */
  count: number;
  /** Facets whose values are to be counted. */
  counted?: readonly Facet[];
}

/** How many found entries have each value of a facet. */
export type Counts = Partial<Record<Facet, Record<string, number>>>;

/** What was found. */
export interface Answer {
  /** Entries found. */
  total: number;
  /** Those of them that have all that was asked for; they are not always the first. */
  whole: number;
  /** As many as were wished for, best first. */
  results: Result[];
  /** For each facet that was to be counted, how many entries each value would give. */
  counts: Counts;
  /** Nothing has what was typed: this was searched for instead. */
  instead?: string;
  /** Other queries that may be meant; nothing of them is in the results. */
  offers: string[];
  /** First year of those that were searched, where a server that has them all did not answer. */
  since?: string;
}

/** A run of text, marked where it matched. */
export interface Run {
  text: string;
  marked: boolean;
}

/** A place in an entry that was found. */
export interface Passage {
  kind: 'paragraph' | 'exhibit' | 'note' | 'correction' | 'summary' | 'facts' | 'text';
  /** Number of the paragraph, `7.2` for the second item of a list after it, letter of the exhibit or note; empty for others. */
  label: string;
  /** Fragment of its address, without the hash; empty for the entry itself. */
  id: string;
  /** Heading it stands under; empty before the first. */
  heading: string;
  runs: Run[];
}

/** An entry that was found, ready to be shown. */
export interface Result {
  /** From the root of the host. */
  url: string;
  title: Run[];
  /** Its language, when another than that of the page. */
  lang: string | undefined;
  /** Docket number; empty where there is none. */
  number: string;
  /** `2018-08-24` */
  day: string;
  /** Id of its storyline; empty without one. */
  storyline: string;
  /** Its number within the storyline. */
  part: string;
  figure: { value: string; label: string } | undefined;
  /** In the order of the text; the one that decided where it stands is `best`. */
  passages: (Passage & { best?: true })[];
  /** Words of the entry that matched, folded: what its page marks. */
  matched: string[];
  /** Why it matched where none of its own words did: other names of what it is about, `PBoC`. */
  also: string[];
  /** What was asked for and it has not. */
  lacks: string[];
}

/** Answers queries. */
export interface Engine {
  readonly manifest: Manifest;
  /** Whether it may be asked at each key: nobody else works for it. */
  readonly isNear: boolean;
  /**
   * The answer to a query.
   * @throws SearchError when a part of what it is made from does not come
   */
  answer(query: Query, wish: Wish): Promise<Answer>;
}

/** Why a search cannot answer: no network, a newer release, no index. */
export type Trouble = 'offline' | 'outdated' | 'missing';

export class SearchError extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Trouble) {
    super(trouble);
    this.trouble = trouble;
  }
}
