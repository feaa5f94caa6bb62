import { TAG_GROUPS } from '../record/lists.ts';
import type { English } from './languages/en.ts';
import { type Lists, namesOf } from './names.ts';
import { type Speaker, wordsOf } from './words.ts';

/** What the search says, and the signs between: all the words that a browser is sent. */
export type SearchWords = Omit<English['search'], 'facets'> &
  Pick<English, 'signs'> &
  Pick<English['entry'], 'keyFacts'> & {
    /** Names of the filters, in the order in which they are shown. */
    facets: Readonly<Record<string, string>>;
  };

/** What is said while the search is on its way: every page has it. */
export type LoaderWords = Pick<English['search'], 'loading' | 'failed' | 'unreached'>;

/** What the search of a publication says. */
export function searchWords(speaker: Speaker & Lists): SearchWords {
  const words = wordsOf(speaker);
  const { storyline, kind, author, year } = words.search.facets;
  const { group } = namesOf(speaker, words);
  const groups = speaker.groups ?? TAG_GROUPS.map((id) => ({ id }));
  const named = Object.fromEntries(groups.map(({ id }) => [id, group(id)]));
  return {
    ...words.search,
    signs: words.signs,
    keyFacts: words.entry.keyFacts,
    facets: { ...named, storyline, kind, author, year },
  };
}

export function loaderWords(speaker: Speaker): LoaderWords {
  const { loading, failed, unreached } = wordsOf(speaker).search;
  return { loading, failed, unreached };
}
