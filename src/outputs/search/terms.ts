import { bestTag, languagesOf } from '../../i18n/languages.ts';
import { SEARCH_TERMS } from '../../i18n/search-terms.ts';
import type { Archive } from '../../record/archive.ts';
import type { TermsOfLanguage } from './language.ts';
import { fold } from './script.ts';

/** What it knows of the language of a locale; of one that is not there, nothing but its dates. */
export function termsOf(locale: string): TermsOfLanguage {
  const [first] = languagesOf(locale);
  const none = { small: '', endings: '', ordinal: '', of: '', spellings: [] };
  const spoken = bestTag(locale) === undefined ? undefined : first?.search;
  return { locale, ...(spoken ?? SEARCH_TERMS[new Intl.Locale(locale).language] ?? none) };
}

/** Letters that a language may count as its own; others have them as plain ones with an accent. */
const ACCENTED = [
  ...'áàâäãåāăąæćčçďđðéèêëēėęěğģíìîïīįķļłľñńņňóòôöõøōőœŕřśšşșťţțúùûüūůűųýÿźżž',
  ...'ơư',
];
/** Letters that stand for another one where a keyboard lacks it. */
const PAIRS = ['ae', 'oe', 'ue', 'aa'];

/**
 * The letters that a language counts as its own, as its dictionaries and telephone books sort them: German ä (a word
 * with a is another one), Swedish å, Czech č, but not French é; and what is typed in their place, `ae ä`.
 */
export function lettersOf(locale: string): Pick<TermsOfLanguage, 'letters' | 'pairs'> {
  const { compare } = new Intl.Collator(`${new Intl.Locale(locale).language}-u-co-phonebk`, {
    sensitivity: 'base',
  });
  const letters = ACCENTED.filter((letter) => compare(letter, fold(letter)) !== 0);
  const pairs = letters.flatMap((letter) =>
    PAIRS.filter((pair) => compare(letter, pair) === 0).map((pair) => `${pair} ${letter}`),
  );
  return letters.length === 0 ? {} : { letters: letters.join(''), pairs };
}

/** The locales of a record: the publication's first, then those that single entries are in. */
export function localesOf({ site, articles }: Archive): string[] {
  return [...new Set([site.locale, ...articles.flatMap(({ lang }) => lang ?? []).sort()])];
}

/** What it knows of the languages of a record. */
export function termsOfAll(archive: Archive): TermsOfLanguage {
  const { locale } = archive.site;
  const all = localesOf(archive).map(termsOf);
  const link = all.flatMap((one) => one.link ?? []).join('|');
  const one = (key: 'not' | 'until') => all.flatMap((terms) => terms[key] ?? []).join('|');
  const stems = all.flatMap((one) => one.stems ?? []);
  const joined = (key: 'small' | 'endings' | 'ordinal' | 'of', sign: string) =>
    all.flatMap((one) => one[key] || []).join(sign);
  return {
    locale,
    small: joined('small', ' '),
    endings: joined('endings', '|'),
    ordinal: joined('ordinal', '|'),
    of: joined('of', '|'),
    spellings: [...new Set(all.flatMap(({ spellings }) => spellings))],
    ...(link !== '' && { link }),
    ...(stems.length > 0 && { stems }),
    ...(one('not') !== '' && { not: one('not') }),
    ...(one('until') !== '' && { until: one('until') }),
    ...lettersOf(locale),
  };
}
