import { hasRightToLeft, isRightToLeft } from '../../lib/direction.ts';
import type { Inks } from '../../record/palette.ts';
import { DISPLAY } from './fonts.ts';
import { clampLines, fitText } from './lines.ts';
import { drawMirrored, drawText, type Font, widthOf } from './text.ts';

/** Size of a social card in pixels, as Open Graph wants it. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

/** What a social card says, in words that its fonts can set. */
export interface CardContent {
  /** Nameplate. */
  name: string;
  /** Host of the site. */
  host: string;
  /** Lines of the stamp: filed, when, under which number. The publication's own card has none. */
  stamp?: string[];
  /** Whether those lines stand without a frame. */
  isPlain?: true;
  /** Whether its language runs from right to left. */
  isRightToLeft?: true;
  headline: string;
  figure?: { value: string; label: string };
}

/** Middle of the margin line; text begins right of it, and ends before the edge. */
const LINE = 206;
const TEXT = 236;
const RIGHT = CARD_SIZE.width - 56;
const MEASURE = RIGHT - TEXT;

/** Where the headline begins, where the figure begins, and where both end: from the top, in pixels. */
const HEAD = 122;
const FIGURE_HEAD = 450;
const FOOT = 588;
/** Between a headline's last line and the rule of the figure, which no letter may cross. */
const CLEAR = 16;

/** From a line's baseline to the foot of its box, which is as high as its type, in ems. */
const BELOW = 0.0875;

const BOLD: Font = { family: DISPLAY, weight: 700 };
const MEDIUM: Font = { family: DISPLAY, weight: 500 };
const HEADLINE: Font = { ...BOLD, tracking: -0.03 };
const FIGURE: Font = { ...BOLD, tracking: -0.05 };
const NAMEPLATE: Font = { ...BOLD, tracking: -0.035 };
/** Size of the figure's label, and of the host's name, in pixels. */
const LABEL_SIZE = 34;
const HOST_SIZE = 24;
/** From the left edge of the name's first letter to its middle, in ems, as in the masthead. */
const FIRST_LETTER = 0.414;

/**
 * Draws a card as SVG: the margin line with the name across it, the stamp left of it, the headline
 * on ledger rules, the figure with an accountant's double rule. On the publication's own card the
 * name is as large as on its first page.
 */
export function drawCard(content: CardContent, inks: Inks): string {
  const { name, host, stamp, headline, figure, isPlain } = content;
  const { width, height } = CARD_SIZE;
  // what is read from right to left begins there: all is drawn in a mirror, but for the words themselves
  const isMirrored = content.isRightToLeft ? hasRightToLeft(headline) : isRightToLeft(headline);
  const write: Write = isMirrored ? drawMirrored : drawText;
  const shownHost = host === name ? '' : host;
  const ownSize = Math.min(176, nameSize(name));
  const area = figure
    ? { top: HEAD, height: FIGURE_HEAD - HEAD - CLEAR, largest: 98 }
    : { top: HEAD, height: FOOT - HEAD, largest: 120 };
  const marks = stamp
    ? [
        rule(0, width, 102, 2, inks.rule),
        drawHeadline(headline, area, inks, write),
        figure ? drawFigure(figure, inks, write) : '',
        drawStamp(stamp, !isPlain, inks, write),
        drawMasthead(name, shownHost, inks, write),
      ]
    : [
        rule(0, width, 316, 2, inks.rule),
        drawHeadline(headline, { top: 338, height: FOOT - 348, largest: 60 }, inks, write),
        drawName(name, ownSize, 270 - BELOW * ownSize, inks, write),
        drawHost(shownHost, inks, write),
      ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    box(0, 0, width, height, inks.paper),
    isMirrored ? `<g transform="translate(${width} 0) scale(-1 1)">` : '',
    ...marks,
    rule(TEXT, RIGHT, FOOT, 3, inks.ink),
    rule(TEXT, RIGHT, FOOT + 6, 3, inks.ink),
    // over everything: with the margin line across it, the first letter becomes a currency sign
    box(LINE - 4, 0, 2, height, inks.line),
    box(LINE + 2, 0, 2, height, inks.line),
    isMirrored ? '</g>' : '',
    '</svg>',
  ].join('');
}

type Write = typeof drawText;

/**
 * A headline on the lines of a ledger: the page is ruled whether or not there is a word on each. The
 * last line is left to what follows.
 */
function drawHeadline(
  text: string,
  { top, height, largest }: { top: number; height: number; largest: number },
  inks: Inks,
  write: Write,
): string {
  const measure = (words: string): number => widthOf(words, HEADLINE);
  const { lines, rows, size } = fitText(text, measure, { width: MEASURE, height, largest });
  const pitch = height / rows;
  const rules = Array.from({ length: rows - 1 }, (_, i) =>
    rule(TEXT, RIGHT, Math.round(top + (i + 1) * pitch - 0.045 * size), 2, inks.rule),
  );
  const words = lines.map((line, i) => {
    const y = top + (i + 0.5) * pitch + (0.5 - BELOW) * size;
    return write(line, { x: TEXT - 2, y }, { ...HEADLINE, size, fill: inks.ink });
  });
  return [...rules, ...words].join('');
}

/** The figure, and its label of at most two lines; both stand on one line. */
function drawFigure(
  { value, label }: { value: string; label: string },
  { ink }: Inks,
  write: Write,
): string {
  const width = widthOf(value, FIGURE);
  const size = Math.min(120, Math.floor((MEASURE * 0.6) / width));
  const left = TEXT - 4;
  const right = left + width * size + 22;
  const y = FOOT - 14 - BELOW * size;
  const measure = (words: string): number => widthOf(words, MEDIUM);
  const lines = clampLines(label, 2, measure, (RIGHT - right) / LABEL_SIZE);
  return [
    rule(TEXT, RIGHT, FIGURE_HEAD, 2, ink),
    write(value, { x: left, y }, { ...FIGURE, size, fill: ink }),
    ...lines.map((line, i) => {
      const at = { x: right, y: y - (lines.length - 1 - i) * LABEL_SIZE };
      return write(line, at, { ...MEDIUM, size: LABEL_SIZE, fill: ink });
    }),
  ].join('');
}

/** Widest line of a stamp and room at each side, in pixels; distance of its lines, in ems. */
const STAMP = { most: 112, side: 17, leading: 1.4 } as const;

/** The stamp: its lines in a double frame, struck a little askew; or the lines alone. */
function drawStamp(
  text: readonly string[],
  isFramed: boolean,
  { red }: Inks,
  write: Write,
): string {
  const lines = text.map((line) => {
    const words = line.toUpperCase();
    const [largest, tracking] = /\d{4}/.test(words) ? [19, 0.02] : [16, 0.07];
    const font = { ...BOLD, tracking };
    const size = Math.min(largest, Math.floor(STAMP.most / widthOf(words, font)));
    return { words, font, size, width: widthOf(words, font) * size };
  });
  const width = Math.max(...lines.map((line) => line.width)) + 2 * STAMP.side;
  const height = lines.reduce((sum, { size }) => sum + STAMP.leading * size, 2 * STAMP.side);
  const [middle, top] = [(LINE - 6) / 2, 138];
  let y = top + STAMP.side - 1;
  const words = lines.map(({ words, font, size }) => {
    y += STAMP.leading * size;
    const foot = y - (STAMP.leading / 2 - 0.5 + BELOW) * size;
    return write(words, { x: middle, y: foot, anchor: 'middle' }, { ...font, size, fill: red });
  });
  const frame = (inset: number, thickness: number): string => {
    const edge = inset + thickness / 2;
    const [x, y] = [middle - width / 2 + edge, top + edge];
    return `<rect x="${x}" y="${y}" width="${width - 2 * edge}" height="${height - 2 * edge}" fill="none" stroke="${red}" stroke-width="${thickness}"/>`;
  };
  if (!isFramed) return words.join('');
  const turn = `rotate(-2 ${middle} ${top + height / 2})`;
  return `<g transform="${turn}">${frame(0, 2)}${frame(5, 3)}${words.join('')}</g>`;
}

/** The name, and the host right of it where there is room. */
function drawMasthead(name: string, host: string, inks: Inks, write: Write): string {
  const size = Math.min(52, nameSize(name));
  const right = LINE + nameWidth(name) * size;
  const hasRoom = right + 40 + widthOf(host, MEDIUM) * HOST_SIZE < RIGHT;
  return drawName(name, size, 78, inks, write) + (hasRoom ? drawHost(host, inks, write) : '');
}

/** The name, its first letter across the margin line. */
function drawName(name: string, size: number, y: number, { ink }: Inks, write: Write): string {
  const at = { x: LINE - size * FIRST_LETTER, y };
  return write(name, at, { ...NAMEPLATE, size, fill: ink });
}

/** The largest size at which a name ends where the text does. */
function nameSize(name: string): number {
  return Math.floor((RIGHT - LINE) / nameWidth(name));
}

/** Width of a name right of the margin line, in ems; one narrow letter may not even reach it. */
function nameWidth(name: string): number {
  return Math.max(FIRST_LETTER, widthOf(name, NAMEPLATE) - FIRST_LETTER);
}

function drawHost(host: string, { soft }: Inks, write: Write): string {
  const at = { x: RIGHT, y: 78, anchor: 'end' as const };
  return write(host, at, { ...MEDIUM, size: HOST_SIZE, fill: soft });
}

function rule(left: number, right: number, top: number, thickness: number, colour: string): string {
  return box(left, top, right - left, thickness, colour);
}

function box(x: number, y: number, width: number, height: number, colour: string): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${colour}"/>`;
}
