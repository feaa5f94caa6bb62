import { Format } from '../../i18n/format.ts';
import { fold, LETTER } from './script.ts';

/*
 * Dates as readers type them, in the one form in which a publication writes them: `24 August 2018`,
 * `24. August 2018`, `2018年8月24日`.
 */

interface Parts {
  day?: string;
  month?: string;
  name?: string;
  year?: string;
}

/** A date in a text. */
export interface FoundDate {
  from: number;
  to: number;
  /** In that form. */
  plain: string;
  /** `2018-08-24`, of a whole one. */
  day: string | undefined;
}

/** A text with its dates in that form. */
interface Dated {
  text: string;
  /** The dates, as they stand in it. */
  dates: Pick<FoundDate, 'plain' | 'day'>[];
  /** The first whole one, `2018-08-24`. */
  day: string | undefined;
}

/** The dates of a language. */
export class Dates {
  readonly #format: Format;
  readonly #months: readonly string[];
  readonly #forms: readonly RegExp[];

  /**
   * @param ordinal what follows the number of a day, `24th`
   * @param of what may stand between the parts of a date, `24th of August`
   */
  constructor(locale: string, ordinal: string, of: string) {
    this.#format = new Format(locale, 'UTC');
    const month = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
    this.#months = Array.from({ length: 12 }, (_, i) => fold(month.format(Date.UTC(2018, i))));
    const edge = String.raw`(?<!\d|${LETTER})`;
    const end = String.raw`(?!\d|${LETTER})`;
    const dayNumber = String.raw`(?<day>\d{1,2})${ordinal === '' ? '' : `(?:${ordinal})?`}`;
    const name = String.raw`(?<name>${LETTER}{3,})\.?`;
    const between = of === '' ? ' ' : `(?: (?:${of}))? `;
    const year = String.raw`(?:,?${between}(?<year>\d{4}))?`;
    this.#forms = [
      String.raw`${edge}(?<year>\d{4})(?:[-./]|年)(?<month>\d{1,2})(?:[-./]|月)(?<day>\d{1,2})(?:日|${end})`,
      String.raw`${edge}(?<day>\d{1,2})[-./](?<month>\d{1,2})[-./](?<year>\d{4}|\d{2})${end}`,
      `${edge}${dayNumber}${between}${name}${year}${end}`,
      `${edge}${name} ${dayNumber}${year}${end}`,
      String.raw`${edge}${name},?${between}(?<year>\d{4})${end}`,
    ].map((form) => new RegExp(form, 'gi'));
  }

  /** A day in that form. */
  plain(day: string): string {
    return this.#format.day(day);
  }

  /** The dates of a text, in order. */
  find(text: string): FoundDate[] {
    const found: FoundDate[] = [];
    for (const form of this.#forms) {
      for (const match of text.matchAll(form)) {
        const [from, to] = [match.index, match.index + match[0].length];
        // what is part of a date that was found is none by itself
        if (found.some((other) => from < other.to && other.from < to)) continue;
        const read = this.#read(match.groups as Parts);
        if (read) found.push({ from, to, ...read });
      }
    }
    return found.sort((a, b) => a.from - b.from);
  }

  /** A text with its dates in that form. */
  in(text: string): Dated {
    const dates = this.find(text);
    let set = '';
    let done = 0;
    for (const { from, to, plain } of dates) {
      set += text.slice(done, from) + plain;
      done = to;
    }
    const { day } = dates.find(({ day }) => day !== undefined) ?? {};
    return { text: set + text.slice(done), dates, day };
  }

  #read({ day, month, name, year }: Parts): { plain: string; day: string | undefined } | undefined {
    let date = day === undefined ? undefined : Number(day);
    let index = name === undefined ? Number(month) - 1 : this.#monthOf(name);
    // 24.9.21 is a day; 1.8.10 may be a version of something
    if (year?.length === 2 && Math.max(date ?? 0, index + 1) <= 12) return undefined;
    // 8/24/2018 is American: no year has a 24th month
    if (index > 11 && date !== undefined && date <= 12) [date, index] = [index + 1, date - 1];
    if (!(index in this.#months) || date === 0 || (date ?? 1) > 31) return undefined;
    const two = (n: number) => String(n).padStart(2, '0');
    const at = `${year === undefined ? '2000' : year.padStart(4, '20')}-${two(index + 1)}-${two(date ?? 1)}`;
    if (Number.isNaN(Date.parse(at))) return undefined;
    if (date === undefined) return { plain: this.#format.month(at), day: undefined };
    if (year === undefined) return { plain: this.#format.dayMonth(at), day: undefined };
    return { plain: this.#format.day(at), day: at };
  }

  /** The month that a word is the name of, or begins like; -1 for none, or several. */
  #monthOf(word: string): number {
    const begin = fold(word);
    const fitting = this.#months.flatMap((month, i) => (month.startsWith(begin) ? [i] : []));
    return fitting.length === 1 || this.#months[fitting[0] ?? -1] === begin
      ? (fitting[0] ?? -1)
      : -1;
  }
}
