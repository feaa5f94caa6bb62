import type { QueryLanguage } from './language.ts';
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

const QUOTED = /["“”„«»「」『』]([^"“”„«»「」『』]*)["“”„«»「」『』]/g;
/** A docket number, with what may stand before it: `18-31`, `No. 18-31`. */
const DOCKET =
  /(?:\b(?:no|nr|n)\.?[º°]?\s*|[#№第]\s*)?(?<![\p{L}\p{N}-])(\d{2}-\d+)(?![\p{L}\p{N}-])/giu;

/** Takes a query apart. */
export function parseQuery(text: string, language: QueryLanguage): Terms {
  const words: string[] = [];
  const phrases: string[][] = [];
  const firm: string[][] = [];
  const take = (into: string[][]) => (_: string, phrase: string) => {
    const parts = pieces(spaced(phrase));
    if (parts.length > 0) into.push(parts);
    return ' ';
  };
  const { text: dated, dates, day } = language.dates.in(text);
  const apart = dated.replace(QUOTED, take(phrases)).replace(DOCKET, take(phrases));
  const rest = dates.reduce(
    (text, date) => text.replace(date, () => take(firm)(date, date)),
    apart,
  );
  for (const piece of pieces(rest)) {
    if (isUnspaced(piece)) phrases.push(pieces(spaced(piece)));
    else if (isFirm(piece, language)) firm.push([piece]);
    else words.push(piece);
  }
  const telling = words.filter((word) => !language.isSmall(word));
  const isEmpty = telling.length + phrases.length + firm.length === 0;
  return { words: isEmpty ? words : telling, phrases, firm, day };
}

function isFirm(piece: string, language: QueryLanguage): boolean {
  return /^\d+$/.test(piece) || (piece.length === 2 && !language.isSmall(piece));
}

/** Words as the index has them; a docket number or a hyphenated word is one. */
function pieces(text: string): string[] {
  return text.split(/[\s,;:/()\u2026]+|[\u2013\u2014]/u).flatMap((part) => fold(part) || []);
}
