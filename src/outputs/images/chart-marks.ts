import { curvesOf } from '../../i18n/curves.ts';
import type { Voice } from '../../i18n/index.ts';
import { bars, seats, seriesOf, tally, valuesOf } from '../../lib/chart.ts';
import type { Kind } from '../../lib/curve.ts';
import type { Drawn, Mark } from '../../record/components.ts';
import type { Inks } from '../../record/palette.ts';

import { DISPLAY, TEXT } from './fonts.ts';
import { fillLines } from './lines.ts';
import {
  drawMirrored,
  drawText,
  type Font,
  type Position,
  plainText,
  round,
  widthOf,
} from './text.ts';

/* Marks and words of the charts of feeds, in units of the drawing. */

/** Width of the marks. */
export const INNER = 552;

/** The inks; where a language runs from right to left, all but lines over time is mirrored. */
export interface Look extends Inks {
  isMirrored: boolean;
}

/** What a chart is drawn with. */
interface Tools {
  voice: Voice;
  inks: Look;
}

/** How words of a chart are set: their font, their size in units of the drawing, their ink. */
interface Style extends Font {
  size: number;
  ink: keyof Inks;
}

const NAME: Style = { family: TEXT, weight: 400, size: 16, ink: 'soft' };
const NUMBER: Style = { family: DISPLAY, weight: 600, size: 17, ink: 'ink' };

interface Marks {
  marks: string;
  height: number;
}

const DRAW: Readonly<Record<Drawn['type'], (chart: Drawn, tools: Tools) => Marks>> = {
  bar: drawBars,
  dot: drawDots,
  line: drawLines,
  step: drawLines,
  seats: drawSeats,
};

/** Draws what is between the edges of a chart's picture. */
export function drawMarks(chart: Drawn, tools: Tools): Marks {
  return DRAW[chart.type](chart, tools);
}

/** Distance of the lines of a name. */
const ROW = 20;

/** Inks of the bars of a row, in the order of the series. */
const BARS: readonly { fill: keyof Inks; edge: boolean }[] = [
  { fill: 'ink', edge: false },
  { fill: 'line', edge: false },
  { fill: 'paper', edge: true },
  { fill: 'rule', edge: true },
];

function barOf(x: number, y: number, width: number, n: number, inks: Look): string {
  const { fill, edge } = BARS[n % BARS.length] as (typeof BARS)[number];
  const stroke = edge ? ` stroke="${inks.ink}"` : '';
  return `<rect x="${x}" y="${y}" width="${width}" height="14" fill="${inks[fill]}"${stroke}/>`;
}

/** Each name over its bars, the numbers at the right; the series named above all. */
function drawBars(chart: Drawn, { voice, inks }: Tools): Marks {
  const { data, series = [], stacked = false, unit = '' } = chart;
  const geometry = bars(data.map(valuesOf), stacked);
  const key = drawKey(series, (n, x, y) => barOf(x, y - 12, 14, n, inks), inks);
  let y = key.height;
  const marks = data.map((row, i) => {
    const numbers = valuesOf(row)
      .map((value) => voice.amount({ ...row, value }, unit))
      .join(' \u00b7 ');
    const values = linesOf(numbers, NUMBER, INNER / 2);
    const taken = Math.max(...values.map((value) => widthIn(NUMBER, value)));
    const names = linesOf(voice.label(row.label), NAME, INNER - 16 - taken);
    y += Math.max(names.length, values.length) * ROW;
    const foot = y - 6;
    const above = (lines: readonly string[], n: number): number =>
      foot - (lines.length - 1 - n) * ROW;
    const words = [
      ...names.map((line, n) => setLine(line, NAME, { x: 0, y: above(names, n) }, inks)),
      ...values.map((line, n) =>
        setLine(line, NUMBER, { x: INNER, y: above(values, n), anchor: 'end' }, inks),
      ),
    ];
    const drawn = (geometry.rows[i] ?? []).map(({ x, width }, n) =>
      barOf(percent(x), y + (stacked ? 0 : n * 16), percent(width), n, inks),
    );
    const depth = stacked ? 14 : drawn.length * 16 - 2;
    const axis = `<rect x="${percent(geometry.zero)}" y="${y - 2}" width="1" height="${depth + 4}" fill="${inks.ink}"/>`;
    y += depth + 16;
    return [...words, ...drawn, axis].join('');
  });
  return { marks: key.marks + marks.join(''), height: y - 14 };
}

/** Names with a mark before each, side by side where there is room. */
function drawKey(
  names: readonly string[],
  mark: (n: number, x: number, y: number) => string,
  inks: Look,
): Marks {
  if (names.length === 0) return { marks: '', height: 0 };
  let [x, y] = [0, 14];
  const marks = names.map((name, n) => {
    const lines = linesOf(name, NAME, INNER - 20);
    const width = Math.max(...lines.map((line) => widthIn(NAME, line))) + 20;
    if (x > 0 && x + width > INNER) [x, y] = [0, y + ROW];
    const at = { x: x + 20, y };
    const words = lines.map((line, i) => setLine(line, NAME, { ...at, y: at.y + i * ROW }, inks));
    const drawn = mark(n, round(x), y) + words.join('');
    x += width + 24;
    if (lines.length > 1) [x, y] = [0, y + lines.length * ROW];
    return drawn;
  });
  return { marks: marks.join(''), height: y + 14 };
}

/** Marks of a form: filled, open, broken or struck through. */
function formOf(
  { rings, slashes }: { rings: string; slashes: string },
  mark: Mark,
  inks: Look,
): string {
  const form = { solid: ` fill="${inks.ink}"`, dashed: DASHED, ring: '', struck: '' }[mark];
  const slash = `<path d="${slashes}" stroke="${inks.line}" stroke-width="1.6"/>`;
  return `<path d="${rings}"${form}/>${mark === 'struck' ? slash : ''}`;
}

const DASHED = ' stroke-dasharray="1.4 1.4"';

/** Marks in units of their own, scaled. */
function scaled(
  marks: string,
  { x = 0, y, scale }: { x?: number; y: number; scale: number },
  inks: Look,
): string {
  return `<g transform="translate(${x} ${round(y)}) scale(${round(scale)})" fill="none" stroke="${inks.ink}" stroke-width="1.2">${marks}</g>`;
}

/** Each count over its marks. */
function drawDots(chart: Drawn, { voice, inks }: Tools): Marks {
  const columns = 31;
  const scale = INNER / (columns * 10);
  let y = 0;
  const marks = only(chart).map(({ label, mark = chart.mark ?? 'ring', ...datum }) => {
    const number = voice.amount(datum, '');
    const indent = widthIn(NUMBER, number) + 6;
    const lines = linesOf(voice.label(label), NAME, INNER - indent);
    const drawn = tally(datum.value, columns, datum.atLeast);
    const top = y + lines.length * ROW + 2;
    const open = drawn.open === '' ? '' : `<path d="${drawn.open}"${DASHED}/>`;
    const words = [
      setLine(number, NUMBER, { x: 0, y: y + 14 }, inks),
      ...lines.map((line, n) => setLine(line, NAME, { x: indent, y: y + 14 + n * ROW }, inks)),
      scaled(formOf(drawn, mark, inks) + open, { y: top, scale }, inks),
    ];
    y = top + drawn.height * scale + 14;
    return words.join('');
  });
  return { marks: marks.join(''), height: y - 14 };
}

/** The parts of a body: each named, then all of their seats. */
function drawSeats(chart: Drawn, { voice, inks }: Tools): Marks {
  const parts = only(chart).map(({ mark = chart.mark ?? 'ring', ...part }) => ({ ...part, mark }));
  const names = parts.map((part) => `${voice.amount(part, '')} ${voice.label(part.label)}`);
  const one = tally(1, 1);
  const markOf = (n: number, x: number, y: number) =>
    scaled(formOf(one, parts[n]?.mark ?? 'ring', inks), { x, y: y - 12, scale: 1.4 }, inks);
  const key = drawKey(names, markOf, inks);
  const { threshold } = chart;
  const drawn = seats(
    parts.map(({ value }) => value),
    threshold?.at,
  );
  // a body whose parts have no seats has nothing to draw
  const scale = drawn.width === 0 ? 1 : INNER / drawn.width;
  const over = threshold ? linesOf(threshold.label, NAME, INNER / 2) : [];
  const top = key.height + over.length * ROW + 8;
  const marks = drawn.parts.map((part, i) => formOf(part, parts[i]?.mark ?? 'ring', inks)).join('');
  const at: Position = { x: percent(drawn.at), y: 0, anchor: drawn.at > 50 ? 'end' : 'start' };
  return {
    marks: [
      key.marks,
      ...over.map((line, n) => setLine(line, NAME, { ...at, y: key.height + 10 + n * ROW }, inks)),
      scaled(marks, { y: top, scale }, inks),
      threshold
        ? scaled(
            `<path d="${drawn.line}" stroke="${inks.line}" stroke-width="${round(3 / scale)}"/>`,
            { y: top, scale },
            inks,
          )
        : '',
    ].join(''),
    height: top + drawn.height * scale + 4,
  };
}

/** Units of the drawing to a rem of the page's chart. */
const REM = 19;

const WORDS: Readonly<Record<Kind, Style>> = {
  value: NUMBER,
  name: NAME,
  scale: NAME,
};

/** Lines with their words: one below the other. */
function drawLines(chart: Drawn, { voice, inks }: Tools): Marks {
  const measure = (words: string, kind: Kind) => widthIn(WORDS[kind], words) / REM;
  let y = 0;
  const marks = curvesOf(chart, voice, measure).map(({ name, curve }) => {
    const title = name === undefined ? [] : linesOf(name, NAME, INNER);
    const top = y + title.length * ROW;
    y = top + curve.height * REM + (name === undefined ? 0 : 14);
    const seen = curve.words.filter(({ at }) => at.includes('c'));
    const words = seen.map(({ text, kind, x, y, anchor, dx = 0 }) =>
      setLine(text, WORDS[kind], { x: percent(x) + dx * REM, y: top + y * REM, anchor }, inks),
    );
    const path = (d: string, width: number, ink: string) =>
      `<path d="${inUnits(d, top)}" fill="none" stroke="${ink}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
    return [
      ...title.map((line, n) =>
        setLine(line, NAME, { x: 0, y: top - (title.length - 1 - n) * ROW - 6 }, inks),
      ),
      path(curve.grid.map((at) => `M0 ${at}H100`).join(''), 1, inks.rule),
      path(`M0 ${curve.zero}H100${curve.ticks}`, 1, inks.ink),
      path(curve.line, 3, inks.line),
      path(curve.dots, 9, inks.ink),
      `<g stroke="${inks.paper}" stroke-width="5" stroke-linejoin="round" paint-order="stroke">${words.join('')}</g>`,
    ].join('');
  });
  return { marks: marks.join(''), height: y };
}

/** The rows of a chart without series. */
function only({ data }: Drawn) {
  return seriesOf(data, undefined)[0]?.data ?? [];
}

/** A path in hundredths of the width and rem, in units of the drawing. */
function inUnits(path: string, top: number): string {
  return path.replace(
    /([MLHVhv])([\d.]+)(?: ([\d.]+))?/g,
    (_, command: string, a: string, b?: string) => {
      const [first, second] = [Number(a), Number(b)];
      switch (command) {
        case 'H':
          return `H${percent(first)}`;
        case 'V':
          return `V${round(top + first * REM)}`;
        case 'v':
          return `v${round(first * REM)}`;
        case 'h':
          return 'h.01';
        default:
          return `${command}${percent(first)} ${round(top + second * REM)}`;
      }
    },
  );
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

function setLine(words: string, { ink, ...font }: Style, at: Position, look: Look): string {
  const draw = look.isMirrored ? drawMirrored : drawText;
  return draw(plainText(words), at, { ...font, fill: look[ink] });
}
