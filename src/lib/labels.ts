/*
 * Words at the points of a drawing that is as wide as there is room: which stand where. No script
 * decides that in a browser, so it is decided for three widths beforehand.
 */

/** A place for words: in hundredths of the width and rem; `y` is that of the baseline. */
export interface Place {
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
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

/** Least widths of a drawing, in rem: `a` is one of several, `b` that of a phone, `c` that of a column. */
const WIDTHS = { a: 8, b: 15, c: 27 } as const;

/** Least distance of words that stand side by side. */
const GAP = 0.3;
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
 * others; those that have no room are left out.
 * @param measure width of words, in rem
 * @param points what words may not stand on
 */
export function place<Kind>(
  wanted: readonly Wanted<Kind>[],
  measure: (words: string, kind: Kind) => number,
  points: readonly { x: number; y: number }[],
): Placed<Kind>[] {
  const placed = new Map<string, Placed<Kind>>();
  for (const [letter, width] of Object.entries(WIDTHS)) {
    const taken = points.map(({ x, y }) => around((x / 100) * width, y));
    for (const { rows, kind, places } of wanted) {
      const length = Math.max(...rows.map((row) => measure(row, kind)));
      const boxIn = (spot: Place): Box => boxOf(spot, length, rows.length, width);
      const free = places.find((spot) => {
        const box = boxIn(spot);
        const isWithin = box.left >= -0.01 && box.right <= width + 0.01;
        return isWithin && !taken.some((other) => overlap(box, other));
      });
      if (!free) continue;
      taken.push(boxIn(free));
      for (const [i, text] of rows.entries()) {
        const y = free.y + i * ROW;
        const key = [text, free.x, y, free.anchor].join(' ');
        const word = placed.get(key) ?? { ...free, y, text, kind, at: '' };
        placed.set(key, { ...word, at: word.at + letter });
      }
    }
  }
  return [...placed.values()];
}

function around(x: number, y: number): Box {
  return { left: x - POINT, right: x + POINT, top: y - POINT, bottom: y + POINT };
}

function boxOf({ x, y, anchor }: Place, length: number, rows: number, width: number): Box {
  const share = { start: 0, middle: 0.5, end: 1 }[anchor];
  const left = (x / 100) * width - share * length;
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
