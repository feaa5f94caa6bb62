/*
 * How much room type takes, near enough to choose a size before it is set: the widths are those of
 * Besley at its boldest, to a twentieth of an em.
 */

const WIDTHS: readonly (readonly [letters: string, width: number])[] = [
  [" ',.:;{|}’‘", 0.3],
  ['ijl![]', 0.37],
  ['`tf-', 0.43],
  ['"()/I\\“”', 0.5],
  ['137<=>?^_crsz', 0.57],
  ['45689eo', 0.6],
  ['#*02Jagvxy', 0.65],
  ['$Sbdhkpqu~', 0.7],
  ['FLPn–', 0.75],
  ['BETZ', 0.8],
  ['CDOQRY', 0.85],
  ['&AGKNUVXwHæœ', 0.92],
  ['mM@%Æ…—', 1.1],
  ['WŒ', 1.25],
];
/** Any other letter: as wide as a wide one. */
const OTHER = 0.92;

const widths = new Map(
  WIDTHS.flatMap(([letters, width]) => [...letters].map((letter) => [letter, width] as const)),
);

/** Headlines are set this much tighter than the face, in ems a letter. */
const TIGHTER = 0.03;

/** Width of a text set in one line, in ems. */
export function typeWidth(text: string): number {
  // an accent takes no room of its own
  const letters = [...text.normalize('NFD').replace(/\p{M}/gu, '')];
  return letters.reduce((width, letter) => width + (widths.get(letter) ?? OTHER) - TIGHTER, 0);
}

/**
 * The largest type in which a text fits an area, set in as many lines as that takes.
 * @param measure width of the area in pixels
 * @param height of the area in pixels
 * @param largest size wanted, in pixels
 * @param spare lines to have beside those that the text should take
 */
export function fitType(
  text: string,
  measure: number,
  height: number,
  largest: number,
  spare = 0,
): { lines: number; size: number } {
  const sizeIn = (lines: number) => Math.min(largest, Math.floor(height / lines / LEADING));
  let lines = Math.max(1, Math.floor(height / largest / LEADING));
  while (sizeIn(lines) >= SMALLEST && linesNeeded(text, measure / sizeIn(lines)) > lines) {
    lines += 1;
  }
  return { lines: lines + spare, size: sizeIn(lines + spare) };
}

/** Lines stand this many times their size apart. */
const LEADING = 1.1;
/** Below this nobody reads a card. */
const SMALLEST = 28;

/** Lines that a text takes, filled word by word. */
function linesNeeded(text: string, ems: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    const width = typeWidth(word);
    if (used > 0 && used + SPACE + width > ems) {
      lines += 1;
      used = 0;
    }
    // a word longer than the line is broken
    lines += Math.max(0, Math.ceil(width / ems) - 1);
    used += (used > 0 ? SPACE : 0) + (width % ems);
  }
  return lines;
}

const SPACE = typeWidth(' ');
