/** The letters in which English counts. */
const LATIN = 'abcdefghijklmnopqrstuvwxyz';

/**
 * A number in letters: 1 is `a`, 26 is `z`, 27 is `aa`.
 * @param letters those of another language, in its order
 */
export function letterOf(n: number, letters = LATIN): string {
  const known = [...letters];
  let text = '';
  for (let rest = n; rest > 0; rest = Math.floor((rest - 1) / known.length)) {
    text = known[(rest - 1) % known.length] + text;
  }
  return text;
}

/** Letters that count in English, `b` or `B`, as those of another language in their place. */
export function lettersIn(counted: string, letters: string): string {
  const known = [...letters];
  return counted.replace(/[a-z]/gi, (letter) => {
    const own = known[LATIN.indexOf(letter.toLowerCase())] ?? letter;
    return letter < 'a' ? own.toUpperCase() : own;
  });
}
