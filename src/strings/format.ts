import type { Moment } from '../lib/dates.ts';

/** Dates, numbers and lists as a locale writes them. Dates are calendar days of the publication's zone. */
export class Format {
  readonly #locale: string;
  readonly #zone: string;
  readonly #formatters = new Map<string, Intl.DateTimeFormat>();

  constructor(locale: string, zone: string) {
    this.#locale = locale;
    this.#zone = zone;
  }

  /** `24 August 2018`, with the time of day and zone when the writer gave one. */
  moment(moment: Moment): string {
    if (!moment.hasTime) return this.day(moment.day);
    const time = new Intl.DateTimeFormat(this.#locale, {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      timeZone: this.#zone,
      timeZoneName: 'short',
    });
    return time.format(moment.ms);
  }

  /** `24 August 2018` */
  day(day: string): string {
    return this.#format(day, { day: 'numeric', month: 'long', year: 'numeric' });
  }

  /** `24 Aug 2018` */
  shortDay(day: string): string {
    return this.#format(day, { day: 'numeric', month: 'short', year: 'numeric' });
  }

  /** `24 August` */
  dayMonth(day: string): string {
    return this.#format(day, { day: 'numeric', month: 'long' });
  }

  /** `24 Aug` */
  shortDayMonth(day: string): string {
    return this.#format(day, { day: 'numeric', month: 'short' });
  }

  /** A year, a month or a day: `2018`, `August 2018`, `24 August 2018`. */
  loose(text: string): string {
    const [year = '', month, day] = text.slice(0, 10).split('-');
    if (month === undefined) return year;
    if (day === undefined) return this.#format(`${text}-01`, { month: 'long', year: 'numeric' });
    return this.day(text.slice(0, 10));
  }

  /** The same, with short months. */
  shortLoose(text: string): string {
    const [year = '', month, day] = text.slice(0, 10).split('-');
    if (month === undefined) return year;
    if (day === undefined) return this.#format(`${text}-01`, { month: 'short', year: 'numeric' });
    return this.shortDay(text.slice(0, 10));
  }

  number(n: number): string {
    return new Intl.NumberFormat(this.#locale).format(n);
  }

  /** `A, B and C` */
  list(items: readonly string[]): string {
    return new Intl.ListFormat(this.#locale, { type: 'conjunction' }).format(items);
  }

  /** Name of a language in this locale: `Chinese`. */
  language(tag: string): string {
    const names = new Intl.DisplayNames(this.#locale, { type: 'language' });
    return names.of(new Intl.Locale(tag).language) ?? tag;
  }

  #format(day: string, options: Intl.DateTimeFormatOptions): string {
    const key = JSON.stringify(options);
    let formatter = this.#formatters.get(key);
    if (!formatter) {
      formatter = new Intl.DateTimeFormat(this.#locale, { ...options, timeZone: 'UTC' });
      this.#formatters.set(key, formatter);
    }
    return formatter.format(Date.parse(day));
  }
}
