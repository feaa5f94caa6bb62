import { letterOf } from '../../lib/letters.ts';
import type { Passage, Result, Run } from './answer.ts';
import { type BlockKind, lengthOf, type Placed, placeBlocks } from './blocks.ts';
import type { QueryLanguage } from './language.ts';
import type { Match } from './match.ts';
import { isPassage, type Mark, type Marked } from './passage.ts';
import type { EntryText } from './record.ts';
import { fold, isUnspaced } from './script.ts';
import type { Word } from './words.ts';

/** A term with the words that it was found by. */
export type Sought = Pick<Match, 'term' | 'forms'> & {
  /** What it tells of what is asked for, and what it does as it was typed. */
  weight: number;
  exact: number;
};

const NONE: ReadonlyMap<string, number> = new Map();
const WORDS = /[\p{L}\p{M}]+/gu;
const PASSAGES = 3;
/** Words of a passage that are shown, and characters of one in a script without spaces. */
const LENGTH = 34;
const CHARACTERS = 70;

/**
 * An entry ready to be shown.
 * @param blocks its blocks, with what matched in them
 * @param best the block that its best passage begins in
 * @param base base path of the site
 */
export function toResult(
  text: EntryText,
  blocks: readonly Marked[],
  best: Marked | undefined,
  sought: readonly Sought[],
  base: string,
): Result {
  const title = blocks.find(({ block }) => block.kind === 'title');
  const found = blocks.filter(({ marks }) => marks.length > 0);
  const own = termsIn(found.filter(({ block }) => !isOfNames(block.kind)));
  const all = termsIn(found);
  return {
    url: base + text.path.slice(1),
    title: title ? runs(title, 0, title.block.text.length) : [],
    lang: text.lang,
    number: text.number,
    day: text.day,
    storyline: text.storyline,
    part: text.part,
    figure: text.figure,
    passages: passagesOf(blocks, best, sought),
    matched: [...new Set(found.flatMap(({ marks }) => marks.flatMap(({ spelt }) => spelt)))],
    also: found
      .filter(({ block }) => isOfNames(block.kind))
      .flatMap((names) => linesOf(names, (term) => !own.has(term))),
    lacks: sought.filter((_, i) => !all.has(i)).map(({ term }) => term.typed),
  };
}

/** A query with the accents that the results write its words with: guesses have none. */
export function asWritten(query: string, results: readonly Result[]): string {
  const runs = results.flatMap(({ title, passages }) => [
    title,
    ...passages.map((one) => one.runs),
  ]);
  const words = runs
    .flat()
    .flatMap(({ text, marked }) => (marked ? (text.match(WORDS) ?? []) : []));
  return query.replace(WORDS, (word) => {
    const written = words.find((one) => fold(one) === word);
    return written === undefined || written.toLowerCase() === word ? word : written;
  });
}

/** Whether a block has what is not written in the entry itself. */
function isOfNames(kind: BlockKind): boolean {
  return kind === 'names' || kind === 'called';
}

function termsIn(blocks: readonly Marked[]): Set<number> {
  return new Set(blocks.flatMap(({ marks }) => marks.map(({ term }) => term)));
}

/** The lines of a block that have a mark of some terms. */
function linesOf({ block, marks }: Marked, isOne: (term: number) => boolean): string[] {
  let from = 0;
  return block.text.split('\n').filter((line) => {
    const begin = from;
    from += line.length + 1;
    return marks.some((mark) => isOne(mark.term) && mark.from >= begin && mark.to < from);
  });
}

/** The blocks of an entry with what matched in each. */
export function markedBlocks(
  { blocks }: EntryText,
  sought: readonly Sought[],
  language: QueryLanguage,
): Marked[] {
  let heading = '';
  return placeBlocks(blocks, language).map((one) => {
    if (one.block.kind === 'heading') heading = one.block.text;
    const marks = sought
      .flatMap((term, i) => marksOf(one, term, i, language))
      .sort((a, b) => a.from - b.from || b.to - a.to);
    return { ...one, marks, heading: one.block.kind === 'text' ? heading : '' };
  });
}

function marksOf(
  { words, block }: Placed,
  { term, forms }: Sought,
  number: number,
  language: QueryLanguage,
): Mark[] {
  const byPlace = Map.groupBy(words, ({ at }) => at);
  return term.ways.flatMap((way, i) => {
    const gradeOf = ({ text }: Word, k: number): number =>
      forms[i]?.[k]?.get(text) ?? language.gradeOfPart(text, forms[i]?.[k] ?? NONE);
    const wordAt = (at: number, k: number): Word | undefined =>
      byPlace.get(at)?.find((word) => gradeOf(word, k) > 0);
    return [...byPlace.keys()].flatMap((at): Mark[] => {
      const found = way.map(({ after }, k) => wordAt(at + after, k));
      const isThere = found.every((word) => word !== undefined);
      if (!isThere) return [];
      const first = found[0] as Word;
      const { to } = found.at(-1) as Word;
      const spelt = isUnspaced(first.text)
        ? [block.text.slice(first.from, to)]
        : found.map((word) => (word as Word).spelt);
      const grade = Math.min(...found.map((word, k) => gradeOf(word as Word, k)));
      return [{ from: first.from, to, term: number, grade, spelt, at }];
    });
  });
}

/** The passages with most of what is asked for, or the standfirst when it is in none. */
function passagesOf(
  blocks: readonly Marked[],
  best: Marked | undefined,
  sought: readonly Sought[],
): Result['passages'] {
  const isBest = (one: Marked) => one === best;
  const worthOf = (one: Marked) => {
    const terms = new Set(one.marks.map(({ term }) => term));
    const sum = [...terms].reduce((total, term) => total + (sought[term]?.weight ?? 0), 0);
    return sum + Math.min(one.marks.length, 9) / 100 + (isBest(one) ? 100 : 0);
  };
  const most = Math.max(0, ...blocks.filter(isPassage).map((one) => worthOf(one) % 100));
  const shown = blocks
    .filter((one) => isPassage(one) && one.marks.length > 0)
    .sort((a, b) => worthOf(b) - worthOf(a))
    .slice(0, PASSAGES)
    .filter((one) => isBest(one) || (worthOf(one) % 100) * 2 >= most)
    .sort((a, b) => a.start - b.start);
  const standfirst = blocks.filter(({ block }) => block.kind === 'standfirst');
  return (shown.length > 0 ? shown : standfirst).map((one) => ({
    ...placeOf(one.block),
    id: one.block.id,
    heading: one.heading,
    runs: excerpt(one),
    ...(isBest(one) && { best: true }),
  }));
}

/** What a block is, and its number or letter. */
function placeOf({ id, kind }: Marked['block']): Pick<Passage, 'kind' | 'label'> {
  const [, paragraph, exhibit, note] =
    /^(?:p(\d+(?:-\d+)?)|exhibit-([a-z]+)|fn-(\d+))$/.exec(id) ?? [];
  if (paragraph) return { kind: 'paragraph', label: paragraph.replace('-', '.') };
  if (exhibit) return { kind: 'exhibit', label: exhibit.toUpperCase() };
  if (note) return { kind: 'note', label: letterOf(Number(note)) };
  if (id.startsWith('correction-')) return { kind: 'correction', label: '' };
  if (kind === 'facts') return { kind, label: '' };
  return { kind: kind === 'standfirst' ? 'summary' : 'text', label: '' };
}

/** The words around the densest matches of a block. */
function excerpt(one: Marked): Run[] {
  const { block, words, marks } = one;
  const end = lengthOf(words);
  const length = isUnspaced(block.text) ? CHARACTERS : LENGTH;
  if (end <= length + 6) return runs(one, 0, block.text.length);
  let from = 0;
  let most = -1;
  for (const { at } of marks) {
    const begin = Math.max(0, Math.min(at - Math.round(length / 4), end - length));
    const inside = marks.filter((other) => other.at >= begin && other.at < begin + length);
    const count = new Set(inside.map(({ term }) => term)).size * 100 + inside.length;
    if (count > most) {
      most = count;
      from = begin;
    }
  }
  const shown = words.filter(({ at }) => at >= from && at < from + length);
  const begin = from === 0 ? 0 : (shown[0]?.from ?? 0);
  const isWhole = from + length >= end;
  const found = runs(
    one,
    begin,
    isWhole ? block.text.length : Math.max(...shown.map(({ to }) => to)),
  );
  if (from > 0) found.unshift({ text: '…', marked: false });
  if (!isWhole) found.push({ text: '…', marked: false });
  return found;
}

/** A stretch of a block, cut where marks begin and end; marks with nothing or a space between are one. */
function runs({ block: { text }, marks }: Marked, from: number, to: number): Run[] {
  const found: Run[] = [];
  let done = from;
  const put = (end: number, marked: boolean) => {
    const part = text.slice(done, end);
    done = Math.max(done, end);
    if (part === '') return;
    const [before, last] = [found.at(-2), found.at(-1)];
    if (marked && last?.marked) last.text += part;
    else if (marked && before?.marked && last && /^\s$/.test(last.text)) {
      before.text += last.text + part;
      found.pop();
    } else found.push({ text: part, marked });
  };
  for (const mark of marks) {
    if (mark.to <= done || mark.from >= to) continue;
    if (mark.from > done) put(mark.from, false);
    put(Math.min(mark.to, to), true);
  }
  put(to, false);
  return found;
}
