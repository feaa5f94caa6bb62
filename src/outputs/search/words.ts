import { CUT, charactersOf, fold, plainNumber } from './script.ts';

/** A word of a text. */
export interface Word {
  /** As the index knows it. */
  text: string;
  /** The same, spelt as it was written. */
  spelt: string;
  /** Where it stands among the words; a compound stands where its first part does. */
  at: number;
  /** Where it begins and ends in the text. */
  from: number;
  to: number;
}

/** What joins two words to one: `crypto-assets`, `get_endpoint`, `O’Brien`, `U.S.`, `AT&T`. */
const JOINTS = new Set(['-', '_', '‐', '‑', '’', "'", '.', '&']);
/** Punctuation is no word, and a sentence's end keeps words apart no more than a comma. */

/** Cuts texts and queries of a language into words. */
export class Cutter {
  readonly #group: string;
  readonly #spellings: readonly (readonly [RegExp, string])[];
  readonly #spelt = new Map<string, string>();

  /** @param spellings pairs of endings that are spelt in two ways: the first stands for both */
  constructor(locale: string, spellings: readonly string[] = []) {
    const parts = new Intl.NumberFormat(locale).formatToParts(1_234_567);
    this.#group = parts.find(({ type }) => type === 'group')?.value ?? ',';
    this.#spellings = spellings.map((pair) => {
      const [one = '', other = ''] = pair.split(' ');
      return [new RegExp(`(?<=\\p{L}{3})${other}$`, 'u'), one] as const;
    });
  }

  /** The words of a text, in order. */
  cut(text: string): Word[] {
    const words: Word[] = [];
    let at = 0;
    /** The first word of the compound that is being read, and where it ends. */
    let first: Word | undefined;
    let last: Word | undefined;
    const close = () => {
      if (first && last && first !== last) words.push(joined(text, first, last));
      first = undefined;
      last = undefined;
    };
    for (const match of text.matchAll(CUT)) {
      const { run, number, signed } = match.groups ?? {};
      const [typed] = match;
      const from = match.index;
      const to = from + typed.length;
      const isJoined = last && last.to + 1 === from && JOINTS.has(text.charAt(last.to));
      // what an apostrophe adds to a word is no word
      if (isJoined && typed === 's' && /['’]/.test(text.charAt(from - 1))) continue;
      if (!isJoined) close();
      if (run !== undefined) {
        close();
        at = pairs(run, from, at, words);
        continue;
      }
      const spelt = number
        ? plainNumber(number, this.#group)
        : signed
          ? signed.toLowerCase()
          : fold(typed);
      if (spelt === '') continue;
      const word: Word = { text: this.spelling(spelt), spelt, at, from, to };
      at += 1;
      words.push(word);
      first ??= word;
      last = word;
    }
    close();
    return words;
  }

  /** A word with its ending spelt as the index spells it. */
  spelling(word: string): string {
    let spelt = this.#spelt.get(word);
    if (spelt === undefined) {
      spelt = this.#spellings.reduce((text, [other, one]) => text.replace(other, one), word);
      this.#spelt.set(word, spelt);
    }
    return spelt;
  }
}

/** A compound as one word; a docket number keeps its hyphen, or it would be another number. */
function joined(text: string, first: Word, last: Word): Word {
  const typed = text.slice(first.from, last.to);
  const isNumber = /^[\d\p{Pd}]+$/u.test(typed);
  const word = isNumber ? typed.replace(/\p{Pd}/gu, '-') : fold(typed);
  return { text: word, spelt: word, at: first.at, from: first.from, to: last.to };
}

/** The words of a run without spaces: each character with the next one, and the last alone. */
function pairs(run: string, from: number, at: number, words: Word[]): number {
  const characters = charactersOf(run);
  let begin = from;
  for (const [i, character] of characters.entries()) {
    const next = characters[i + 1] ?? '';
    const to = begin + character.length + next.length;
    const text = fold(character + next);
    words.push({ text, spelt: text, at: at + i, from: begin, to });
    begin += character.length;
  }
  return at + characters.length;
}
