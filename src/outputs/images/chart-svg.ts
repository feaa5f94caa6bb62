import { createHash } from 'node:crypto';
import type { Voice } from '../../i18n/index.ts';
import { bars, coins, type Datum, lineOf } from '../../lib/chart.ts';
import type { InstanceProps } from '../../record/components.ts';
import type { Inks } from '../../record/inks.ts';
import { DISPLAY, TEXT } from './fonts.ts';
import { fillLines, fitsWhole } from './lines.ts';
import { drawText, type Font, type Position, plainText, round, settable, widthOf } from './text.ts';

/*
 * A chart as one picture, where there is no page: the marks of the page's chart with their words
 * drawn in. The stylesheet cannot reach it, so it is drawn in the inks of the light scheme.
 */

type Chart = Pick<InstanceProps['Chart'], 'type' | 'data' | 'unit' | 'mark'>;

/** A drawn chart; sizes are pixels of its PNG. */
export interface ChartImage {
  svg: string;
  width: number;
  height: number;
  /** Of everything that it draws. */
  digest: string;
}

/**
 * Raise it when the same SVG makes another picture: other fonts, say. It is part of the addresses of
 * charts, and what they lead to is kept for a year.
 */
const LOOK = 2;

/** Units of the drawing; a unit is two pixels, for dense screens. */
const WIDTH = 600;
const SCALE = 2;
const EDGE = 24;
const INNER = WIDTH - 2 * EDGE;

/** What a chart is drawn with. */
interface Tools {
  voice: Voice;
  inks: Inks;
}

/** Draws a chart; undefined when it has a letter that no font has, as no sign may be lost. */
export function chartImage(chart: Chart, voice: Voice, inks: Inks): ChartImage | undefined {
  const { data, unit = '' } = chart;
  const words = data.flatMap((datum) => [datum.label, voice.amount(datum, unit)]);
  if (words.some((text) => settable(text) === undefined)) return undefined;
  const body = DRAW[chart.type](chart, { voice, inks });
  const height = Math.ceil(body.height + 2 * EDGE);
  const size = `width="${WIDTH * SCALE}" height="${height * SCALE}" viewBox="0 0 ${WIDTH} ${height}"`;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size}>`,
    `<rect width="${WIDTH}" height="${height}" fill="${inks.paper}"/>`,
    `<rect width="${WIDTH}" height="3" fill="${inks.ink}"/>`,
    `<g transform="translate(${EDGE} ${EDGE})">${body.marks}</g>`,
    '</svg>',
  ].join('');
  const digest = createHash('sha256').update(`${LOOK} ${svg}`).digest('hex').slice(0, 10);
  return { svg, width: WIDTH * SCALE, height: height * SCALE, digest };
}

/** How words of a chart are set: their font, their size in units of the drawing, their ink. */
interface Style extends Font {
  size: number;
  ink: keyof Inks;
}

const NAME: Style = { family: TEXT, weight: 400, size: 16, ink: 'soft' };
const NUMBER: Style = { family: DISPLAY, weight: 600, size: 17, ink: 'ink' };

interface Drawn {
  marks: string;
  height: number;
}

const DRAW: Readonly<Record<Chart['type'], (chart: Chart, tools: Tools) => Drawn>> = {
  bar: drawBars,
  dot: drawDots,
  line: drawLine,
};

/** Distance of the lines of a name. */
const ROW = 20;

/** Each name over its bar, the number at the right. */
function drawBars({ data, unit = '' }: Chart, { voice, inks }: Tools): Drawn {
  const geometry = bars(data);
  let y = 0;
  const marks = data.map((datum, i) => {
    const values = linesOf(voice.amount(datum, unit), NUMBER, INNER / 2);
    const taken = Math.max(...values.map((value) => widthIn(NUMBER, value)));
    const names = linesOf(datum.label, NAME, INNER - 16 - taken);
    const bar = geometry.bars[i] ?? { x: 0, width: 0 };
    y += Math.max(names.length, values.length) * ROW;
    const foot = y - 6;
    const above = (lines: readonly string[], n: number): number =>
      foot - (lines.length - 1 - n) * ROW;
    const drawn = [
      ...names.map((line, n) => setLine(line, NAME, { x: 0, y: above(names, n) }, inks)),
      ...values.map((line, n) =>
        setLine(line, NUMBER, { x: INNER, y: above(values, n), anchor: 'end' }, inks),
      ),
      `<rect x="${percent(bar.x)}" y="${y}" width="${percent(bar.width)}" height="14" fill="${inks.line}"/>`,
      `<rect x="${percent(geometry.zero)}" y="${y - 2}" width="1" height="18" fill="${inks.ink}"/>`,
    ].join('');
    y += 30;
    return drawn;
  });
  return { marks: marks.join(''), height: y - 14 };
}

/** Each count over its coins. */
function drawDots({ data, mark }: Chart, { voice, inks }: Tools): Drawn {
  const columns = 31;
  const scale = INNER / (columns * 10);
  let y = 0;
  const marks = data.map((datum) => {
    const number = voice.amount(datum, '');
    const indent = widthIn(NUMBER, number) + 6;
    const lines = linesOf(datum.label, NAME, INNER - indent);
    const drawn = coins(datum.value, columns, datum.atLeast);
    const top = y + lines.length * ROW + 2;
    const paths = [
      `<path d="${drawn.rings}"/>`,
      mark === 'struck'
        ? `<path d="${drawn.slashes}" stroke="${inks.line}" stroke-width="1.6"/>`
        : '',
      drawn.open === '' ? '' : `<path d="${drawn.open}" stroke-dasharray="1.4 1.4"/>`,
    ].join('');
    const words = [
      setLine(number, NUMBER, { x: 0, y: y + 14 }, inks),
      ...lines.map((line, n) => setLine(line, NAME, { x: indent, y: y + 14 + n * ROW }, inks)),
      `<g transform="translate(0 ${top}) scale(${round(scale)})" fill="none" stroke="${inks.ink}" stroke-width="1.2">${paths}</g>`,
    ];
    y = top + drawn.height * scale + 14;
    return words.join('');
  });
  return { marks: marks.join(''), height: y - 14 };
}

/** How much steeper the picture is than the chart on a page. */
const RISE = 1.6;
/** More points than this are not all named, as on the page. */
const NAMED = 6;
/** Least distance of words that stand side by side. */
const GAP = 10;

/** The line over the numbers and names of its points: of all, or of the first and the last. */
function drawLine({ data, unit = '' }: Chart, { voice, inks }: Tools): Drawn {
  const line = lineOf(data);
  const height = line.height * RISE;
  const across = INNER / line.width;
  const points = line.points.map(({ x, y }) => ({ x: round(x * across), y: round(y * RISE + 8) }));
  const ground = round(line.zero * RISE + 8);
  const curve = [
    `<path d="M0 ${ground}H${INNER}" stroke="${inks.rule}"/>`,
    `<path d="M${points.map(({ x, y }) => `${x} ${y}`).join('L')}" fill="none" stroke="${inks.line}" stroke-width="3"/>`,
    ...points.map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="4" fill="${inks.ink}"/>`),
  ].join('');
  const amount = (datum: Datum): string => voice.amount(datum, unit);
  const columns = columnsOf(data, amount).map((column) => ({
    ...column,
    numbers: linesOf(amount(column.datum), NUMBER, column.width),
    names: linesOf(column.datum.label, NAME, column.width),
  }));
  const foot = height + 34 + (Math.max(...columns.map(({ numbers }) => numbers.length)) - 1) * ROW;
  const words = columns.flatMap(({ numbers, names, ...at }) => [
    ...numbers.map((words, n) => setLine(words, NUMBER, { ...at, y: height + 34 + n * ROW }, inks)),
    ...names.map((words, n) => setLine(words, NAME, { ...at, y: foot + ROW + n * 19 }, inks)),
  ]);
  const depth = Math.max(...columns.map(({ names }) => names.length));
  return { marks: curve + words.join(''), height: foot + 6 + depth * 19 };
}

/** Where words stand below a line. */
interface Column {
  datum: Datum;
  x: number;
  anchor: 'start' | 'middle' | 'end';
  width: number;
}

/** A column under each point, where the words of all have room; else one under either end. */
function columnsOf(data: readonly Datum[], amount: (datum: Datum) => string): Column[] {
  const share = INNER / data.length;
  const width = share - GAP;
  const fits = (datum: Datum): boolean =>
    widthIn(NUMBER, amount(datum)) <= width &&
    fitsWhole(plainText(datum.label), (words) => widthIn(NAME, words), width);
  if (data.length <= NAMED && data.every(fits)) {
    return data.map((datum, i) => ({ datum, x: (i + 0.5) * share, anchor: 'middle', width }));
  }
  const half = INNER / 2 - GAP;
  const [first, last] = [data[0], data.length > 1 ? data.at(-1) : undefined];
  return [
    ...(first ? [{ datum: first, x: 0, anchor: 'start' as const, width: half }] : []),
    ...(last ? [{ datum: last, x: INNER, anchor: 'end' as const, width: half }] : []),
  ];
}

function percent(hundredths: number): number {
  return round((hundredths * INNER) / 100);
}

/** Width of a line of words, in units of the drawing. */
function widthIn(style: Style, words: string): number {
  return widthOf(plainText(words), style) * style.size;
}

/** A text in lines that fit a width; only a word that is longer than a line is broken. */
function linesOf(text: string, style: Style, width: number): string[] {
  return fillLines(plainText(text), (words) => widthIn(style, words), width);
}

function setLine(words: string, { ink, ...font }: Style, at: Position, inks: Inks): string {
  return drawText(plainText(words), at, { ...font, fill: inks[ink] });
}
