import { fold, isUnspaced, spaced } from './script.ts';

/** What a reader typed, taken apart. */
export interface Terms {
  /** Words to be found in any order and place. */
  words: string[];
  /** Words to be found one after another: what stood in quotes, and Chinese or Japanese. */
  phrases: string[][];
}

/** Words of questions that no entry is about. They count when nothing else was typed. */
const SMALL = new Set(
  'a about an and are as at be been but by can could did do does for from had has have he her his how i if in into is it its may me of on or our she should so than that the their them there these they this those to was we were what when where which who whom whose why will with would you your'.split(
    ' ',
  ),
);

/** Takes a query apart. */
export function parseQuery(text: string): Terms {
  const words: string[] = [];
  const phrases: string[][] = [];
  const plain = text.replace(/["“”„«»「」]([^"“”„«»「」]*)["“”„«»「」]/g, (_, phrase: string) => {
    const parts = pieces(spaced(phrase));
    if (parts.length > 0) phrases.push(parts);
    return ' ';
  });
  for (const piece of pieces(plain)) {
    if (isUnspaced(piece)) phrases.push(pieces(spaced(piece)));
    else words.push(piece);
  }
  const telling = words.filter((word) => !SMALL.has(word));
  return { words: telling.length + phrases.length > 0 ? telling : words, phrases };
}

/** Words as the index has them; a docket number or a hyphenated word is one. */
function pieces(text: string): string[] {
  return text.split(/[\s,;:/()\u2026]+|[\u2013\u2014]/u).flatMap((part) => fold(part) || []);
}
