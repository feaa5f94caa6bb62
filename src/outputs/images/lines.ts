/** How wide words are, in ems. */
export type Measure = (words: string) => number;

/** A text in lines, and the size that it is set in. */
export interface Fitted {
  lines: string[];
  /** How many lines there is room for. */
  rows: number;
  /** In pixels. */
  size: number;
}

/** Lines stand this many times their size apart. */
const LEADING = 1.1;
/** In smaller type than this a broken word is easier to read than a whole one. */
const SMALL = 40;

/**
 * The largest type in which a text fits an area, and its lines: as few as there can be, and of about
 * the same length. A long word makes the type smaller before it is broken.
 * @param area in pixels; `largest` is the size wanted
 */
export function fitText(
  text: string,
  measure: Measure,
  area: { width: number; height: number; largest: number },
): Fitted {
  const longest = longestWord(text, measure);
  for (let rows = Math.max(1, Math.floor(area.height / area.largest / LEADING)); ; rows += 1) {
    const size = Math.min(area.largest, Math.floor(area.height / rows / LEADING));
    const ems = area.width / size;
    const lines = fillLines(text, measure, ems);
    if ((longest <= ems || size <= SMALL) && lines.length <= rows) {
      return { lines: balance(lines, text, measure), rows, size };
    }
  }
}

/** A text in lines of at most so many ems, filled word by word; a longer word is broken. */
export function fillLines(text: string, measure: Measure, ems: number): string[] {
  const space = measure(' ');
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of wordsOf(text).flatMap((word) => piecesOf(word, measure, ems))) {
    const width = measure(word.trimEnd());
    if (line !== '' && used + width > ems) {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
    }
    line += word;
    used += width + (word.endsWith(' ') ? space : 0);
  }
  return [...lines, line.trimEnd()];
}

/** A text in a number of lines; what does not fit is left out, and said to be. */
export function clampLines(text: string, most: number, measure: Measure, ems: number): string[] {
  const lines = fillLines(text, measure, ems);
  if (lines.length <= most) return lines;
  let last = lines[most - 1] ?? '';
  while (last !== '' && measure(`${last}…`) > ems) last = last.slice(0, -1).trimEnd();
  return [...lines.slice(0, most - 1), `${last}…`];
}

/** Whether a text fits lines of so many ems with every word whole. */
export function fitsWhole(text: string, measure: Measure, ems: number): boolean {
  return longestWord(text, measure) <= ems;
}

const SCRIPTS_WITHOUT_SPACES =
  /\p{sc=Han}|\p{sc=Hiragana}|\p{sc=Katakana}|\p{sc=Thai}|\p{sc=Lao}|\p{sc=Khmer}|\p{sc=Myanmar}/u;
const WORDS = new Intl.Segmenter('en', { granularity: 'word' });
const LETTERS = new Intl.Segmenter('en');
/** Punctuation that begins what follows it: no line ends with it. */
const OPENING = /[\p{Ps}\p{Pi}]$/u;

/** The words of a text, each with the space or punctuation behind it: a line may end after each. */
function wordsOf(text: string): string[] {
  return text.split(/(?<=\s)/u).flatMap((word) => {
    if (!SCRIPTS_WITHOUT_SPACES.test(word)) return [word];
    const words: string[] = [];
    for (const { segment, isWordLike } of WORDS.segment(word)) {
      const last = words.at(-1);
      const joined = OPENING.test(last ?? '') || !(isWordLike || OPENING.test(segment));
      if (last === undefined || !joined) words.push(segment);
      else words[words.length - 1] = last + segment;
    }
    return words;
  });
}

/** A word in pieces that fit a line. */
function piecesOf(word: string, measure: Measure, ems: number): string[] {
  if (measure(word.trimEnd()) <= ems) return [word];
  const pieces: string[] = [];
  let piece = '';
  let used = 0;
  for (const { segment: letter } of LETTERS.segment(word)) {
    const width = measure(letter);
    if (piece !== '' && letter !== ' ' && used + width > ems) {
      pieces.push(piece);
      piece = '';
      used = 0;
    }
    piece += letter;
    used += width;
  }
  return [...pieces, piece];
}

/** The same number of lines, the longest of them as short as can be. */
function balance(lines: string[], text: string, measure: Measure): string[] {
  let balanced = lines;
  let long = Math.max(...lines.map(measure));
  let short = Math.min(long, longestWord(text, measure));
  while (long - short > 0.1) {
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

function longestWord(text: string, measure: Measure): number {
  return Math.max(...wordsOf(text).map((word) => measure(word.trimEnd())));
}
