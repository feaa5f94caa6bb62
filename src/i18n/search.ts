import { enSearch, type SearchStrings } from './en-search.ts';

const languages: Readonly<Record<string, SearchStrings>> = { en: enSearch };

/** What the search says in a locale's language; English where there are no words. */
export function searchStrings(locale: string): SearchStrings {
  return languages[new Intl.Locale(locale).language] ?? enSearch;
}
