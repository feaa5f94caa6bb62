import { random } from '../bench/corpus.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** A word with one edit: a letter dropped, doubled, changed, or swapped with its neighbour. */
export function misspell(word: string, next: () => number): string {
  const at = Math.floor(next() * (word.length - 1));
  const before = word.slice(0, at);
  const letter = word.charAt(at);
  const after = word.slice(at + 1);
  const other = LETTERS.charAt(Math.floor(next() * LETTERS.length));
  const edits = [
    before + after,
    before + letter + letter + after,
    before + other + after,
    before + word.charAt(at + 1) + letter + word.slice(at + 2),
  ];
  return edits[Math.floor(next() * edits.length)] ?? word;
}

/** Mistyped words with the words they come from: all different from a known word. */
export function misspellings(
  words: readonly string[],
  count: number,
  seed = 5,
): { word: string; typed: string }[] {
  const next = random(seed);
  const known = new Set(words);
  const found: { word: string; typed: string }[] = [];
  while (found.length < count) {
    const word = words[Math.floor(next() * words.length)] ?? '';
    const typed = misspell(word, next);
    if (!known.has(typed)) found.push({ word, typed });
  }
  return found;
}
