import type { SearchTerms } from '../../i18n/language.ts';
import { Dates } from './dates.ts';
import { fold } from './script.ts';

/** What the search knows of the language of a publication, as data: part of the manifest. */
export type TermsOfLanguage = SearchTerms & { locale: string };

/** A language made ready to take queries apart and to compare words. */
export class QueryLanguage {
  readonly dates: Dates;
  readonly #small: ReadonlySet<string>;
  readonly #ending: RegExp;
  readonly #spellings: readonly (readonly [RegExp, string])[];

  constructor({ locale, small, endings, ordinal, of, spellings }: TermsOfLanguage) {
    this.dates = new Dates(locale, ordinal, of);
    this.#small = new Set(small.split(' ').map(fold));
    this.#ending = new RegExp(`^(?:|${endings})$`);
    this.#spellings = spellings.map((pair) => {
      const [one = '', other = ''] = pair.split(' ');
      return [new RegExp(`(?<=\\p{L}{4})${other}$`, 'u'), one] as const;
    });
  }

  /** Whether it is a word of questions that no entry is about. */
  isSmall(word: string): boolean {
    return this.#small.has(word);
  }

  /** Whether a word that matched is the one typed, begins with it or is another form of it. */
  isForm(typed: string, found: string): boolean {
    const [a, b] = [this.#spelt(typed), this.#spelt(found)];
    if (b.startsWith(a)) return true;
    let same = 0;
    while (same < a.length && a[same] === b[same]) same += 1;
    return same >= 3 && this.#ending.test(a.slice(same)) && this.#ending.test(b.slice(same));
  }

  #spelt(word: string): string {
    return this.#spellings.reduce((text, [other, one]) => text.replace(other, one), word);
  }
}
