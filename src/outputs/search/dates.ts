/*
 * Dates as readers type them, in the one form in which the index has them: `24 August 2018`. The
 * months are English, as the search is.
 */

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

const MONTH = `(${MONTHS.join('|')})`;

/** A date in that form; the day or the year may be missing, not both. */
export const PLAIN_DATE = new RegExp(
  String.raw`\b(?:\d{1,2} ${MONTH}(?: \d{4})?|${MONTH} \d{4})\b`,
  'g',
);

const WHOLE = new RegExp(String.raw`\b(\d{1,2}) ${MONTH} (\d{4})\b`);

const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`;
const NAME = String.raw`(?<name>${MONTHS.map((name) => `${name}|${name.slice(0, 3)}`).join('|')}|Sept)\.?`;
const YEAR = String.raw`(?:,? (?<year>\d{4}))?`;

const FORMS = [
  String.raw`(?<![\p{L}\p{N}])(?<year>\d{4})(?:[-./]|年)(?<month>\d{1,2})(?:[-./]|月)(?<day>\d{1,2})(?:日|(?![\p{L}\p{N}]))`,
  String.raw`(?<![\p{L}\p{N}])(?<day>\d{1,2})[-./](?<month>\d{1,2})[-./](?<year>\d{4})(?![\p{L}\p{N}])`,
  String.raw`(?<![\p{L}\p{N}])${DAY}(?: of)? ${NAME}${YEAR}(?![\p{L}\p{N}])`,
  String.raw`(?<![\p{L}\p{N}])${NAME} ${DAY}${YEAR}(?![\p{L}\p{N}])`,
  String.raw`(?<![\p{L}\p{N}])${NAME},? (?<year>\d{4})(?![\p{L}\p{N}])`,
].map((form) => new RegExp(form, 'giu'));

interface Parts {
  day?: string;
  month?: string;
  name?: string;
  year?: string;
}

/** The text with its dates in the form of the index. */
export function withPlainDates(text: string): string {
  return FORMS.reduce(
    (before, form) =>
      before.replace(
        form,
        (typed: string, ...rest: unknown[]) => plain(rest.at(-1) as Parts) ?? typed,
      ),
    text,
  );
}

/** The first whole date of a text in that form, as `2018-08-24`. */
export function dayOf(text: string): string | undefined {
  const [, day = '', name = '', year = ''] = WHOLE.exec(text) ?? [];
  if (name === '') return undefined;
  const month = String(MONTHS.indexOf(name) + 1).padStart(2, '0');
  return `${year}-${month}-${day.padStart(2, '0')}`;
}

function plain({ day, month, name, year }: Parts): string | undefined {
  let date = day === undefined ? undefined : Number(day);
  const begin = name?.slice(0, 3).toLowerCase();
  let index = begin
    ? MONTHS.findIndex((full) => full.toLowerCase().startsWith(begin))
    : Number(month) - 1;
  // 8/24/2018 is American: no year has a 24th month
  if (index > 11 && date !== undefined && date <= 12) [date, index] = [index + 1, date - 1];
  const full = MONTHS[index];
  if (full === undefined || date === 0 || (date ?? 1) > 31) return undefined;
  return [date, full, year].filter((part) => part !== undefined).join(' ');
}
