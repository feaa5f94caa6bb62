import { dayOf, PLAIN_DATE, withPlainDates } from './dates.ts';
import { fold, isUnspaced, spaced } from './script.ts';

/** What a reader typed, taken apart. */
export interface Terms {
  /** Words to be found in any order and place; an entry may have longer ones that begin so. */
  words: string[];
  /** Words to be found one after another: what stood in quotes, Chinese, Japanese, docket numbers. */
  phrases: string[][];
  /**
   * Numbers, dates and words of two letters, to be found as they are: `US` is not "used". When
   * nothing has them so, they are words like the others.
   */
  firm: string[][];
  /** The first whole date, `2018-08-24`. */
  day?: string | undefined;
}

/** Words of questions that no entry is about. They count when nothing else was typed. */
const SMALL = new Set(
  'a about an and any are as at be been but by can could did do does for from get got had happen happened happens has have he her his how i if in into is it its many may me much of on or our she should so some than that the their them there these they this those to v versus vs was we were what when where which who whom whose why will with would you your'.split(
    ' ',
  ),
);

const QUOTED = /["“”„«»「」]([^"“”„«»「」]*)["“”„«»「」]/g;
/** A docket number, with what may stand before it: `18-31`, `No. 18-31`. */
const DOCKET = /(?:\bno\.?\s*|[#№]\s*)?(?<![\p{L}\p{N}-])(\d{2}-\d+)(?![\p{L}\p{N}-])/giu;

/** Takes a query apart. */
export function parseQuery(text: string): Terms {
  const words: string[] = [];
  const phrases: string[][] = [];
  const firm: string[][] = [];
  const take = (into: string[][]) => (_: string, phrase: string) => {
    const parts = pieces(spaced(phrase));
    if (parts.length > 0) into.push(parts);
    return ' ';
  };
  const dated = withPlainDates(text);
  const rest = dated
    .replace(QUOTED, take(phrases))
    .replace(DOCKET, take(phrases))
    .replace(PLAIN_DATE, (date: string) => take(firm)(date, date));
  for (const piece of pieces(rest)) {
    if (isUnspaced(piece)) phrases.push(pieces(spaced(piece)));
    else if (isFirm(piece)) firm.push([piece]);
    else words.push(piece);
  }
  const telling = words.filter((word) => !SMALL.has(word));
  const isEmpty = telling.length + phrases.length + firm.length === 0;
  return { words: isEmpty ? words : telling, phrases, firm, day: dayOf(dated) };
}

function isFirm(piece: string): boolean {
  return /^\d+$/.test(piece) || (piece.length === 2 && !SMALL.has(piece));
}

/** Words as the index has them; a docket number or a hyphenated word is one. */
function pieces(text: string): string[] {
  return text.split(/[\s,;:/()\u2026]+|[\u2013\u2014]/u).flatMap((part) => fold(part) || []);
}
