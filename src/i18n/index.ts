import { isTime } from '../lib/curve.ts';
import { runsRightToLeft } from '../lib/direction.ts';
import { ENGLISH_SIGNS, type Signs } from '../lib/typography.ts';
import type { Site } from '../record/site.ts';
import { Format, withLatinDigits } from './format.ts';
import type { English } from './languages/en.ts';
import { languagesOf } from './languages.ts';
import { type Spoken, spoken } from './message.ts';
import { type Lists, type Names, namesOf } from './names.ts';
import { wordsOf } from './words.ts';

export type { Piece } from './message.ts';

/** What the interface says, ready to be said. */
export type Strings = Spoken<English>;

/** How a publication speaks: its words, and how it writes dates, numbers and lists. */
export interface Voice {
  t: Strings;
  f: Format;
  /** Its language (BCP 47). */
  locale: string;
  /** A measured value with its unit: `75.5%`, `$60m`, `-$60m`, `8+`, `$2bn+`, `99+ places`, `60 €`. */
  amount(datum: { value: number; atLeast?: boolean | undefined }, unit: string): string;
  /** The name of a measured thing; a date as the locale writes it: `Sep 2021`. */
  label(text: string): string;
  /** What the words of the publication's lists are called, by their ids. */
  named: Names;
  /** Its quotation marks, and those within them. */
  quotes: Signs['quotes'];
  /** Whether its language runs from right to left. */
  isRightToLeft: boolean;
  /** A name as it stands within a sentence: "The Docket desk" is "the Docket desk" there. */
  within(name: string): string;
}

/** What decides how a publication speaks. */
type Speaker = Pick<Site, 'locale' | 'zone'> & Partial<Pick<Site, 'voice' | 'words'>> & Lists;

/**
 * A publication as what it publishes in another language has it: in that language, and without the owner's
 * own words, which are in its own.
 */
export function siteIn(lang: string | undefined, site: Site): Site {
  if (lang === undefined || lang === site.locale) return site;
  const known = sites.get(site) ?? new Map<string, Site>();
  sites.set(site, known);
  const own = known.get(lang) ?? { ...site, locale: lang, words: undefined };
  known.set(lang, own);
  return own;
}

const sites = new WeakMap<Site, Map<string, Site>>();
const voices = new WeakMap<Speaker, Voice>();

/** The voice of a publication. */
export function voiceOf(speaker: Speaker): Voice {
  const voice = voices.get(speaker) ?? makeVoice(speaker);
  voices.set(speaker, voice);
  return voice;
}

function makeVoice(speaker: Speaker): Voice {
  const { locale, zone } = speaker;
  const f = new Format(locale, zone);
  const percent = new Intl.NumberFormat(locale, { style: 'percent' }).formatToParts(1);
  const beforePercent = percent.find(({ value }) => /^\s$/.test(value))?.value ?? '';
  const t = spoken(wordsOf(speaker), withLatinDigits(locale));
  const between = behindCurrency(locale);
  const isRightToLeft = runsRightToLeft(locale);
  // among words from right to left a plus behind a number would stand before it
  const [open, plus] = isRightToLeft ? ['\u200e', '+\u200e'] : ['', '+'];
  const [language] = languagesOf(locale);
  const [alone = '', within = ''] = language?.within ?? [];
  return {
    t,
    named: namesOf(speaker, t),
    f,
    amount({ value, atLeast }, unit) {
      const number = (atLeast ? open : '') + f.number(value);
      const more = atLeast ? plus : '';
      if (between !== undefined && /^\p{Sc}/u.test(unit)) {
        const signed = number.replace(/^\P{Nd}*/u, (sign) => sign + unit.slice(0, 1) + between);
        return signed + unit.slice(1) + more;
      }
      if (unit.startsWith('%')) return number + beforePercent + unit + more;
      return /^(?:°|(?:k|m|bn)$)/.test(unit) || unit === ''
        ? number + unit + more
        : `${number}${more}\u00a0${unit}`;
    },
    label: (text) => (isTime(text) ? f.shortLoose(text) : text),
    locale,
    quotes: (language ?? ENGLISH_SIGNS).quotes,
    isRightToLeft,
    within: (name) =>
      alone !== '' && name.startsWith(alone) ? within + name.slice(alone.length) : name,
  };
}

/**
 * What stands between the sign of a currency and the number behind it: nothing in English, a space in
 * Dutch. Undefined where the sign comes last, as in German.
 */
function behindCurrency(locale: string): string | undefined {
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' });
  const [first, next] = money.formatToParts(1);
  if (first?.type !== 'currency') return undefined;
  return next?.type === 'literal' ? next.value : '';
}
