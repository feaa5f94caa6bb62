import { compareText } from '../../lib/text.ts';
import { isUnspaced } from './script.ts';

/** Words by how many entries have them: group `n` holds those in 2ⁿ to 2ⁿ⁺¹−1 entries. */
export type Vocabulary = string[];

/** Shorter words are guessed wrong more often than right. */
const SHORTEST = 4;

/** In how many records each word is. */
export type WordCounts = Map<string, number>;

/** Every word of some records, for guessing what a mistyped one means. */
export function vocabularyOf(some: Iterable<WordCounts>): Vocabulary {
  const counts: WordCounts = new Map();
  for (const more of some) {
    for (const [word, count] of more) {
      if (word.length < SHORTEST || /[^\p{L}\p{M}]/u.test(word) || isUnspaced(word)) continue;
      counts.set(word, (counts.get(word) ?? 0) + count);
    }
  }
  const groups: string[][] = [];
  for (const [word, count] of counts) {
    const group = Math.floor(Math.log2(count));
    while (groups.length <= group) groups.push([]);
    groups[group]?.push(word);
  }
  return groups.map((words) => words.sort(compareText).join(' '));
}

/** Letters that a word may share with the one before it: one digit says how many. */
const SHARED = 35;

/** A vocabulary as it is written: of each word, how many letters it shares with the one before, then the others. */
export function packVocabulary(vocabulary: Vocabulary): string[] {
  return vocabulary.map((line) => {
    let before = '';
    const packed = line.split(' ').map((word) => {
      let shared = 0;
      while (shared < SHARED && shared < before.length && word[shared] === before[shared])
        shared += 1;
      before = word;
      return shared.toString(36) + word.slice(shared);
    });
    return packed.join(' ');
  });
}

/** Reads a vocabulary as it was written. */
export function unpackVocabulary(packed: readonly string[]): Vocabulary {
  return packed.map((line) => {
    let before = '';
    const words = line.split(' ').map((word) => {
      before = before.slice(0, Number.parseInt(word.charAt(0), 36) || 0) + word.slice(1);
      return before;
    });
    return words.join(' ');
  });
}
