/*
 * Geometry of charts: marks only, as SVG path data in a view box. Words stand beside them in HTML.
 * Pure, so that page and feed image draw the same chart.
 */

/** A row of a chart: one number, or one for each series. */
interface Row {
  value: number | number[];
}

/** The rows of a chart by series, each with its number; a chart without series has one, without a name. */
export function seriesOf<Of extends Row>(
  data: readonly Of[],
  names: readonly string[] | undefined,
): { name: string | undefined; data: (Omit<Of, 'value'> & { value: number })[] }[] {
  return (names ?? [undefined]).map((name, i) => ({
    name,
    data: data.map((row) => ({ ...row, value: valuesOf(row)[i] ?? 0 })),
  }));
}

/** The numbers of a row, one for each series. */
export function valuesOf({ value }: Row): number[] {
  return [value].flat();
}

/** Side of the square that a mark stands in. */
const CELL = 10;

/** A count drawn in marks, row by row. */
export interface Tally {
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
 * Draws a count in marks.
 * @param count whole number, 0 or more
 * @param columns marks in a full row
 * @param atLeast whether a broken ring follows: the true count is this or more
 */
export function tally(count: number, columns: number, atLeast = false): Tally {
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

/** A stack of marks, from the ground up; its view box leaves room for the highest stack beside it. */
export function stack(count: number, highest: number): Tally {
  const { rings, slashes } = tally(count, 1);
  const height = Math.max(1, highest) * CELL;
  const lift = (path: string): string =>
    path.replace(
      /M([\d.]+) ([\d.]+)/g,
      (_, x, y) => `M${x} ${round(Number(y) + height - count * CELL)}`,
    );
  return { width: CELL, height, rings: lift(rings), slashes: lift(slashes), open: '' };
}

/** Most marks that a stack may have. */
const HIGHEST_STACK = 12;

/** How many things one mark of a stack stands for, so that the highest stays readable. */
export function stackUnit(highest: number): number {
  const unit = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((u) => highest / u <= HIGHEST_STACK);
  return unit ?? 10 ** Math.ceil(Math.log10(highest / HIGHEST_STACK));
}

/** Seats of a body in ranks, filled column by column: a line after so many of them is a threshold. */
export interface Seats {
  width: number;
  height: number;
  /** Paths of the parts, in their order. */
  parts: Pick<Tally, 'rings' | 'slashes'>[];
  /** Path of the line. */
  line: string;
  /** Where the line is, in hundredths of the width. */
  at: number;
}

/** Seats that a rank has at least while there are fewer than five: in a shorter one each would be a hand wide. */
const FEW = 13;

/**
 * Draws the parts of a body.
 * @param counts seats of each part
 * @param threshold seats before the line; none when undefined
 */
export function seats(counts: readonly number[], threshold?: number): Seats {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const ranks = all > 150 ? 10 : Math.min(5, Math.max(1, Math.floor(all / FEW)));
  const columns = Math.ceil(Math.max(all, threshold ?? 0) / ranks);
  let taken = 0;
  const parts = counts.map((count) => {
    let rings = '';
    let slashes = '';
    for (const end = taken + count; taken < end; taken += 1) {
      const [x, y] = [Math.floor(taken / ranks) * CELL, (taken % ranks) * CELL];
      rings += `M${round(x + 8.3)} ${y + 5}a3.3 3.3 0 1 1 0-.01z`;
      slashes += `M${round(x + 1.6)} ${round(y + 8.4)}l6.8-6.8`;
    }
    return { rings, slashes };
  });
  const [width, height] = [columns * CELL, ranks * CELL];
  const at = threshold ?? 0;
  const [x, y] = [Math.floor(at / ranks) * CELL, (at % ranks) * CELL];
  // a line that falls within a column goes round the seats before it; above them are its words
  const line = y === 0 ? `M${x} 0V${height + 2}` : `M${x + CELL} 0V${y}H${x}V${height + 2}`;
  return {
    width,
    height,
    parts,
    line: threshold === undefined ? '' : line,
    at: round(((y === 0 ? x : x + CELL) / width) * 100),
  };
}

/** A bar from the zero line, in hundredths of the width. */
export interface Bar {
  x: number;
  width: number;
}

/**
 * Bars of a chart, a list for each row, and where their zero line is; negative values go left of it.
 * @param stacked whether each bar of a row begins where the one before it ends
 */
export function bars(
  rows: readonly (readonly number[])[],
  stacked = false,
): { zero: number; rows: Bar[][] } {
  const ends = rows.map((values) => (stacked ? sums(values) : values));
  const low = Math.min(0, ...ends.flat());
  const high = Math.max(0, ...ends.flat());
  const span = high - low || 1;
  const at = (value: number): number => round(((value - low) / span) * 100);
  const zero = at(0);
  return {
    zero,
    rows: ends.map((values) =>
      values.map((end, i) => {
        const from = stacked ? at(values[i - 1] ?? 0) : zero;
        return { x: Math.min(from, at(end)), width: round(Math.abs(at(end) - from)) };
      }),
    ),
  };
}

function sums(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return sum;
  });
}

function round(n: number): number {
  return Math.round(n * 100) / 100;
}
