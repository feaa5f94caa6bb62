/*
 * Words at the points of a drawing that is as wide as there is room: which stand where. No script
 * decides that in a browser, so it is decided for three widths beforehand.
 */

/** A place for words: in hundredths of the width and rem; `y` is that of the baseline. */
export interface Place {
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
  /** In rem, how far from `x` they stand. */
  dx?: number;
}

/** A straight stroke from one point to the next. */
export type Stroke = readonly [from: Point, to: Point];

interface Point {
  x: number;
  y: number;
}

/** Words that are to be seen, and where they may stand, best first. */
export interface Wanted<Kind> {
  /** The rows, one below another; the places are those of the first. */
  rows: readonly string[];
  kind: Kind;
  places: Place[];
}

/** Words in their place, and at which of {@link WIDTHS} they stand there: a letter for each. */
export interface Placed<Kind> extends Place {
  text: string;
  kind: Kind;
  at: string;
}

/** Least and greatest widths of a drawing, in rem: `a` is one of several, `b` on a phone, `c` in a column. */
const WIDTHS = { a: [8, 15], b: [15, 31], c: [27, 45] } as const;

/** Least distance of words that stand side by side. */
const GAP = 0.3;
/** Least distance of words from a stroke beside them. */
const EDGE = 0.2;
const ABOVE = 0.78;
const BELOW = 0.24;
/** From one row to the next. */
const ROW = 1.15;
/** Half the side of the square that a point takes up. */
const POINT = 0.3;

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/**
 * Places words so that none leaves the drawing or stands on others or on points, the first before all
 * others; those that have no room are left out. Where they can, they stand clear of the strokes too.
 * @param measure width of words, in rem
 * @param points what words may not stand on
 * @param strokes what they stand on only where no other place is free
 */
export function place<Kind>(
  wanted: readonly Wanted<Kind>[],
  measure: (words: string, kind: Kind) => number,
  points: readonly Point[],
  strokes: readonly Stroke[],
): Placed<Kind>[] {
  const placed = new Map<string, Placed<Kind>>();
  for (const [letter, widths] of Object.entries(WIDTHS)) {
    const drawings = widths.map((width) => ({
      width,
      taken: points.map((point) => around(inRem(point, width))),
      strokes: strokes.map(([from, to]): Stroke => [inRem(from, width), inRem(to, width)]),
    }));
    for (const { rows, kind, places } of wanted) {
      const length = Math.max(...rows.map((row) => measure(row, kind)));
      const boxIn = (spot: Place, width: number): Box => boxOf(spot, length, rows.length, width);
      const free = places.filter((spot) =>
        drawings.every(({ width, taken }) => {
          const box = boxIn(spot, width);
          const isWithin = box.left >= -0.01 && box.right <= width + 0.01;
          return isWithin && !taken.some((other) => overlap(box, other));
        }),
      );
      const isClear = (spot: Place): boolean =>
        drawings.every(
          ({ width, strokes }) => !strokes.some((one) => crosses(one, boxIn(spot, width))),
        );
      const best = free.find(isClear) ?? free[0];
      if (!best) continue;
      for (const { width, taken } of drawings) taken.push(boxIn(best, width));
      for (const [i, text] of rows.entries()) {
        const y = best.y + i * ROW;
        const key = [text, best.x, y, best.anchor, best.dx].join(' ');
        const word = placed.get(key) ?? { ...best, y, text, kind, at: '' };
        placed.set(key, { ...word, at: word.at + letter });
      }
    }
  }
  return [...placed.values()];
}

function inRem({ x, y }: Point, width: number): Point {
  return { x: (x / 100) * width, y };
}

function around({ x, y }: Point): Box {
  return { left: x - POINT, right: x + POINT, top: y - POINT, bottom: y + POINT };
}

function boxOf({ x, y, anchor, dx = 0 }: Place, length: number, rows: number, width: number): Box {
  const share = { start: 0, middle: 0.5, end: 1 }[anchor];
  const left = (x / 100) * width + dx - share * length;
  return { left, right: left + length, top: y - ABOVE, bottom: y + (rows - 1) * ROW + BELOW };
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.left < other.right + GAP &&
    other.left < one.right + GAP &&
    one.top < other.bottom &&
    other.top < one.bottom
  );
}

/** Whether a stroke runs through a box or along it: its part between the sides on both axes. */
function crosses([from, to]: Stroke, { left, right, top, bottom }: Box): boolean {
  let [begin, end] = [0, 1];
  for (const [at, step, low, high] of [
    [from.x, to.x - from.x, left - EDGE, right + EDGE],
    [from.y, to.y - from.y, top, bottom],
  ] as const) {
    if (step === 0 && (at <= low || at >= high)) return false;
    if (step === 0) continue;
    const [one, other] = [(low - at) / step, (high - at) / step];
    begin = Math.max(begin, Math.min(one, other));
    end = Math.min(end, Math.max(one, other));
  }
  return begin < end;
}
