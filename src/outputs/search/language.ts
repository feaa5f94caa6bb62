import type { SearchTerms } from '../../i18n/language.ts';
import { oncePer } from '../../lib/once.ts';
import { SHORTEST } from './compounds.ts';
import { Dates } from './dates.ts';
import { charactersOf, fold, isUnspaced, LETTER } from './script.ts';
import { Cutter, type Word } from './words.ts';

/** What the search knows of the language of a publication, as data: part of the manifest. */
export type TermsOfLanguage = SearchTerms & {
  locale: string;
  /** Letters that are its own, not plain ones with an accent; absent where it has none. */
  letters?: string;
  /** What is typed in place of one of them, and it: `ae ä`. */
  pairs?: readonly string[];
};

/** What every whole date has: the number of a day or month near that of a year. */
const HAS_DATE =
  /(?<!\d)\d{1,2}(?!\d).{1,30}?(?<!\d)\d{4}(?!\d)|(?<!\d)\d{4}(?!\d).{1,3}(?<!\d)\d{1,2}(?!\d)/;
const YEAR = String.raw`(?:1[5-9]|20)\d{2}`;
/** The last of a range in short, `2017-19`; a smaller number is a month. */
const SHORT_YEAR = String.raw`(?<=[-‐‑–])(?:1[3-9]|[2-9]\d)`;
/** Letters that two forms of a word have in common, at least. */
const STEM = 3;

/** A piece of a word of Katakana, as dictionaries cut those that they lack. */
const PIECE = /^[\p{Script=Katakana}ー]{1,3}$/u;
/** A piece that is surely no word. */
const NO_WORD = /^(?:.$|[ーァィゥェォッャュョ])/u;

/** Words with those of Katakana put together again that no dictionary has: `スク`, `リ`, `プ`, `ト`. */
function withoutPieces(cut: readonly string[]): string[] {
  const words: string[] = [];
  let pieces: string[] = [];
  const close = () => {
    words.push(...(pieces.some((one) => NO_WORD.test(one)) ? [pieces.join('')] : pieces));
    pieces = [];
  };
  for (const one of cut) {
    if (PIECE.test(one)) pieces.push(one);
    else {
      close();
      words.push(one);
    }
  }
  close();
  return words;
}

/** Kana between and after characters, which many leave out: `取り消し`, `取消`. Also what begins within it. */
const KANA_WITHIN =
  /(?=(\p{Script=Han}\p{Script=Hiragana}{1,2}\p{Script=Han})(\p{Script=Hiragana}{0,2}))/gu;
const KANA = /\p{Script=Hiragana}/gu;
const HAS_KANA = /[ぁ-ん]/;

/** A word of characters with kana, without these; undefined where it is none, or has too few characters. */
export function withoutKana(word: string): string | undefined {
  const plain = /^\p{Script=Han}[\p{Script=Han}\p{Script=Hiragana}]*$/u.test(word)
    ? word.replace(KANA, '')
    : word;
  return plain !== word && charactersOf(plain).length > 1 ? plain : undefined;
}

type Two = [string, string];

function two(pair: string): Two {
  const [one = '', other = ''] = pair.split(' ');
  return [one, other];
}

/** A language made ready to take texts and queries apart and to compare words. */
export class QueryLanguage {
  readonly dates: Dates;
  readonly cutter: Cutter;
  /** What may end the first part of a compound; undefined where words are not put together. */
  readonly link: RegExp | undefined;
  /** What stands before a word or a phrase that is to be left out, in capitals. */
  readonly not: RegExp;
  /** A range of years. */
  readonly years: RegExp;
  /** Whether it has letters of its own. */
  readonly hasLetters: boolean;
  readonly #pairs: readonly (readonly [string, string])[];
  readonly #stems: readonly (readonly [RegExp, string])[];
  readonly #small: ReadonlySet<string>;
  readonly #ending: RegExp;
  readonly #locale: string;
  #segmenter: Intl.Segmenter | undefined;

  constructor(terms: TermsOfLanguage) {
    const { locale, small, endings, ordinal, of, spellings, link, letters, pairs = [] } = terms;
    this.dates = new Dates(locale, ordinal, of);
    this.cutter = new Cutter(locale, spellings, letters);
    const no = terms.not === undefined ? 'NOT' : `NOT|${terms.not}`;
    this.not = new RegExp(`(?<=^|\\s)(?:${no})\\s+(?=\\S)`, 'gu');
    const between = `[-‐‑–—~〜～]${terms.until === undefined ? '' : `|${terms.until}`}`;
    this.years = new RegExp(
      `(?<!\\d|-|${LETTER})(${YEAR})年?\\s*(?:${between})\\s*(${YEAR}|${SHORT_YEAR})年?(?![\\d-])`,
      'gi',
    );
    this.hasLetters = letters !== undefined;
    this.#pairs = pairs.map(two);
    this.#stems = (terms.stems ?? []).map((rule) => {
      const [from, to] = two(rule);
      return [new RegExp(from, 'u'), to] as const;
    });
    this.link = link === undefined ? undefined : new RegExp(`(?:${link})$`, 'u');
    this.#small = new Set(small.split(' ').map(fold));
    this.#ending = new RegExp(`^(?:|${endings})$`, 'u');
    this.#locale = locale;
  }

  /** The words of a text, also as what they are forms of; a whole date is also one word, `2018-08-24`, where it begins. */
  words(text: string): Word[] {
    const cut = this.cutter.cut(text);
    const words =
      this.#stems.length === 0
        ? cut
        : cut.flatMap((word) => [
            word,
            ...this.stemsOf(word.text).map((text) => ({ ...word, text })),
          ]);
    words.push(...this.#plainWords(text, words));
    const dates = HAS_DATE.test(text) ? this.dates.find(text) : [];
    for (const { from, to, day } of dates) {
      const own = words.filter((word) => word.from >= from && word.to <= to);
      const first = own[0]?.from === from ? own[0] : undefined;
      if (!first || day === undefined || own.some((word) => word.text === day)) continue;
      const spelt = [...new Set(own.map((word) => word.spelt))].join(' ');
      words.push({ text: day, spelt, at: first.at, from, to });
    }
    return words;
  }

  /** Words with kana between their characters, as many write them without. */
  #plainWords(text: string, words: readonly Word[]): Word[] {
    if (!HAS_KANA.test(text)) return [];
    const found = [...text.matchAll(KANA_WITHIN)];
    const byBegin = new Map(words.map((word) => [word.from, word]));
    return found.flatMap(({ index, 1: within = '', 2: after = '' }) => {
      const first = byBegin.get(index);
      // `高い山` is two words: it is no name of `高山`
      const [segment = ''] = this.segments(within + after);
      if (!first || !segment.startsWith(within)) return [];
      const plain = within.replace(KANA, '');
      return { text: plain, spelt: plain, at: first.at, from: index, to: index + within.length };
    });
  }

  /** What a word is a form of by what stands before or within it: `geändert` of `ändern`. */
  stemsOf(word: string): string[] {
    if (this.#stems.length === 0 || isUnspaced(word)) return [];
    return this.#stems.flatMap(([from, to]) => (from.test(word) ? word.replace(from, to) : []));
  }

  /** Words that may stand for one that was typed: itself, with letters that a keyboard lacked, and what it is a form of. */
  variantsOf(word: string): string[] {
    const spelt = this.#pairs.reduce((text, [pair, letter]) => text.replaceAll(pair, letter), word);
    return [...new Set([word, spelt, ...[word, spelt].flatMap((one) => this.stemsOf(one))])];
  }

  /** Whether it is a word of questions that no entry is about. */
  isSmall(word: string): boolean {
    return this.#small.has(fold(word));
  }

  /** Whether its places in a text are not kept; a pair of characters that is a small word stands in others, too. */
  isDropped(word: string): boolean {
    return this.isSmall(word) && !isUnspaced(word);
  }

  /**
   * Whether two words are forms of one: they differ in their endings only, and in a doubled letter before them.
   * @param strict whether one of them must be the stem of the other, or the stem longer
   */
  isForm(one: string, other: string, strict = false): boolean {
    let same = 0;
    while (same < one.length && one[same] === other[same]) same += 1;
    // the ending may begin with letters that both have: `décidé`, `décident`
    for (let stem = same; stem >= Math.max(STEM, same - 2); stem -= 1) {
      const letter = one[stem - 1] ?? '';
      const [rest, others] = [one, other].map((word) => this.#plain(word.slice(stem))) as Two;
      if (!this.#isEnding(rest, letter) || !this.#isEnding(others, letter)) continue;
      const isStem = rest === '' || others === '';
      const endings = rest.length + others.length;
      // `fundation` is no form of `funding`, but of another word
      const isLong = stem > STEM && (isStem || endings <= stem + 2);
      if (!strict || isLong || (isStem && endings <= STEM)) return true;
    }
    return false;
  }

  /** The grade of the best word that a compound begins or ends with; 0 where it is none, or the language has none. */
  gradeOfPart(word: string, grades: ReadonlyMap<string, number>): number {
    if (!this.link) return 0;
    let best = 0;
    for (const [part, grade] of grades) {
      const isLong = part.length >= SHORTEST && word.length - part.length >= SHORTEST;
      if (isLong && grade > best && (word.startsWith(part) || word.endsWith(part))) best = grade;
    }
    return best;
  }

  /** The words of a run of characters without spaces; characters that no dictionary knows as words are one. */
  segments(run: string): string[] {
    const segments: string[] = [];
    let wasShort = false;
    // half-wide Katakana are cut as those of full width are
    const full = run.replace(/[\uff66-\uff9f]+/gu, (half) => half.normalize('NFKC'));
    // made when it is needed: browsers take long for the first
    this.#segmenter ??= new Intl.Segmenter(this.#locale, { granularity: 'word' });
    const cut = [...this.#segmenter.segment(full)].map(({ segment }) => segment);
    for (const segment of withoutPieces(cut)) {
      const isShort = charactersOf(segment).length === 1;
      if (isShort && wasShort) segments.push((segments.pop() ?? '') + segment);
      else segments.push(segment);
      wasShort = isShort;
    }
    return segments;
  }

  /** Endings have plain letters. */
  #plain(ending: string): string {
    return this.hasLetters ? fold(ending) : ending;
  }

  #isEnding(rest: string, letter: string): boolean {
    return this.#ending.test(rest) || (rest.startsWith(letter) && this.#ending.test(rest.slice(1)));
  }
}

/** The language of some terms, which takes a browser milliseconds to make ready: once. */
export const languageOf = oncePer((terms: TermsOfLanguage) => new QueryLanguage(terms));
