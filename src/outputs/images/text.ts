import { createRequire } from 'node:module';
import { furtherFontsHave } from '../../content/drawn-fonts.ts';
import { hasRightToLeft, isRightToLeft } from '../../lib/direction.ts';
import { escapeXml } from '../../lib/xml.ts';
import { ALL_FONTS, FONTS, fontsHave } from './fonts.ts';

const require = createRequire(import.meta.url);

/** The font of a line of words. */
export interface Font {
  family: string;
  weight: number;
  /** Added between letters, in ems. */
  tracking?: number;
}

/** Where a line of words stands, in pixels: its baseline's left end, middle or right end. */
export interface Position {
  x: number;
  y: number;
  anchor?: 'start' | 'middle' | 'end';
}

/**
 * A text in characters that fonts have: composed letters, one kind of space (Intl's dates and numbers
 * have others), one kind of hyphen (word processors write one that never breaks).
 */
export function plainText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Whether the fonts have every letter of a text; marks that only direct it need none. */
export function isSettable(text: string): boolean {
  return Array.from(plainText(text)).every(
    (letter) => fontsHave(letter) || /\p{Cf}/u.test(letter) || furtherFontsHave(letter),
  );
}

/**
 * A text as the fonts can set it, without the pictures that none has; undefined when none has one of its
 * letters.
 */
export function settable(text: string): string | undefined {
  const plain = plainText(PICTURE.test(text) ? withoutPictures(text) : text);
  return isSettable(plain) ? plain : undefined;
}

function withoutPictures(text: string): string {
  const signs = Array.from(SIGNS.segment(text), ({ segment }) => segment);
  return signs.filter((sign) => !PICTURE.test(sign) || isSettable(sign)).join('');
}

/** Emoji and other pictures: words say the same without them. */
const PICTURE = /\p{So}/u;
const SIGNS = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Letters of East Asia, each as wide as it is high. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]+/gu;
/** Letters that space between them would tear apart, or that stand close enough. */
const JOINED =
  /[\p{Script=Arabic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

const widths = new Map<string, number>();

/** Width of a line of words, in ems. */
export function widthOf(words: string, { tracking = 0, ...font }: Font): number {
  if (words === '') return 0;
  const wide = words.match(WIDE)?.join('') ?? '';
  if (wide !== '') {
    const others = words.split(WIDE).filter((part) => part !== '');
    return others.reduce((sum, part) => sum + widthOf(part, font), Array.from(wide).length);
  }
  if (JOINED.test(words)) tracking = 0;
  const key = `${font.family} ${font.weight} ${words}`;
  let width = widths.get(key);
  if (width === undefined) {
    // ink is measured: between bars, space beside it counts. A letter that the family lacks puts
    // the whole line into another, its bars too
    const [long, short] = /^[ -~]*$/.test(words)
      ? [`|${words}|`, '||']
      : [`|${words}|${words}|`, `|${words}||`];
    width = inkWidth(long, font) - inkWidth(short, font);
    widths.set(key, width);
  }
  return width + tracking * (Array.from(words).length - 1);
}

/** The fonts that words need: those of other scripts only where these lack a letter. */
function fontsFor(words: string): typeof FONTS {
  const letters = Array.from(words);
  const isHere = letters.length < 2 || letters.every(fontsHave);
  return isHere ? FONTS : ALL_FONTS;
}

/** Width of what a line of words draws, in ems. */
function inkWidth(words: string, font: Font): number {
  // loaded with the first words: most builds measure none
  const { Resvg } = require('@resvg/resvg-js') as typeof import('@resvg/resvg-js');
  const line = drawText(words, { x: 0, y: 0 }, { ...font, size: 100, fill: '#000' });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg">${line}</svg>`;
  return (new Resvg(svg, { font: fontsFor(words) }).getBBox()?.width ?? 0) / 100;
}

/** Draws a line of words as SVG; `size` is in pixels. */
export function drawText(
  words: string,
  { x, y, anchor = 'start' }: Position,
  { family, weight, tracking = 0, size, fill }: Font & { size: number; fill: string },
  runsRightToLeft = isRightToLeft(words),
): string {
  const spacing =
    tracking === 0 || JOINED.test(words) ? '' : ` letter-spacing="${round(tracking * size)}"`;
  const align = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  const font = `font-family="${family}" font-weight="${weight}" font-size="${size}"`;
  // resvg reads every line as one from left to right: isolated (UAX 9), words have their own order
  const content = escapeXml(runsRightToLeft ? `\u2067${words}\u2069` : words);
  return `<text x="${round(x)}" y="${round(y)}" ${font} fill="${fill}"${spacing}${align}>${content}</text>`;
}

/** The same in a drawing that is mirrored: words stay readable, at the other side of their place. */
export function drawMirrored(
  words: string,
  { x, y, anchor = 'start' }: Position,
  font: Font & { size: number; fill: string },
): string {
  const other = { start: 'end', middle: 'middle', end: 'start' } as const;
  const written = drawText(words, { x, y, anchor: other[anchor] }, font, hasRightToLeft(words));
  return `<g transform="translate(${round(2 * x)} 0) scale(-1 1)">${written}</g>`;
}

/** To hundredths: as exact as a drawing need be. */
export function round(n: number): number {
  return Math.round(n * 100) / 100;
}
