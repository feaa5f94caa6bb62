import { bestTag, languagesOf } from '../../i18n/languages.ts';
import type { TermsOfLanguage } from './language.ts';

/** What it knows of the language of a locale; of one that is not there, nothing but its dates. */
export function termsOf(locale: string): TermsOfLanguage {
  const [first] = languagesOf(locale);
  const none = { small: '', endings: '', ordinal: '', of: '', spellings: [] };
  return { locale, ...(bestTag(locale) === undefined || !first ? none : first.search) };
}

/** What it knows of the languages of a record: of the publication's, and of those that single entries are in. */
export function termsOfAll(locale: string, others: readonly string[]): TermsOfLanguage {
  const all = [locale, ...new Set([...others].sort())].map(termsOf);
  const joined = (key: 'small' | 'endings' | 'ordinal' | 'of', sign: string) =>
    all.flatMap((one) => one[key] || []).join(sign);
  return {
    locale,
    small: joined('small', ' '),
    endings: joined('endings', '|'),
    ordinal: joined('ordinal', '|'),
    of: joined('of', '|'),
    spellings: [...new Set(all.flatMap(({ spellings }) => spellings))],
  };
}

/** The words of a text that its language also spells otherwise, so spelt: `authorization` of `authorisation`. */
export function otherSpellings(text: string, { spellings }: TermsOfLanguage): string[] {
  const pairs = spellings.flatMap((pair) => {
    const [one = '', other = ''] = pair.split(' ');
    return [
      [one, other],
      [other, one],
    ] as const;
  });
  const found = new Set<string>();
  for (const word of text.match(/\p{L}{8,}/gu) ?? []) {
    const fitting = pairs.find(([end]) => word.endsWith(end));
    if (fitting) found.add(word.slice(0, -fitting[0].length) + fitting[1]);
  }
  return [...found];
}
