import { isTime } from '../lib/curve.ts';
import { en, type Strings } from './en.ts';
import { Format } from './format.ts';

const languages: Readonly<Record<string, Strings>> = { en };

/** The words of a locale's language; English where there are none. */
export function stringsFor(locale: string): Strings {
  return languages[new Intl.Locale(locale).language] ?? en;
}

/** How a publication speaks: its words, and how it writes dates, numbers and lists. */
export interface Voice {
  t: Strings;
  f: Format;
  /** A measured value with its unit: `75.5%`, `$60m`, `-$60m`, `8+`, `$2bn+`, `99+ places`. */
  amount(datum: { value: number; atLeast?: boolean | undefined }, unit: string): string;
  /** The name of a measured thing; a date as the locale writes it: `Sep 2021`. */
  label(text: string): string;
}

const voices = new Map<string, Voice>();

/** The voice of a publication. */
export function voiceOf({ locale, zone }: { locale: string; zone: string }): Voice {
  const key = `${locale} ${zone}`;
  let voice = voices.get(key);
  if (!voice) {
    const f = new Format(locale, zone);
    voice = {
      t: stringsFor(locale),
      f,
      amount({ value, atLeast }, unit) {
        const number = f.number(value);
        const plus = atLeast ? '+' : '';
        if (/^\p{Sc}/u.test(unit)) {
          const signed = number.replace(/^\P{Nd}*/u, (sign) => sign + unit.slice(0, 1));
          return signed + unit.slice(1) + plus;
        }
        return /^(?:[%°]|(?:k|m|bn)$)/.test(unit) || unit === ''
          ? number + unit + plus
          : `${number}${plus}\u00a0${unit}`;
      },
      label: (text) => (isTime(text) ? f.shortLoose(text) : text),
    };
    voices.set(key, voice);
  }
  return voice;
}
