import { tagsFor } from '../lib/locales.ts';
import type { Signs } from '../lib/typography.ts';
import type { Language } from './language.ts';
import ar from './languages/ar.ts';
import de from './languages/de.ts';
import en from './languages/en.ts';
import enUS from './languages/en-US.ts';
import es from './languages/es.ts';
import fr from './languages/fr.ts';
import ja from './languages/ja.ts';
import zhHans from './languages/zh-Hans.ts';
import zhHant from './languages/zh-Hant.ts';

/**
 * The languages of the interface, by tag: of a language, or of it in a region or a script
 * (`zh-Hans`). A new one is a file of `languages/` and its line here.
 */
export const LANGUAGES: Readonly<Record<string, Language>> = {
  en,
  'en-US': enUS,
  ar,
  de,
  es,
  fr,
  ja,
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
};

/** The one that stands in where a language lacks a sentence and names no other. */
export const LAST = 'en';

/**
 * The tag of the language that fits a locale best: of its region, of its script, or of the language
 * alone; undefined when there is none.
 * @example bestTag('zh-TW') === 'zh-Hant'; bestTag('de-AT') === 'de'
 */
export function bestTag(locale: string): string | undefined {
  return tagsFor(locale).find((tag) => tag in LANGUAGES);
}

/** Languages whose sentences a locale is given, the best first and English last. */
export function languagesOf(locale: string): Language[] {
  const found: Language[] = [];
  for (let tag = bestTag(locale) ?? LAST; ; tag = found.at(-1)?.fallback ?? LAST) {
    const language = LANGUAGES[tag];
    if (!language || found.includes(language)) return found;
    found.push(language);
  }
}

/** How each language sets quotation marks and the spaces beside signs, by its tag. */
export const SIGNS: Readonly<Record<string, Signs>> = Object.fromEntries(
  Object.entries(LANGUAGES).map(([tag, { quotes, spacesSigns }]) => [tag, { quotes, spacesSigns }]),
);
