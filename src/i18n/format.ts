import type { Moment } from '../lib/dates.ts';

/** The ways to write a calendar day or its month. */
const DAY_FORMS = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  shortDay: { day: 'numeric', month: 'short', year: 'numeric' },
  dayMonth: { day: 'numeric', month: 'long' },
  shortDayMonth: { day: 'numeric', month: 'short' },
  month: { month: 'long', year: 'numeric' },
  monthAlone: { month: 'short' },
  shortMonth: { month: 'short', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

type DayForm = keyof typeof DAY_FORMS;

/** Addresses and the record are of this calendar, so what is written beside them is too. */
const calendar = 'gregory';

/**
 * A locale with the digits of addresses, numbers of entries and paragraphs, 0 to 9, unless it names
 * others itself (`ar-EG-u-nu-arab`).
 */
export function withLatinDigits(locale: string): string {
  const { numberingSystem = 'latn' } = new Intl.Locale(locale);
  return new Intl.Locale(locale, { numberingSystem }).toString();
}

/** The first of a month where a language writes it as an ordinal and Intl does not know. */
const FIRST: Readonly<Record<string, string>> = { fr: '1er', it: '1º', pt: '1º' };

/** Dates, numbers and lists as a locale writes them. Dates are calendar days of the publication's zone. */
export class Format {
  readonly #locale: string;
  readonly #zone: string;
  // making a formatter costs a thousand times what asking it does, so each is made once
  readonly #days = new Map<DayForm, Intl.DateTimeFormat>();
  // and a record has few days
  readonly #written = new Map<string, string>();
  #moments: Intl.DateTimeFormat | undefined;
  #numbers: Intl.NumberFormat | undefined;
  #lists: Intl.ListFormat | undefined;
  #languages: Intl.DisplayNames | undefined;

  constructor(locale: string, zone: string) {
    this.#locale = withLatinDigits(locale);
    this.#zone = zone;
  }

  /** `24 August 2018`, with the time of day and zone when the writer gave one. */
  moment(moment: Moment): string {
    if (!moment.hasTime) return this.day(moment.day);
    this.#moments ??= new Intl.DateTimeFormat(this.#locale, {
      ...DAY_FORMS.day,
      calendar,
      hour: hasHalfDays(this.#locale) ? 'numeric' : '2-digit',
      minute: '2-digit',
      timeZone: this.#zone,
      timeZoneName: 'short',
    });
    return this.#ordinal(this.#moments.format(moment.ms));
  }

  /** `24 August 2018` */
  day(day: string): string {
    return this.#format('day', day);
  }

  /** `24 Aug 2018` */
  shortDay(day: string): string {
    return this.#format('shortDay', day);
  }

  /** `24 August` */
  dayMonth(day: string): string {
    return this.#format('dayMonth', day);
  }

  /** `24 Aug` */
  shortDayMonth(day: string): string {
    return this.#format('shortDayMonth', day);
  }

  /** `August 2018` */
  month(day: string): string {
    return this.#format('month', day);
  }

  /** A year, a month or a day: `2018`, `August 2018`, `24 August 2018`. */
  loose(text: string): string {
    return this.#loose(text, 'month', 'day');
  }

  /** The same, with short months. */
  shortLoose(text: string): string {
    return this.#loose(text, 'shortMonth', 'shortDay');
  }

  /** A year, a month or a day below an axis of time: `24 Aug` and `2018`, `Aug` and `2018`, `2018`. */
  axisDate(text: string): { name: string; year: string } {
    const [year = '', month, day] = text.split('-');
    if (month === undefined) return { name: year, year: '' };
    return { name: this.#format(day === undefined ? 'monthAlone' : 'shortDayMonth', text), year };
  }

  /** With every digit that it has, and no sign of what is not below zero. */
  number(n: number): string {
    this.#numbers ??= new Intl.NumberFormat(this.#locale, {
      maximumFractionDigits: 20,
      signDisplay: 'negative',
    });
    return this.#numbers.format(n);
  }

  /** `A, B and C` */
  list(items: readonly string[]): string {
    this.#lists ??= new Intl.ListFormat(this.#locale, { type: 'conjunction' });
    return this.#lists.format(items);
  }

  /** `A, B or C` of things that are no words, such as links. */
  either<Item>(items: readonly Item[]): (Item | string)[] {
    const list = new Intl.ListFormat(this.#locale, { type: 'disjunction' });
    let i = -1;
    return list.formatToParts(items.map(String)).map(({ type, value }) => {
      if (type === 'element') i += 1;
      return type === 'element' ? (items[i] as Item) : value;
    });
  }

  /** Name of a language in this locale: `Chinese`; undefined for that of the locale itself, or none. */
  otherLanguage(tag: string | undefined): string | undefined {
    if (tag === undefined) return undefined;
    const { language } = new Intl.Locale(tag);
    if (language === new Intl.Locale(this.#locale).language) return undefined;
    this.#languages ??= new Intl.DisplayNames(this.#locale, { type: 'language' });
    return this.#languages.of(language) ?? tag;
  }

  #loose(text: string, ofMonth: DayForm, ofDay: DayForm): string {
    const [year = '', month, day] = text.slice(0, 10).split('-');
    if (month === undefined) return year;
    return this.#format(day === undefined ? ofMonth : ofDay, text.slice(0, 10));
  }

  #format(form: DayForm, day: string): string {
    const key = `${form} ${day}`;
    const written =
      this.#written.get(key) ?? this.#ordinal(this.#formatterFor(form).format(Date.parse(day)));
    this.#written.set(key, written);
    return written;
  }

  #ordinal(date: string): string {
    const first = FIRST[new Intl.Locale(this.#locale).language];
    return first === undefined ? date : date.replace(/^1(?= )/, first);
  }

  #formatterFor(form: DayForm): Intl.DateTimeFormat {
    let formatter = this.#days.get(form);
    if (!formatter) {
      const options = { ...DAY_FORMS[form], calendar, timeZone: 'UTC' };
      formatter = new Intl.DateTimeFormat(this.#locale, options);
      this.#days.set(form, formatter);
    }
    return formatter;
  }
}

/** Whether its clocks have twelve hours: then a single digit stands alone, `9:10 AM`. */
function hasHalfDays(locale: string): boolean {
  return new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12 === true;
}
