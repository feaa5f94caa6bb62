import { type QueryLanguage, withoutKana } from './language.ts';
import { charactersOf, fold, isUnspaced, pairsOf, withoutGaps } from './script.ts';
import type { Word } from './words.ts';

/** Words one after another, each so many places after the first. */
export type Way = { text: string; after: number }[];

/** Something that is asked for: a word, or words one after another. */
export interface Term {
  /** As it was typed. */
  typed: string;
  /** Ways in which it may be written: `crypto-assets` is one word or two. */
  ways: Way[];
  /** Whether other forms of the word are no match: quoted words, names, numbers. */
  exact: boolean;
  /** Whether a word that begins so is one, too: of a single character. */
  begins: boolean;
  /** Whether an entry must have it: what stood in quotes or after a plus. */
  must: boolean;
  /** Whether no entry may have it: what stood after a minus. */
  not: boolean;
  /** What is asked for where nothing has it so: the words one by one. */
  loose?: Term[];
  /** What stood in quotes, where its ways leave small words out: with these. */
  quoted?: Way;
}

/** What a reader typed, taken apart. */
export interface Parsed {
  terms: Term[];
  /** The first whole date, `2018-08-24`. */
  day?: string | undefined;
  /** First and last year of a range. */
  years?: readonly string[] | undefined;
}

/** Characters that are read of a query: a pasted paragraph is found by its beginning. */
export const LONGEST = 300;

const QUOTED = /(?<![\p{L}\p{N}])[-−]?["“”„«»「」『』]([^"“”„«»「」『』]*)["“”„«»「」『』]/gu;
/** A word to be left out: a minus before it, and a space or nothing before that. */
const MINUS = /(?<=^|\s)[-−](?=[\p{L}\p{N}])([^\s"“”]+)/gu;
/** A letter that is no capital. */
const NO_CAPITAL = /[^\P{L}\p{Lu}]/u;
/** Years of a range, at most: a longer one tells too little. */
const RANGE = 10;
/** A docket number, with what may stand before it: `18-31`, `No. 18-31`. */
const DOCKET =
  /(?:\b[Nn][OoRr]?\.?[º°]?\s*|[#№第]\s*)?(?<![\p{L}\p{N}-])(\d{2}[-‐‑–]\d+)(?![\p{L}\p{N}-])/gu;
/**
 * What an apostrophe adds to a word that asks or denies: `aren’t` is "are" with a "t" that nobody seeks. Capitals are
 * named, since browsers take long for a letter’s property where small and capital are one.
 */
const CONTRACTED =
  /(?<=\p{L})(?:(?<!\b[Cc][Aa])[Nn]['’][Tt]|['’](?:[TtDdMm]|[Ll]{2}|[RrVv][Ee]))(?![\p{L}\p{N}])/gu;
/** Words between others that other searches know as signs. */
const SIGNS = /(?<=\s)(?:AND|OR)(?=\s)/gu;

/** What is read of a query: whole words. */
export function readable(text: string): string {
  if (text.length <= LONGEST) return text;
  const begin = text.slice(0, LONGEST);
  return begin.replace(/\s\S*$/, '');
}

/** Takes a query apart. */
export function parseQuery(typed: string, language: QueryLanguage): Parsed {
  const text = withMinus(readable(typed), language);
  const terms: Term[] = [];
  const take =
    (more: Partial<Term>, day?: string) =>
    (typed: string, part: string): string => {
      const term = phrase(part, language, more);
      if (!term) return ' ';
      const [way = []] = term.ways;
      if (way.length > 1 && !term.must && !/^[-−]/.test(typed)) term.loose = apart(way);
      // a whole date is a word of its own, however it is written
      if (day !== undefined) term.ways = [[{ text: day, after: 0 }]];
      if (/^[-−]/.test(typed)) Object.assign(term, { not: true, must: false });
      terms.push(term);
      return ' \u0001 ';
    };
  const quoted = text.replace(QUOTED, take({ exact: true, must: true }));
  const without = quoted.replace(MINUS, take({ not: true, exact: true })).replace(SIGNS, ' ');
  const { text: dated, dates, day } = language.dates.in(without);
  let years: string[] | undefined;
  const ranged = dated.replace(language.years, (typed, first: string, last: string) => {
    const whole = first.slice(0, -last.length) + last;
    const range = rangeOf(typed, Number(first), Number(whole));
    if (!range) return typed;
    range.ways.push(one(`${first}-${last}`));
    terms.push(range);
    years ??= [first, whole];
    return ' \u0001 ';
  });
  let rest = ranged.replace(DOCKET, (typed, number: string) =>
    take({ exact: true })(typed, number.replace(/[‐‑–]/, '-')),
  );
  for (const { plain, day } of dates) {
    rest = rest.replace(plain, () => take({ exact: true }, day)('', plain));
  }
  const plain = wordTerms(withoutGaps(rest).replace(CONTRACTED, ''), language);
  const telling = plain.filter((term) => !isSmall(term, language));
  const all = telling.length + terms.length > 0 ? telling : plain;
  return { terms: unique([...all, ...terms]), day, years };
}

/** A query with a minus for each NOT; in capitals throughout, they are no sign. */
function withMinus(text: string, { not }: QueryLanguage): string {
  return NO_CAPITAL.test(text.replace(not, '')) ? text.replace(not, '-') : text;
}

/** Years from one to another: an entry of any of them has it, or one that writes it so. */
function rangeOf(typed: string, first: number, last: number): Term | undefined {
  if (last <= first || last - first >= RANGE) return undefined;
  const years = Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
  return { ...termOf(typed.trim(), []), exact: true, ways: years.map(one) };
}

/** Words to be found in any order and place. */
function wordTerms(text: string, language: QueryLanguage): Term[] {
  const terms: Term[] = [];
  const words = language.cutter.cut(text);
  for (let i = 0; i < words.length; ) {
    const word = words[i] as Word;
    // a run of characters without spaces: its words, as readers see them
    let end = i + 1;
    while (
      isUnspaced(word.text) &&
      words[end]?.at === (words[end - 1]?.at ?? 0) + 1 &&
      (words[end]?.from ?? 0) < (words[end - 1]?.to ?? 0) &&
      isUnspaced(words[end]?.text ?? '')
    ) {
      end += 1;
    }
    if (isUnspaced(word.text)) {
      const run = text.slice(word.from, words[end - 1]?.to);
      terms.push(...runTerms(run, language));
      i = end;
      continue;
    }
    // parts of a compound, then the compound
    const joined = words
      .slice(i + 1)
      .find((other) => other.at === word.at && other.from === word.from);
    if (joined) {
      const parts = words.slice(i, words.indexOf(joined));
      const term = compound(text.slice(joined.from, joined.to), joined, parts);
      // a day is no share: the number alone will do where nothing has it with its sign
      terms.push(joined.text.endsWith('%') ? { ...term, ways: term.ways.slice(0, 1) } : term);
      i = words.indexOf(joined) + 1;
    } else {
      const [way = [], ...others] = language.variantsOf(word.text).map(one);
      const term = termOf(text.slice(word.from, word.to), way);
      terms.push(term.exact ? term : { ...term, ways: [way, ...others] });
      i += 1;
    }
  }
  return terms;
}

/** A compound is found as one word and as words one after another. */
function compound(typed: string, joined: Word, parts: readonly Word[]): Term {
  const way = wayOf(parts);
  return {
    ...termOf(typed, [{ text: joined.text, after: 0 }]),
    ways: [[{ text: joined.text, after: 0 }], way],
    loose: apart(way),
  };
}

function runTerms(run: string, language: QueryLanguage): Term[] {
  const segments = language.segments(run);
  // characters that stand alone are mostly of the kind of "of" and "the"; but a Chinese one is a word or its stem
  const long = segments.filter(
    (segment) => charactersOf(segment).length > 1 || /^\p{Script=Han}$/u.test(segment),
  );
  const telling = long.filter((segment) => !language.isSmall(fold(segment)));
  return ([telling, long].find(({ length }) => length > 0) ?? segments).map(runTerm);
}

function runTerm(segment: string): Term {
  const characters = charactersOf(segment.replace(OKURIGANA, '$1'));
  if (characters.length === 1) {
    return { ...termOf(segment, [{ text: fold(segment), after: 0 }]), begins: true };
  }
  const words = pairWay(characters);
  const plain = withoutKana(segment);
  return {
    ...termOf(segment, words),
    ...(plain !== undefined && { ways: [words, pairWay(charactersOf(plain))] }),
    exact: true,
    ...(words.length > 1 && { loose: apart(words) }),
  };
}

function pairWay(characters: readonly string[]): Way {
  return pairsOf(characters)
    .slice(0, -1)
    .map((text, after) => ({ text, after }));
}

/** What Japanese words end on that differ in form, `変わる`, `変わった`. */
const OKURIGANA = /^(\p{Script=Han}+\p{Script=Hiragana})\p{Script=Hiragana}+$/u;

/** Words one after another; small ones of them may be any word. */
function phrase(text: string, language: QueryLanguage, more: Partial<Term>): Term | undefined {
  const cut = language.cutter.cut(text);
  // a pair of characters at the end of a run stands in pairs before; compounds stand in their parts
  const words = cut.filter(
    (word, i) =>
      !(
        isUnspaced(word.text) &&
        charactersOf(word.text).length === 1 &&
        cut[i - 1]?.to === word.to
      ) &&
      !cut.some(
        (other) =>
          other !== word && other.at === word.at && other.to < word.to && !/-/.test(word.text),
      ) &&
      !cut.some(
        (other) =>
          /^\d+-/.test(other.text) &&
          other !== word &&
          other.from <= word.from &&
          word.to <= other.to,
      ),
  );
  const telling = words.filter(({ text }) => !language.isSmall(text));
  const [first] = telling.length > 0 ? telling : words;
  if (!first) return undefined;
  const from = telling.length > 0 ? telling : words;
  return {
    ...termOf(text.trim(), wayOf(from)),
    ...(more.must && from.length < words.length && { quoted: wayOf(words) }),
    ...more,
  };
}

function one(text: string): Way {
  return [{ text, after: 0 }];
}

function wayOf(words: readonly Word[]): Way {
  return words.map(({ text, at }) => ({ text, after: at - (words[0]?.at ?? 0) }));
}

function termOf(typed: string, way: Way): Term {
  const [only] = way;
  // numbers and words of two letters are found as they are: `US` is not "used"
  const exact =
    way.length > 1 || /^\d|[+#]$/.test(only?.text ?? '') || (only?.text.length ?? 0) < 3;
  return { typed, ways: [way], exact, begins: false, must: false, not: false };
}

/** The words of a way, each by itself. */
function apart(way: Way): Term[] {
  return way.map(({ text }) => termOf(text, [{ text, after: 0 }]));
}

/** Whether it is made of words of questions alone. */
export function isSmall({ ways }: Term, language: QueryLanguage): boolean {
  return ways.every((way) => way.every(({ text }) => language.isSmall(text)));
}

/** The one word of a term that may have other forms. */
export function onlyWord(term: Term | undefined): string | undefined {
  const [way = []] = term?.ways ?? [];
  return term && !term.exact && !term.not && way.length === 1 ? way[0]?.text : undefined;
}

/** Terms, each once. */
function unique(terms: readonly Term[]): Term[] {
  const keys = terms.map(({ ways, not }) => JSON.stringify([ways, not]));
  return terms.filter((_, i) => keys.indexOf(keys[i] ?? '') === i);
}
