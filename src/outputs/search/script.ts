/** A character of a script that writes words without spaces between them. */
const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]`;
const BETWEEN = new RegExp(
  `(?<=${UNSPACED})(?=[\\p{L}\\p{N}])|(?<=[\\p{L}\\p{N}])(?=${UNSPACED})`,
  'gu',
);
const SPACED = new RegExp(
  `(?<=${UNSPACED}) (?=${UNSPACED}|\\p{N})|(?<=\\p{N}) (?=${UNSPACED})`,
  'gu',
);
const HAS = new RegExp(UNSPACED, 'u');

/**
 * Chinese and Japanese with a space between characters, so that each is a word of the one English
 * index and a name is found as a phrase. Korean has spaces of its own.
 */
export function spaced(text: string): string {
  return text.replace(BETWEEN, ' ');
}

/** The opposite of {@link spaced}, as people read it; beside letters a space may be the writer's own. */
export function unspaced(text: string): string {
  return text.replace(SPACED, '');
}

/** Whether a text has characters that {@link spaced} takes apart. */
export function isUnspaced(text: string): boolean {
  return HAS.test(text);
}

/** A word as the index knows it: lower case, without marks and punctuation. */
export function fold(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
