import type { English } from './languages/en.ts';
import { type Speaker, wordsOf } from './words.ts';

/** What the search says, and the signs between: all the words that a browser is sent. */
export type SearchWords = English['search'] & Pick<English, 'signs'>;

/** What is said while the search is on its way: every page has it. */
export type LoaderWords = Pick<English['search'], 'loading' | 'failed' | 'unreached'>;

/** What the search of a publication says. */
export function searchWords(speaker: Speaker): SearchWords {
  const { search, signs } = wordsOf(speaker);
  return { ...search, signs };
}

export function loaderWords(speaker: Speaker): LoaderWords {
  const { loading, failed, unreached } = wordsOf(speaker).search;
  return { loading, failed, unreached };
}
