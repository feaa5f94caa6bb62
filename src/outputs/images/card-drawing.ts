import type { Typeface } from '../../lib/type.ts';
import type { Inks } from '../../record/inks.ts';
import { fillLines, fitType, type Measure, measureIn } from './card-type.ts';

/** Size of a social card in pixels, as Open Graph wants it. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

/** What a social card says, in words that its type can set. */
export interface CardContent {
  /** Nameplate. */
  name: string;
  /** Host of the site. */
  host: string;
  /** Lines of the stamp: filed, when, under which number. Empty on the publication's own card. */
  stamp: string[];
  headline: string;
  figure?: { value: string; label: string };
}

/** The faces of a card. */
export interface CardFaces {
  bold: Typeface;
  medium: Typeface;
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

/** What a card is drawn with. */
interface Tools {
  faces: CardFaces;
  inks: Inks;
}

/**
 * Draws a card as SVG: the margin line with the name across it, the stamp left of it, the headline
 * on ledger rules, the figure with an accountant's double rule.
 */
export function drawCard(card: CardContent, faces: CardFaces, inks: Inks): string {
  const tools = { faces, inks };
  const [height, largest] = card.figure ? [FIGURE_HEAD - HEAD, 98] : [FOOT - HEAD, 120];
  return sheet(inks, [
    rule(0, CARD_SIZE.width, 102, 2, inks.rule),
    headline(card.headline, { top: HEAD, height, largest }, tools),
    card.figure ? figure(card.figure, tools) : '',
    doubleRule(inks),
    card.stamp.length > 0 ? stamp(card.stamp, tools) : '',
    masthead(card, tools),
  ]);
}

/** Draws the publication's own card: the name as large as on its first page. */
export function drawSiteCard(card: CardContent, faces: CardFaces, inks: Inks): string {
  const tools = { faces, inks };
  const size = Math.min(176, plateSize(card.name, faces));
  const under = 316;
  const area = { top: under + 22, height: FOOT - under - 32, largest: 60 };
  return sheet(inks, [
    rule(0, CARD_SIZE.width, under, 2, inks.rule),
    headline(card.headline, area, tools),
    doubleRule(inks),
    nameplate(card.name, size, 270 - BELOW * size, tools),
    host(card.host === card.name ? '' : card.host, 78, tools),
  ]);
}

/** The paper, and over everything the double rule of a ledger: the first letter becomes a currency sign. */
function sheet({ paper, line }: Inks, marks: string[]): string {
  const { width, height } = CARD_SIZE;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    box(0, 0, width, height, paper),
    ...marks,
    ...[LINE - 4, LINE + 2].map((left) => box(left, 0, 2, height, line)),
    '</svg>',
  ].join('');
}

/**
 * A headline on the lines of a ledger: the page is ruled whether or not there is a word on each. The
 * last line is left to what follows.
 */
function headline(
  text: string,
  { top, height, largest }: { top: number; height: number; largest: number },
  { faces, inks }: Tools,
): string {
  const tracking = -0.03;
  const measure = measureIn(faces.bold, tracking);
  const { lines, rows, size } = fitType(text, measure, { width: MEASURE, height, largest });
  const pitch = height / rows;
  const rules = Array.from({ length: rows - 1 }, (_, i) =>
    rule(TEXT, RIGHT, Math.round(top + (i + 1) * pitch - 0.045 * size), 2, inks.rule),
  );
  const words = lines.map((line, i) => {
    const y = top + (i + 0.5) * pitch + (0.5 - BELOW) * size;
    return faces.bold.draw(line, { x: TEXT - 2, y, size, tracking, fill: inks.ink });
  });
  return [...rules, ...words].join('');
}

/** From a line's baseline to the foot of its box, which is as high as its type, in ems. */
const BELOW = 0.0875;

/** The figure, and its label of at most two lines; both stand on one line. */
function figure(
  { value, label }: { value: string; label: string },
  { faces, inks }: Tools,
): string {
  const tracking = -0.05;
  const width = faces.bold.width(value, tracking);
  const size = Math.min(120, Math.floor((MEASURE * 0.6) / width));
  const small = 34;
  const left = TEXT - 4;
  const right = left + width * size + 22;
  const y = FOOT - 14 - BELOW * size;
  const lines = clamp(label, 2, measureIn(faces.medium), (RIGHT - right) / small);
  return [
    rule(TEXT, RIGHT, FIGURE_HEAD, 2, inks.ink),
    faces.bold.draw(value, { x: left, y, size, tracking, fill: inks.ink }),
    ...lines.map((line, i) =>
      faces.medium.draw(line, {
        x: right,
        y: y - (lines.length - 1 - i) * small,
        size: small,
        fill: inks.ink,
      }),
    ),
  ].join('');
}

/** A text in a number of lines; what does not fit is left out, and said to be. */
function clamp(text: string, most: number, measure: Measure, ems: number): string[] {
  const lines = fillLines(text, measure, ems);
  if (lines.length <= most) return lines;
  let last = lines[most - 1] ?? '';
  while (last !== '' && measure(`${last}…`) > ems) last = last.slice(0, -1).trimEnd();
  return [...lines.slice(0, most - 1), `${last}…`];
}

/** The stamp: its lines in a double frame, struck a little askew. */
function stamp(text: readonly string[], { faces, inks }: Tools): string {
  const lines = text.map((words) => {
    const main = /\d{4}/.test(words);
    const tracking = main ? 0.02 : 0.07;
    const capitals = words.toUpperCase();
    const width = faces.bold.width(capitals, tracking);
    const size = Math.min(main ? 19 : 16, Math.floor(STAMP.most / width));
    return { capitals, tracking, size, width: width * size };
  });
  const width = Math.max(...lines.map((line) => line.width)) + 2 * STAMP.side;
  const height = lines.reduce((sum, { size }) => sum + STAMP.leading * size, 2 * STAMP.side);
  const [middle, top] = [(LINE - 6) / 2, 138];
  let y = top + STAMP.side - 1;
  const words = lines.map(({ capitals, tracking, size }) => {
    y += STAMP.leading * size;
    const foot = y - (STAMP.leading / 2 - 0.5 + BELOW) * size;
    const fill = inks.red;
    return faces.bold.draw(capitals, {
      x: middle,
      y: foot,
      anchor: 'middle',
      size,
      tracking,
      fill,
    });
  });
  return [
    `<g transform="rotate(-2 ${middle} ${top + height / 2})">`,
    frame(middle, top, width, height, 2, inks.red),
    frame(middle, top + 5, width - 10, height - 10, 3, inks.red),
    ...words,
    '</g>',
  ].join('');
}

/** Widest line of a stamp and room at each side, in pixels; distance of its lines, in ems. */
const STAMP = { most: 112, side: 17, leading: 1.4 } as const;

/** A frame whose outer edge begins at `top` and has `middle` in its middle. */
function frame(
  middle: number,
  top: number,
  width: number,
  height: number,
  thickness: number,
  colour: string,
): string {
  const [x, y] = [middle - width / 2 + thickness / 2, top + thickness / 2];
  return `<rect x="${x}" y="${y}" width="${width - thickness}" height="${height - thickness}" fill="none" stroke="${colour}" stroke-width="${thickness}"/>`;
}

/** The name, its first letter across the margin line. */
function nameplate(name: string, size: number, y: number, { faces, inks }: Tools): string {
  const x = LINE - size * FIRST_LETTER;
  return faces.bold.draw(name, { x, y, size, tracking: PLATE, fill: inks.ink });
}

const PLATE = -0.035;
/** From the left edge of a capital to its middle, in ems, as in the masthead. */
const FIRST_LETTER = 0.414;

/** The name, and the host right of it where there is room. */
function masthead(card: CardContent, tools: Tools): string {
  const { faces } = tools;
  const size = Math.min(52, plateSize(card.name, faces));
  const baseline = 78;
  const right = LINE + plateWidth(card.name, faces) * size;
  const room = right + 40 + faces.medium.width(card.host) * HOST < RIGHT && card.host !== card.name;
  return (
    nameplate(card.name, size, baseline, tools) + (room ? host(card.host, baseline, tools) : '')
  );
}

/** The largest size at which a name ends where the text does. */
function plateSize(name: string, faces: CardFaces): number {
  return Math.floor((RIGHT - LINE) / plateWidth(name, faces));
}

/** Width of a name right of the margin line, in ems; one narrow letter may not even reach it. */
function plateWidth(name: string, { bold }: CardFaces): number {
  return Math.max(FIRST_LETTER, bold.width(name, PLATE) - FIRST_LETTER);
}

/** Size of the host's name in pixels. */
const HOST = 24;

function host(name: string, y: number, { faces, inks }: Tools): string {
  return faces.medium.draw(name, { x: RIGHT, y, anchor: 'end', size: HOST, fill: inks.soft });
}

function doubleRule({ ink }: Inks): string {
  return rule(TEXT, RIGHT, FOOT, 3, ink) + rule(TEXT, RIGHT, FOOT + 6, 3, ink);
}

function rule(left: number, right: number, top: number, thickness: number, colour: string): string {
  return box(left, top, right - left, thickness, colour);
}

function box(x: number, y: number, width: number, height: number, colour: string): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${colour}"/>`;
}
