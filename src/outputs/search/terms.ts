import { bestTag, languagesOf } from '../../i18n/languages.ts';
import { SEARCH_TERMS } from '../../i18n/search-terms.ts';
import type { Archive } from '../../record/archive.ts';
import type { TermsOfLanguage } from './language.ts';

/** What it knows of the language of a locale; of one that is not there, nothing but its dates. */
export function termsOf(locale: string): TermsOfLanguage {
  const [first] = languagesOf(locale);
  const none = { small: '', endings: '', ordinal: '', of: '', spellings: [] };
  const spoken = bestTag(locale) === undefined ? undefined : first?.search;
  return { locale, ...(spoken ?? SEARCH_TERMS[new Intl.Locale(locale).language] ?? none) };
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
  };
}
