import type { Typeface } from '../../lib/type.ts';

/** A face at a tracking: how wide words are, in ems. */
export type Measure = (words: string) => number;

/** Measures words in a face; each word once. */
export function measureIn(face: Typeface, tracking = 0): Measure {
  const known = new Map<string, number>();
  return (words) => {
    const width = known.get(words) ?? face.width(words, tracking);
    known.set(words, width);
    return width;
  };
}

/** A text in lines, and the type it is set in. */
export interface Fitted {
  lines: string[];
  /** How many lines there is room for. */
  rows: number;
  /** In pixels. */
  size: number;
}

/**
 * The largest type in which a text fits an area, and its lines: as few as there can be, and of about
 * the same length. A long word makes the type smaller before it is broken.
 * @param area in pixels; `largest` is the size wanted
 */
export function fitType(
  text: string,
  measure: Measure,
  area: { width: number; height: number; largest: number },
): Fitted {
  const longest = longestWord(text, measure);
  for (let rows = Math.max(1, Math.floor(area.height / area.largest / LEADING)); ; rows += 1) {
    const size = Math.min(area.largest, Math.floor(area.height / rows / LEADING));
    const lines = fillLines(text, measure, area.width / size);
    const whole = longest * size <= area.width || size <= SMALL;
    if (whole && lines.length <= rows) return { lines: balance(lines, text, measure), rows, size };
  }
}

/** Lines stand this many times their size apart. */
const LEADING = 1.1;
/** In smaller type than this a broken word is easier to read than a whole one. */
const SMALL = 40;

/**
 * A text in characters that typefaces have: composed letters, one kind of space (Intl's dates and
 * numbers have others), one kind of hyphen (word processors write one that never breaks).
 */
export function plainType(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** A text in lines, filled word by word; a word longer than a line is broken. */
export function fillLines(text: string, measure: Measure, ems: number): string[] {
  const space = measure(' ');
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(' ').flatMap((word) => piecesOf(word, measure, ems))) {
    const width = measure(word);
    if (line !== '' && used + space + width > ems) {
      lines.push(line);
      line = '';
    }
    used = line === '' ? width : used + space + width;
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** A word in pieces that fit a line. */
function piecesOf(word: string, measure: Measure, ems: number): string[] {
  if (measure(word) <= ems) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && measure(piece + letter) > ems) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...pieces, piece];
}

/** The same number of lines, the longest of them as short as can be. */
function balance(lines: string[], text: string, measure: Measure): string[] {
  let balanced = lines;
  let long = Math.max(...lines.map(measure));
  let short = Math.min(long, longestWord(text, measure));
  while (long - short > NEAR) {
    const middle = (short + long) / 2;
    const tried = fillLines(text, measure, middle);
    if (tried.length > lines.length) {
      short = middle;
    } else {
      long = middle;
      balanced = tried;
    }
  }
  return balanced;
}

/** In ems: what nobody sees. */
const NEAR = 0.1;

function longestWord(text: string, measure: Measure): number {
  return Math.max(...text.split(' ').map(measure));
}
