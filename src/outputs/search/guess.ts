import { oncePer } from '../../lib/once.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Shorter words are not guessed. */
const SHORTEST = 4;
/** One letter of four makes another word, `nope` is not `none`; but one may be left out of five. */
const SHORTEST_MEANT = 5;
/** Words that may be meant, at most. */
const MOST = 3;

/** The words of a group, and which letters each has. */
interface Group {
  words: string[];
  letters: Int32Array;
}

/** The words of each group; a vocabulary is taken apart once. */
const groupsOf = oncePer((vocabulary: Vocabulary): Group[] =>
  vocabulary.map((line) => {
    const words = line.split(' ');
    return { words, letters: Int32Array.from(words, lettersOf) };
  }),
);

/** The letters of a word, each a bit: some share one. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i += 1) bits |= 1 << (word.charCodeAt(i) & 31);
  return bits;
}

/** Whether there are more bits than some. */
function hasMore(bits: number, most: number): boolean {
  let rest = bits;
  for (let i = 0; i < most && rest !== 0; i += 1) rest &= rest - 1;
  return rest !== 0;
}

/** Whether a word can be guessed: it is long enough, and no number. */
export function isGuessable(word: string): boolean {
  return word.length >= SHORTEST && /^\p{L}+$/u.test(word);
}

/** What makes a guess less likely: another edit, one of the rarer kinds, another first letter. */
const COSTS = { edit: 100, rare: 30, first: 20, frequent: 8 };
/** Guesses that cost so much more than the best are none. */
const MARGIN = 40;

/**
 * Words of the record that were probably meant, the likeliest first: the fewest edits, then those that
 * fingers make of themselves, then the same first letter, then the more frequent.
 * @param anyFirst whether the first letter may be another one
 */
export function guesses(vocabulary: Vocabulary, word: string, anyFirst: boolean): string[] {
  const most = word.length < 6 ? 1 : 2;
  const found: { known: string; cost: number }[] = [];
  const own = lettersOf(word);
  for (const [group, { words, letters }] of groupsOf(vocabulary).entries()) {
    for (const [i, known] of words.entries()) {
      const others = letters[i] ?? 0;
      // each letter that only one of them has is an edit
      if (hasMore(own & ~others, most) || hasMore(others & ~own, most)) continue;
      if (known.length < SHORTEST_MEANT || Math.abs(known.length - word.length) > most) continue;
      const isFirst = known[0] === word[0];
      if (!isFirst && !anyFirst) continue;
      const edits = distance(word, known, most);
      if (edits > most) continue;
      const cost =
        edits * COSTS.edit +
        (edits === 1 && isSlip(word, known) ? 0 : COSTS.rare) +
        (isFirst ? 0 : COSTS.first) -
        group * COSTS.frequent;
      found.push({ known, cost });
    }
  }
  found.sort((a, b) => a.cost - b.cost);
  const limit = (found[0]?.cost ?? 0) + MARGIN;
  return found
    .filter(({ cost }) => cost < limit)
    .slice(0, MOST)
    .map(({ known }) => known);
}

/** Whether what was typed has a letter of a word left out, doubled, or swapped with its neighbour. */
export function isSlip(typed: string, known: string): boolean {
  let at = 0;
  while (at < typed.length && typed[at] === known[at]) at += 1;
  if (typed.length < known.length) return typed.slice(at) === known.slice(at + 1);
  const before = typed.slice(at);
  if (typed.length > known.length) {
    return typed[at] === typed[at - 1] && before.slice(1) === known.slice(at);
  }
  return before.charAt(1) + before.charAt(0) + before.slice(2) === known.slice(at);
}

/** The two words that a word is written together from, the likeliest first. */
export function splits(vocabulary: Vocabulary, word: string): [string, string][] {
  const parts = new Set<string>();
  for (let i = 4; i <= word.length - 4; i += 1) parts.add(word.slice(0, i)).add(word.slice(i));
  const known = new Map(
    groupsOf(vocabulary).flatMap(({ words }, group) =>
      words.filter((one) => parts.has(one)).map((one): [string, number] => [one, group]),
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
