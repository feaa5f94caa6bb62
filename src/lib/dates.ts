import { Temporal } from 'temporal-polyfill';

/** By how much the clocks of two machines may differ, in milliseconds: then nothing has gone wrong. */
export const CLOCK_SKEW = 300_000;

/**
 * A date as the writer gave it, with the instant it stands for.
 * A bare day (`2018-08-24`) is the start of that day in the publication's zone.
 */
export interface Moment {
  /** The writer's text. */
  readonly text: string;
  /** The instant, in milliseconds since 1970 UTC. */
  readonly ms: number;
  /** Whether the writer gave a time of day. */
  readonly hasTime: boolean;
  /** Calendar day in the publication's zone, `YYYY-MM-DD`. */
  readonly day: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/i;

/**
 * Reads an ISO 8601 day, or date-time with offset (RFC 3339).
 * @returns the moment, or undefined when the text is not one or names a day that no calendar has.
 */
export function parseMoment(text: string, zone: string): Moment | undefined {
  let known = moments.get(zone);
  if (!known) {
    known = new Map();
    moments.set(zone, known);
  }
  if (!known.has(text)) known.set(text, readMoment(text, zone));
  return known.get(text);
}

/** Moments by zone and text: a record has few days, and every check and list asks for them. */
const moments = new Map<string, Map<string, Moment | undefined>>();

function readMoment(text: string, zone: string): Moment | undefined {
  try {
    if (DAY.test(text)) {
      return isDate(text)
        ? { text, ms: startOf(text, zone), hasTime: false, day: text }
        : undefined;
    }
    if (DATE_TIME.test(text)) {
      Temporal.PlainDate.from(text.slice(0, 10), { overflow: 'reject' });
      const instant = Temporal.Instant.from(text.replace(' ', 'T').toUpperCase());
      const day = instant.toZonedDateTimeISO(zone).toPlainDate().toString();
      return { text, ms: instant.epochMilliseconds, hasTime: true, day };
    }
  } catch {
    return undefined;
  }
  return undefined;
}

/** The instant at which a day begins in a zone. */
function startOf(day: string, zone: string): number {
  const midnight = Date.parse(day);
  const { from, to, offset } = spanAt(midnight, zone);
  const start = midnight - offset;
  // where the clocks are changed, a day may begin at another hour
  return start - A_DAY > from && start + A_DAY < to
    ? start
    : Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;
}

const A_DAY = 86_400_000;

/** A time in which a zone's clocks are not changed; all in milliseconds. */
interface Span {
  from: number;
  to: number;
  /** What its clocks are ahead of UTC. */
  offset: number;
}

/** The spans of zones that were asked for: a zone has two a year, and every day asks for one. */
const spans = new Map<string, Span[]>();

function spanAt(ms: number, zone: string): Span {
  const known = spans.get(zone) ?? [];
  const found = known.find(({ from, to }) => from <= ms && ms < to);
  if (found) return found;
  const time = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
  // one at this very instant is the beginning of the span
  const last = time.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  const next = time.getTimeZoneTransition('next');
  const span = {
    from: last?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    to: next?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: time.offsetNanoseconds / 1e6,
  };
  spans.set(zone, [...known, span]);
  return span;
}

/** A moment for people who compare clocks: `2026-11-22 12:00 UTC`. */
export function utcMinute(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** Whether a text is an ISO 8601 day of the calendar, or a date-time (RFC 3339) on one. */
export function isDate(text: string): boolean {
  if (!DAY.test(text) && !DATE_TIME.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.slice(0, 10).split('-').map(Number);
  // the calendar's own answer: 30 February comes back as another day
  const date = new Date(Date.UTC(year, month - 1, day));
  const sameDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return sameDay && (DAY.test(text) || parseMoment(text, 'UTC') !== undefined);
}

/** What is wrong with a text that {@link isDate} refuses. */
export type DateMistake =
  | { is: 'no day' | 'no time' | 'no zone' }
  /** `meant` is the day, if it can only be one. */
  | { is: 'form'; meant?: string };

export function dateMistake(given: string): DateMistake {
  // full-width digits, and quotes that an editor turned
  const text = given.normalize('NFKC').replace(/^[\s“”‘’"']+|[\s“”‘’"',;]+$/g, '');
  if (text !== given && isDate(text)) return { is: 'form', meant: text };
  const moment = momentMeant(text);
  if (moment !== undefined) return { is: 'form', meant: moment };
  const day = text.slice(0, 10);
  if (DAY.test(day) && /^(?:$|[T ]\d{2}:\d{2})/i.test(text.slice(10))) {
    if (!isDate(day)) return { is: 'no day' };
    if (isDate(`${text}Z`)) return { is: 'no zone' };
    return DATE_TIME.test(text) ? { is: 'no time' } : { is: 'form' };
  }
  const [, year = '', month = '', date = ''] =
    /^(\d{4})[-/.\u2010-\u2015](\d{1,2})[-/.\u2010-\u2015](\d{1,2})$/.exec(text) ??
    /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(text) ??
    inWords(text) ??
    [];
  const meant = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDate(meant) ? { is: 'form', meant } : { is: 'form' };
}

/**
 * A moment as others write it: Jekyll, mails, ISO 8601 without its colons.
 * @example 2018-08-24 10:00:00 +0800, Fri, 24 Aug 2018 10:00:00 GMT
 */
function momentMeant(text: string): string | undefined {
  const [, day = '', hours = '', rest = '', sign, minutes = '00'] =
    /^(?:[a-z]{3}, )?(\d{4}-\d{2}-\d{2}|\d{1,2} [a-z]{3} \d{4})[T ]+(\d{1,2})((?::\d{2}){1,2}(?:\.\d+)?) ?(?:Z|UTC|GMT|([+-]\d{2}):?(\d{2})?)$/i.exec(
      text,
    ) ?? [];
  const [, year = '', month = '', date = ''] = inWords(day) ?? [];
  const plain = year ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : day;
  const zone = sign === undefined ? 'Z' : `${sign}:${minutes}`;
  const meant = `${plain}T${hours.padStart(2, '0')}${rest}${zone}`;
  return meant !== text && isDate(meant) ? meant : undefined;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Year, month and day of a date in which the month is a word or the day stands first, as in German. */
function inWords(text: string): string[] | undefined {
  const [, date = '', month = '', year = ''] =
    /^(\d{1,2})\.[ ]?(\d{1,2})\.[ ]?(\d{4})$/.exec(text) ??
    /^(\d{1,2})(?:st|nd|rd|th)?[ .-]+([a-z]{3})[a-z]*\.?,?[ -]+(\d{4})$/i.exec(text) ??
    [];
  const [, word = '', first = '', last = ''] =
    /^([a-z]{3})[a-z]*\.?[ ]+(\d{1,2})(?:st|nd|rd|th)?,?[ ]+(\d{4})$/i.exec(text) ?? [];
  const number = (name: string) => {
    const index = MONTHS.indexOf(name.toLowerCase());
    return index === -1 ? name : String(index + 1);
  };
  if (year) return ['', year, number(month), date];
  return last ? ['', last, number(word), first] : undefined;
}

/** Whether a text is `2018`, or a month such as `2018-08`. */
export function isYearOrMonth(text: string): boolean {
  return /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/.test(text);
}

/** The calendar day of an instant in a zone, `YYYY-MM-DD`. */
export function dayOf(ms: number, zone: string): string {
  return toRfc3339(ms, zone).slice(0, 10);
}

/** A date as its writer gave it, at the instant that it was given to stand for. */
export function settledAt(ms: number, { hasTime }: Moment, zone: string): Moment {
  return { text: toRfc3339(ms, zone), ms, hasTime, day: dayOf(ms, zone) };
}

/** Whole months between two days, counted as on a calendar: 2017-09 to 2018-02 is 5. */
export function monthsBetween(earlier: string, later: string): number {
  const [y1 = 0, m1 = 0] = earlier.split('-').map(Number);
  const [y2 = 0, m2 = 0] = later.split('-').map(Number);
  return (y2 - y1) * 12 + (m2 - m1);
}

/** Days from one to another, counted as on a calendar, whatever the clocks did between. */
export function daysBetween(earlier: string, later: string): number {
  return (Date.parse(later) - Date.parse(earlier)) / 86_400_000;
}

/** RFC 3339 with the offset of a zone, in whole seconds: `2018-08-24T09:10:00+09:00`, `2018-08-24T00:10:00Z`. */
export function toRfc3339(ms: number, zone: string): string {
  // clocks of before 1972 may be ahead by seconds too, which no offset can say
  const minutes = zone === 'UTC' ? 0 : Math.round(spanAt(ms, zone).offset / 60_000);
  const time = new Date(ms + minutes * 60_000).toISOString().slice(0, -5);
  if (minutes === 0) return `${time}Z`;
  const [hour, minute] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const two = (part: number) => String(part).padStart(2, '0');
  return `${time}${minutes < 0 ? '-' : '+'}${two(hour)}:${two(minute)}`;
}

/** RFC 822 with a four-digit year, as RSS 2.0 wants it: `Fri, 24 Aug 2018 09:10:00 +0900`. */
export function toRfc822(ms: number, zone: string): string {
  const [, time = '', offset = 'Z'] = /^(.{19})(.*)$/.exec(toRfc3339(ms, zone)) ?? [];
  const inUtc = new Date(`${time}Z`).toUTCString();
  return offset === 'Z' ? inUtc : inUtc.replace('GMT', offset.replace(':', ''));
}
