import type { Vocabulary } from '../../../outputs/search/vocabulary.ts';

/** Shorter words are not guessed. */
const SHORTEST = 4;

/** Whether a word can be guessed: it is long enough, and no number. */
export function isGuessable(word: string): boolean {
  return word.length >= SHORTEST && !/\d/.test(word);
}

/** Whether the record has the word, or one that begins with it. */
export function knows(vocabulary: Vocabulary, word: string): boolean {
  return vocabulary.some((line) => ` ${line}`.includes(` ${word}`));
}

/**
 * The word of the record that was probably meant: the fewest edits, then the same first letter, then
 * the more frequent. Undefined when none is near.
 */
export function correct(vocabulary: Vocabulary, word: string): string | undefined {
  // one letter of four makes another word: `nope` is not `none`
  const most = word.length < 5 ? 0 : word.length < 6 ? 1 : 2;
  let best: string | undefined;
  let bestRank = Number.POSITIVE_INFINITY;
  for (const [group, line] of vocabulary.entries()) {
    for (const known of line.split(' ')) {
      if (Math.abs(known.length - word.length) > most) continue;
      const edits = distance(word, known, most);
      const rank = edits * 100 + (known[0] === word[0] ? 0 : 50) - group;
      if (edits > most || rank >= bestRank) continue;
      best = known;
      bestRank = rank;
    }
  }
  return best;
}

/**
 * Edits between two words: letters added, dropped, changed, or two neighbours swapped (optimal
 * string alignment). Above `most` the number is only known to be larger.
 */
export function distance(a: string, b: string, most: number): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let edits = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        edits = Math.min(edits, (before[j - 2] ?? 0) + 1);
      }
      row.push(edits);
      least = Math.min(least, edits);
    }
    if (least > most) return least;
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}
