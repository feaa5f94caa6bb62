import { CUT, charactersOf, fold, pairsOf, plainNumber } from './script.ts';

/** A word of a text. */
export interface Word {
  /** As the index knows it, with the letters that are the language's own. */
  text: string;
  /** Spelt as it was written, of plain letters alone. */
  spelt: string;
  /** Where it stands among the words; a compound stands where its first part does. */
  at: number;
  /** Where it begins and ends in the text. */
  from: number;
  to: number;
}

/** What joins two words to one: `crypto-assets`, `get_endpoint`, `O’Brien`, `U.S.`, `AT&T`. */
const JOINTS = new Set(['-', '_', '‐', '‑', '’', "'", '.', '&']);

/** A number's percent sign. */
const PERCENT = /[ \u00a0\u202f]?[%٪]/y;

/** Words that are looked up. */
const MOST = 100_000;

/** Cuts texts and queries of a language into words. */
export class Cutter {
  readonly #group: string;
  readonly #spellings: readonly (readonly [RegExp, string])[];
  readonly #read = new Map<string, Pick<Word, 'text' | 'spelt'>>();
  /** The letters of the language's own. */
  readonly #letters: RegExp | undefined;

  /**
   * @param spellings pairs of endings that are spelt in two ways: the first stands for both
   * @param letters those of the language's own, that are no plain ones with an accent
   */
  constructor(locale: string, spellings: readonly string[] = [], letters = '') {
    this.#letters = letters === '' ? undefined : new RegExp(`([${letters}])`, 'u');
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
      if (first && last && first !== last) words.push(this.#joined(text, first, last));
      first = undefined;
      last = undefined;
    };
    for (const match of text.matchAll(CUT)) {
      const [typed, run, number, signed] = match;
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
      const known = this.#known(typed, number, signed);
      if (known.spelt === '') continue;
      const word: Word = { text: known.text, spelt: known.spelt, at, from, to };
      at += 1;
      words.push(word);
      first ??= word;
      last = word;
      const share = number === undefined ? undefined : withPercent(word, text);
      if (share) words.push(share);
    }
    close();
    return words;
  }

  /** A word, a number or a sign as the index knows it: looked up for those that were read before. */
  #known(typed: string, number?: string, signed?: string): Pick<Word, 'text' | 'spelt'> {
    let known = this.#read.get(typed);
    if (known === undefined) {
      const plain = number ? plainNumber(number, this.#group) : signed?.toLowerCase();
      const text = this.spelling(plain ?? this.fold(typed));
      known = { text, spelt: plain ?? fold(typed) };
      if (this.#read.size < MOST) this.#read.set(typed, known);
    }
    return known;
  }

  /** A word as the index knows it: folded, but for the letters that are the language's own. */
  fold(word: string): string {
    if (!this.#letters || /^[a-z]+$/.test(word)) return fold(word);
    const parts = word.normalize('NFC').toLowerCase().split(this.#letters);
    return parts.length === 1
      ? fold(word)
      : parts.map((part, i) => (i % 2 === 1 ? part : fold(part))).join('');
  }

  /** A word with its ending spelt as the index spells it. */
  spelling(word: string): string {
    return this.#spellings.reduce((text, [other, one]) => text.replace(other, one), word);
  }

  /** A compound as one word; a docket number keeps its hyphen, or it would be another number. */
  #joined(text: string, first: Word, last: Word): Word {
    const typed = text.slice(first.from, last.to);
    const isNumber = /^[\d\p{Pd}]+$/u.test(typed);
    const spelt = isNumber ? typed.replace(/\p{Pd}/gu, '-') : fold(typed);
    const own = isNumber ? spelt : this.fold(typed);
    return { text: own, spelt, at: first.at, from: first.from, to: last.to };
  }
}

/** A number and its percent sign as one word, `30%`; undefined where none follows. */
function withPercent(word: Word, text: string): Word | undefined {
  PERCENT.lastIndex = word.to;
  if (!PERCENT.test(text)) return undefined;
  const share = `${word.text}%`;
  return { ...word, text: share, spelt: share, to: PERCENT.lastIndex };
}

/** The words of a run without spaces: each character with the next one, and the last alone. */
function pairs(run: string, from: number, at: number, words: Word[]): number {
  const characters = charactersOf(run);
  const texts = pairsOf(characters);
  let begin = from;
  for (const [i, character] of characters.entries()) {
    const next = characters[i + 1] ?? '';
    const to = begin + character.length + next.length;
    const text = texts[i] ?? '';
    words.push({ text, spelt: text, at: at + i, from: begin, to });
    begin += character.length;
  }
  return at + characters.length;
}
