import type { Vocabulary } from './vocabulary.ts';

/** Shorter words are not guessed. */
const SHORTEST = 4;
/** One letter of four makes another word, `nope` is not `none`; but one may be left out of five. */
const SHORTEST_MEANT = 5;
/** Words that may be meant, at most. */
const MOST = 3;

/** Whether a word can be guessed: it is long enough, and no number. */
export function isGuessable(word: string): boolean {
  return word.length >= SHORTEST && /^\p{L}+$/u.test(word);
}

/**
 * Words of the record that were probably meant, the likeliest first: the fewest edits, then the same
 * first letter, then the more frequent.
 * @param anyFirst whether the first letter may be another one
 */
export function guesses(vocabulary: Vocabulary, word: string, anyFirst: boolean): string[] {
  const most = word.length < 6 ? 1 : 2;
  const found: { known: string; rank: number }[] = [];
  for (const [group, line] of vocabulary.entries()) {
    for (const known of line.split(' ')) {
      if (known.length < SHORTEST_MEANT || Math.abs(known.length - word.length) > most) continue;
      const isFirst = known[0] === word[0];
      if (!isFirst && !anyFirst) continue;
      const edits = distance(word, known, most);
      if (edits <= most) found.push({ known, rank: edits * 100 + (isFirst ? 0 : 50) - group });
    }
  }
  found.sort((a, b) => a.rank - b.rank);
  const limit = (found[0]?.rank ?? 0) + 40;
  return found
    .filter(({ rank }) => rank < limit)
    .slice(0, MOST)
    .map(({ known }) => known);
}

/** The two words that a word is written together from, the likeliest first. */
export function splits(vocabulary: Vocabulary, word: string): [string, string][] {
  const known = new Map(
    vocabulary.flatMap((line, group) =>
      line.split(' ').map((one): [string, number] => [one, group]),
    ),
  );
  const found: { pair: [string, string]; rank: number }[] = [];
  for (let i = 4; i <= word.length - 4; i += 1) {
    const pair: [string, string] = [word.slice(0, i), word.slice(i)];
    const [one, other] = pair.map((part) => known.get(part));
    if (one !== undefined && other !== undefined) found.push({ pair, rank: Math.min(one, other) });
  }
  return found.sort((a, b) => b.rank - a.rank).map(({ pair }) => pair);
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
