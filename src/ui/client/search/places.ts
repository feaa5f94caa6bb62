import type { QueryLanguage } from '../../../outputs/search/language.ts';
import type { Terms } from '../../../outputs/search/query.ts';
import { fold } from '../../../outputs/search/script.ts';

/** Terms that are marked where they stand. */
export type Marked = Pick<Terms, 'words' | 'phrases'>;

/** Positions of the words and phrases within a text's words. */
export function placesOf(
  text: readonly string[],
  { words, phrases }: Marked,
  language: QueryLanguage,
): number[] {
  const parts = text.map(foldedParts);
  const found = new Set<number>();
  for (const [place, forms] of parts.entries()) {
    if (words.some((typed) => forms.some((form) => language.isForm(typed, form)))) found.add(place);
    for (const phrase of phrases) {
      if (
        !phrase.every((typed, i) => parts[place + i]?.some((form) => isSame(typed, form, language)))
      )
        continue;
      for (const i of phrase.keys()) found.add(place + i);
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** The words at these positions and their parts, folded. */
export function wordsAt(places: readonly number[], text: readonly string[]): string[] {
  return places.flatMap((place) => foldedParts(text[place] ?? ''));
}

/** A word and the parts of a compound, folded. */
function foldedParts(word: string): string[] {
  return [fold(word), ...word.split(/[^\p{L}\p{N}\p{M}]+/u).map(fold)].filter(
    (part) => part !== '',
  );
}

/** Whether a word of a phrase stands there, not one that only begins so: `US` is not "used". */
function isSame(typed: string, found: string, language: QueryLanguage): boolean {
  return typed === found || (typed.length > 3 && language.isForm(typed, found));
}
