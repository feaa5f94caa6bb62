/*
 * Geometry of charts: marks only, as SVG path data in a view box. Words stand beside them in HTML.
 * Pure, so that page and feed image draw the same chart.
 */

/** A measured thing of a chart. */
export interface Datum {
  label: string;
  value: number;
  /** The true count is at least this. */
  atLeast?: boolean | undefined;
}

/** Side of the square that a coin stands in. */
const CELL = 10;

/** Coins drawn to count, row by row. */
export interface Coins {
  width: number;
  height: number;
  /** Path of the rings. */
  rings: string;
  /** Path of the strokes through them. */
  slashes: string;
  /** Path of the broken ring that stands for "or more"; empty without one. */
  open: string;
}

/**
 * Draws a count as coins.
 * @param count whole number, 0 or more
 * @param columns coins in a full row
 * @param atLeast whether a broken ring follows: the true count is this or more
 */
export function coins(count: number, columns: number, atLeast = false): Coins {
  const drawn = count + (atLeast ? 1 : 0);
  const rows = Math.max(1, Math.ceil(drawn / columns));
  let rings = '';
  let slashes = '';
  for (let row = 0; row * columns < count; row += 1) {
    const n = Math.min(columns, count - row * columns);
    rings += `M8.3 ${row * CELL + 5}${repeat('a3.3 3.3 0 1 1 0-.01z', 'm10 0', n)}`;
    slashes += `M1.6 ${row * CELL + 8.4}${repeat('l6.8-6.8', 'm3.2 6.8', n)}`;
  }
  const x = (count % columns) * CELL + 8.3;
  const y = Math.floor(count / columns) * CELL + 5;
  const open = atLeast ? `M${round(x)} ${y}a3.3 3.3 0 1 1 0-.01z` : '';
  return { width: columns * CELL, height: rows * CELL, rings, slashes, open };
}

function repeat(mark: string, step: string, n: number): string {
  return Array.from({ length: n }, () => mark).join(step);
}

/** A stack of coins, from the ground up; its view box leaves room for the highest stack beside it. */
export function stack(count: number, highest: number): Coins {
  const { rings, slashes } = coins(count, 1);
  const height = Math.max(1, highest) * CELL;
  const lift = (path: string): string =>
    path.replace(
      /M([\d.]+) ([\d.]+)/g,
      (_, x, y) => `M${x} ${round(Number(y) + height - count * CELL)}`,
    );
  return { width: CELL, height, rings: lift(rings), slashes: lift(slashes), open: '' };
}

/** Most coins that a stack may have. */
const HIGHEST_STACK = 12;

/** How many things one coin of a stack stands for, so that the highest stays readable. */
export function stackUnit(highest: number): number {
  const unit = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((u) => highest / u <= HIGHEST_STACK);
  return unit ?? 10 ** Math.ceil(Math.log10(highest / HIGHEST_STACK));
}

/** A bar from the zero line, in hundredths of the width. */
export interface Bar {
  x: number;
  width: number;
}

/** Bars of a chart, and where their zero line is; negative values go left of it. */
export function bars(data: readonly Datum[]): { zero: number; bars: Bar[] } {
  const values = data.map(({ value }) => value);
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const span = high - low || 1;
  const at = (value: number): number => round(((value - low) / span) * 100);
  const zero = at(0);
  return {
    zero,
    bars: values.map((value) => ({
      x: Math.min(zero, at(value)),
      width: round(Math.abs(at(value) - zero)),
    })),
  };
}

/** A line through its points: each stands in the middle of an equal share of the width. */
export interface Line {
  width: number;
  height: number;
  /** Path of the line. */
  line: string;
  points: { x: number; y: number }[];
  /** Path of the points: strokes without length, to be drawn with round ends. */
  dots: string;
  /** Height of the zero line. */
  zero: number;
}

const LINE = { width: 600, height: 100 };

/** Draws values in order. Zero is always on the chart: a rise looks as large as it is. */
export function lineOf(data: readonly Datum[]): Line {
  const values = data.map(({ value }) => value);
  const low = Math.min(0, ...values);
  // where nothing is above or below zero, its line is the ground
  const high = Math.max(0, ...values) || (low < 0 ? 0 : 1);
  const span = high - low;
  const y = (value: number): number => round(((high - value) / span) * LINE.height);
  const points = values.map((value, i) => ({
    x: round(((i + 0.5) / values.length) * LINE.width),
    y: y(value),
  }));
  return {
    ...LINE,
    points,
    line: `M${points.map((point) => `${point.x} ${point.y}`).join('L')}`,
    dots: points.map((point) => `M${point.x} ${point.y}h.01`).join(''),
    zero: y(0),
  };
}

function round(n: number): number {
  return Math.round(n * 100) / 100;
}
