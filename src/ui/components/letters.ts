/*
 * How much room words need by their letters: what is too long for the design's size is set smaller.
 */

/** Class of a nameplate of more letters than the design's eleven. */
export function plateClass(name: string): string | undefined {
  const letters = count(name);
  if (letters <= 11) return undefined;
  return letters <= 16 ? 'n16' : letters <= 24 ? 'n24' : 'n60';
}

/** How much room a figure needs: short (up to three letters), mid (five) or long. */
export function figureSize(value: string): 'short' | 'mid' | 'long' {
  const letters = count(value);
  return letters <= 3 ? 'short' : letters <= 5 ? 'mid' : 'long';
}

/** Whether a text has more letters than `most`. */
export function isLong(text: string, most: number): boolean {
  return count(text) > most;
}

/** Letters of a text; those of East Asia are as wide as two. */
function count(text: string): number {
  return [...text].reduce((sum, letter) => sum + (WIDE.test(letter) ? 2 : 1), 0);
}

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFFEF]/u;

/** About how wide a line of words is, in sizes of its letters: rather too wide than too narrow. */
export function widthOf(words: string): number {
  return [...words].reduce((sum, letter) => sum + (/[\u2E80-\uFFFF]/.test(letter) ? 1 : 0.62), 0);
}
