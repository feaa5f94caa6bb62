import { isTime } from '../lib/curve.ts';
import { runsRightToLeft } from '../lib/direction.ts';
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
  /** A measured value with its unit: `75.5%`, `$60m`, `-$60m`, `8+`, `$2bn+`, `99+ places`. */
  amount(datum: { value: number; atLeast?: boolean | undefined }, unit: string): string;
  /** The name of a measured thing; a date as the locale writes it: `Sep 2021`. */
  label(text: string): string;
  /** What the words of the publication's lists are called, by their ids. */
  named: Names;
  /** Whether its language runs from right to left. */
  isRightToLeft: boolean;
  /** A name as it stands within a sentence: "The Docket desk" is "the Docket desk" there. */
  within(name: string): string;
}

/** What decides how a publication speaks. */
type Speaker = Pick<Site, 'locale' | 'zone'> & Partial<Pick<Site, 'voice' | 'words'>> & Lists;

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
  const [alone = '', within = ''] = languagesOf(locale)[0]?.within ?? [];
  return {
    t,
    named: namesOf(speaker, t),
    f,
    amount({ value, atLeast }, unit) {
      const number = f.number(value);
      const plus = atLeast ? '+' : '';
      if (/^\p{Sc}/u.test(unit)) {
        const signed = number.replace(/^\P{Nd}*/u, (sign) => sign + unit.slice(0, 1));
        return signed + unit.slice(1) + plus;
      }
      if (unit.startsWith('%')) return number + beforePercent + unit + plus;
      return /^(?:°|(?:k|m|bn)$)/.test(unit) || unit === ''
        ? number + unit + plus
        : `${number}${plus}\u00a0${unit}`;
    },
    label: (text) => (isTime(text) ? f.shortLoose(text) : text),
    isRightToLeft: runsRightToLeft(locale),
    within: (name) =>
      alone !== '' && name.startsWith(alone) ? within + name.slice(alone.length) : name,
  };
}
