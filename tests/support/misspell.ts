import type { Engine } from '../../src/outputs/search/answer.ts';
import { random } from '../bench/corpus.ts';
import type { Texts } from './search.ts';

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

/** Words of a record as its texts write them, and words put together of two of them, with a hyphen or without. */
export function rightWords({ archive, text }: Texts): { words: string[]; compounds: string[] } {
  const all = archive.articles.map((article) => text(article).text.toLowerCase()).join('\n');
  const matching = (form: RegExp) => [...new Set(all.match(form))];
  const pairs = matching(/(?<!\p{L})\p{L}{4,} \p{L}{4,}(?!\p{L})/gu);
  return {
    words: matching(/\p{L}{3,}/gu),
    compounds: [
      ...matching(/\p{L}+(?:-\p{L}+)+/gu),
      ...['', '-', '_'].flatMap((joint) => pairs.map((pair) => pair.replace(' ', joint))),
    ],
  };
}

/** Those of some right words that something else is searched for, or offered; two words apart are the same. */
export async function corrected(words: readonly string[], search: Engine): Promise<string[]> {
  const found: string[] = [];
  for (const text of words) {
    const { instead, offers } = await search.answer(
      { text, chosen: {}, order: 'best' },
      { count: 1 },
    );
    const isSame = instead === undefined || instead.replace(' ', '') === text;
    if (!isSame || offers.length > 0) found.push(`${text}: ${instead ?? offers}`);
  }
  return found;
}
