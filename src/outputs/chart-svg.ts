import { createHash } from 'node:crypto';
import { bars, coins, lineOf } from '../domain/chart.ts';
import type { InstanceProps } from '../domain/components.ts';
import { escapeXml } from '../lib/xml.ts';
import type { Voice } from '../strings/index.ts';

/*
 * A chart as one picture, for those who get no page: the marks of the page's chart with their words
 * drawn in. The stylesheet cannot reach it, so it carries the paper and the inks of the light scheme.
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

const PAPER = '#e8efdd';
const INK = '#121b15';
const SOFT = '#3f4d43';
const MARK = '#c0282d';
const HAIR = '#a8bb9d';

/** Units of the drawing; a unit is two pixels, for dense screens. */
const WIDTH = 600;
const SCALE = 2;
const EDGE = 24;
const INNER = WIDTH - 2 * EDGE;

/** Draws a chart. */
export function chartImage(chart: Chart, voice: Voice): ChartImage {
  const body = DRAW[chart.type](chart, voice);
  const height = Math.ceil(body.height + 2 * EDGE);
  const size = `width="${WIDTH * SCALE}" height="${height * SCALE}" viewBox="0 0 ${WIDTH} ${height}"`;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size}>`,
    `<rect width="${WIDTH}" height="${height}" fill="${PAPER}"/>`,
    `<rect width="${WIDTH}" height="3" fill="${INK}"/>`,
    `<g transform="translate(${EDGE} ${EDGE})">${body.marks}</g>`,
    '</svg>',
  ].join('');
  const digest = createHash('sha256').update(svg).digest('hex').slice(0, 10);
  return { svg, width: WIDTH * SCALE, height: height * SCALE, digest };
}

interface Drawn {
  marks: string;
  height: number;
}

const DRAW: Readonly<Record<Chart['type'], (chart: Chart, voice: Voice) => Drawn>> = {
  bar: drawBars,
  dot: drawDots,
  line: drawLine,
};

/** Each name over its bar, the number at the right. */
function drawBars({ data, unit = '' }: Chart, voice: Voice): Drawn {
  const geometry = bars(data);
  let y = 0;
  const marks = data.map((datum, i) => {
    const value = voice.amount(datum, unit);
    const lines = wrap(datum.label, INNER - 16 - widthOf(value, 17));
    const bar = geometry.bars[i] ?? { x: 0, width: 0 };
    const words = lines.map((line, n) => text(line, 0, y + 14 + n * 20, NAME)).join('');
    y += lines.length * 20;
    const drawn = [
      words,
      text(value, INNER, y - 6, `${NUMBER} text-anchor="end"`),
      `<rect x="${percent(bar.x)}" y="${y}" width="${percent(bar.width)}" height="14" fill="${MARK}"/>`,
      `<rect x="${percent(geometry.zero)}" y="${y - 2}" width="1" height="18" fill="${INK}"/>`,
    ].join('');
    y += 30;
    return drawn;
  });
  return { marks: marks.join(''), height: y - 14 };
}

/** Each count over its coins. */
function drawDots({ data, mark }: Chart, voice: Voice): Drawn {
  const columns = 31;
  const scale = INNER / (columns * 10);
  let y = 0;
  const marks = data.map(({ label, value, atLeast = false }) => {
    const number = voice.f.number(value) + (atLeast ? '+' : '');
    const indent = widthOf(number, 17) + 6;
    const lines = wrap(label, INNER - indent);
    const words = lines.map((line, n) => text(line, indent, y + 14 + n * 20, NAME)).join('');
    const drawn = coins(value, columns, atLeast);
    const top = y + lines.length * 20 + 2;
    const paths = [
      `<path d="${drawn.rings}"/>`,
      mark === 'struck' ? `<path d="${drawn.slashes}" stroke="${MARK}" stroke-width="1.6"/>` : '',
      drawn.open === '' ? '' : `<path d="${drawn.open}" stroke-dasharray="1.4 1.4"/>`,
    ].join('');
    const group = `<g transform="translate(0 ${top}) scale(${round(scale)})" fill="none" stroke="${INK}" stroke-width="1.2">${paths}</g>`;
    y = top + drawn.height * scale + 14;
    return text(number, 0, top - 8 - (lines.length - 1) * 20, NUMBER) + words + group;
  });
  return { marks: marks.join(''), height: y - 14 };
}

/** How much steeper the picture is than the chart on a page. */
const RISE = 1.6;

/** The line over the numbers and names of its points: of all, or of the first and the last. */
function drawLine({ data, unit = '' }: Chart, voice: Voice): Drawn {
  const line = lineOf(data);
  const height = line.height * RISE;
  const across = INNER / line.width;
  const points = line.points.map(({ x, y }) => ({ x: round(x * across), y: round(y * RISE + 8) }));
  const ground = round(line.zero * RISE + 8);
  const curve = [
    `<path d="M0 ${ground}H${INNER}" stroke="${HAIR}"/>`,
    `<path d="M${points.map(({ x, y }) => `${x} ${y}`).join('L')}" fill="none" stroke="${MARK}" stroke-width="3"/>`,
    ...points.map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="4" fill="${INK}"/>`),
  ].join('');
  const share = INNER / data.length;
  const all = data.length <= 6;
  const named = data
    .map((datum, i) => ({ datum, x: all ? (i + 0.5) * share : i === 0 ? 0 : INNER, i }))
    .filter(({ i }) => all || i === 0 || i === data.length - 1);
  const anchor = (i: number): string => (all ? 'middle' : i === 0 ? 'start' : 'end');
  let depth = 0;
  const words = named.map(({ datum, x, i }) => {
    const lines = wrap(datum.label, all ? share - 10 : INNER / 2 - 10);
    depth = Math.max(depth, lines.length);
    const at = `text-anchor="${anchor(i)}"`;
    return [
      text(voice.amount(datum, unit), x, height + 34, `${NUMBER} ${at}`),
      ...lines.map((words, n) => text(words, x, height + 54 + n * 19, `${NAME} ${at}`)),
    ].join('');
  });
  return { marks: curve + words.join(''), height: height + 40 + depth * 19 };
}

const NAME = `font-family="Newsreader" font-size="16" fill="${SOFT}"`;
const NUMBER = `font-family="Besley SemiBold" font-size="17" fill="${INK}"`;

function text(words: string, x: number, y: number, attributes: string): string {
  return `<text x="${round(x)}" y="${round(y)}" ${attributes}>${escapeXml(words)}</text>`;
}

/** About how wide a text is: faces are not at hand here, and labels need no more. */
function widthOf(words: string, size: number): number {
  let ems = 0;
  for (const char of words) {
    ems += char >= '\u2e80' ? 1 : /[\s.,:;'’il|]/.test(char) ? 0.28 : /\d/.test(char) ? 0.6 : 0.52;
  }
  return ems * size;
}

/** A label in lines that fit a width; a single word is never cut. */
function wrap(label: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of label.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer, 16) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

function percent(hundredths: number): number {
  return round((hundredths * INNER) / 100);
}

function round(n: number): number {
  return Math.round(n * 100) / 100;
}
