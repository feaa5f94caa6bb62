import { escapeXml } from '../../lib/xml.ts';
import type { Inks } from '../../record/inks.ts';
import { fillLines, plainType } from './card-type.ts';

/*
 * The words of a drawn chart: what they are set in, how wide that is, where it is broken. Faces are
 * not at hand where feeds are made, so their measures stand here. (Tests hold all of it to the faces.)
 */

/** How words of a chart are set. */
export interface Style {
  /** As the artist of charts knows it. */
  family: string;
  /** In units of the drawing. */
  size: number;
  /** The ink. */
  fill: keyof Inks;
  /** Widths of the characters from the space to the tilde, in hundredths of an em. */
  widths: readonly number[];
}

export const NAME: Style = {
  family: 'Newsreader',
  size: 16,
  fill: 'soft',
  widths: numbers(`
    23 27 36 57 57 79 72 20 29 29 44 52 24 36 23 41 57 57 57 57 57 57 57 57 57 57 26 27 52 52 52 45
    90 72 65 71 77 64 60 76 80 34 45 73 61 98 78 78 61 78 65 56 67 77 70 97 72 69 64 33 41 33 52 41
    50 46 55 44 56 47 35 50 57 28 25 55 27 84 58 53 57 55 40 39 35 54 53 75 51 53 44 33 26 33 52`),
};

export const NUMBER: Style = {
  family: 'Besley SemiBold',
  size: 17,
  fill: 'ink',
  widths: numbers(`
    30 35 44 66 68 106 89 23 47 47 64 53 29 46 27 52 62 55 62 56 58 56 59 55 57 59 24 26 56 56 56 57
    109 89 78 83 86 79 75 90 93 46 63 91 75 109 90 86 73 86 83 70 79 87 89 122 89 82 78 35 52 35 55 56
    40 60 67 57 67 58 42 63 69 37 33 67 35 98 71 60 67 66 54 53 40 70 61 89 63 65 56 31 30 30 69`),
};

function numbers(text: string): number[] {
  return text.trim().split(/\s+/).map(Number);
}

/** No letter without a width of its own is wider, in hundredths of an em. */
const WIDEST = 135;

/** The characters that the faces of charts have between them. */
const SETTABLE =
  /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u0131\u0134-\u0148\u014a-\u017e\u018f\u0192\u01a0\u01a1\u01af\u01b0\u01fa-\u021b\u0237\u0259\u1e80-\u1e85\u1e9e\u1ea0-\u1ef9\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020\u2022\u2026\u2032\u2033\u2039\u203a\u20a1\u20a3\u20a4\u20a6\u20a7\u20a9\u20ab-\u20ad\u20b1\u20b2\u20b5\u20b9\u20ba\u20bc\u20bd\u2122\u2212]*$/u;

/** Whether a chart can show a text: there is no system font to fall back on. */
export function isSettable(text: string): boolean {
  return SETTABLE.test(plainType(text));
}

/** The caron, which stands beside some of its letters, and how far it reaches. */
const CARON = { mark: '\u030c', width: 21 };

/** How wide a text is, in units of the drawing: hardly ever narrower than it is set. */
export function widthOf(text: string, { size, widths }: Style): number {
  let sum = 0;
  for (const letter of plainType(text).normalize('NFD')) {
    if (letter === CARON.mark) sum += CARON.width;
    else if (!/\p{M}/u.test(letter)) sum += widths[letter.charCodeAt(0) - 0x20] ?? WIDEST;
  }
  return (sum / 100) * size;
}

/** A text in lines that fit a width; only a word that is longer than a line is cut. */
export function linesOf(text: string, style: Style, width: number): string[] {
  return fillLines(plainType(text), (words) => widthOf(words, style), width);
}

/** Whether a text fits a width with every word whole. */
export function hasRoom(text: string, style: Style, width: number): boolean {
  return plainType(text)
    .split(' ')
    .every((word) => widthOf(word, style) <= width);
}

/** A line of words in a drawing. */
export function setLine(
  words: string,
  { family, size, fill }: Style,
  { x, y, anchor = 'start' }: { x: number; y: number; anchor?: 'start' | 'middle' | 'end' },
  inks: Inks,
): string {
  const at = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  const place = `x="${round(x)}" y="${round(y)}"`;
  return `<text ${place} font-family="${family}" font-size="${size}" fill="${inks[fill]}"${at}>${escapeXml(words)}</text>`;
}

/** To hundredths: as exact as a drawing need be. */
export function round(n: number): number {
  return Math.round(n * 100) / 100;
}
