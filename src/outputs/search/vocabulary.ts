import { compareText } from '../../lib/text.ts';
import type { SearchRecord } from './record.ts';
import { fold, isUnspaced } from './script.ts';

/** Words by how many entries have them: group `n` holds those in 2ⁿ to 2ⁿ⁺¹−1 entries. */
export type Vocabulary = string[];

/** Shorter words are guessed wrong more often than right. */
const SHORTEST = 4;

/** In how many records each word is. */
export type WordCounts = Map<string, number>;

export function countWords(records: Iterable<SearchRecord>): WordCounts {
  const counts: WordCounts = new Map();
  for (const { html } of records) {
    for (const word of wordsOf(html)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** Every word of some records, for guessing what a mistyped one means. */
export function vocabularyOf(some: Iterable<WordCounts>): Vocabulary {
  const counts: WordCounts = new Map();
  for (const more of some) {
    for (const [word, count] of more) counts.set(word, (counts.get(word) ?? 0) + count);
  }
  const groups: string[][] = [];
  for (const [word, count] of counts) {
    const group = Math.floor(Math.log2(count));
    while (groups.length <= group) groups.push([]);
    groups[group]?.push(word);
  }
  return groups.map((words) => words.sort(compareText).join(' '));
}

function wordsOf(html: string): Set<string> {
  const text = html
    .replace(/<i data-pagefind-(?:filter|sort)[^>]*>[^<]*<\/i>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&[a-z]+;/g, ' ')
    .replace(/(?<=\p{L})['’](?=\p{L})/gu, '');
  const words = new Set<string>();
  for (const part of text.split(/[^\p{L}\p{M}]+/u)) {
    const word = fold(part);
    if (word.length >= SHORTEST && !isUnspaced(word)) words.add(word);
  }
  return words;
}
