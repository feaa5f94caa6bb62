import { letterOf } from '../../lib/letters.ts';
import type { Passage, Result, Run } from './answer.ts';
import { type BlockKind, type Placed, placeBlocks } from './blocks.ts';
import type { QueryLanguage } from './language.ts';
import type { Match } from './match.ts';
import type { EntryText } from './record.ts';
import { isUnspaced } from './script.ts';
import type { Word } from './words.ts';

/** A term with the words that it was found by. */
export type Sought = Pick<Match, 'term' | 'forms'> & {
  /** What it tells of what is asked for. */
  weight: number;
};

/** A stretch of a block that matched. */
interface Mark {
  from: number;
  to: number;
  /** Number of the term. */
  term: number;
  /** Its words as they are spelt. */
  spelt: string[];
  at: number;
}

/** A block with what matched in it. */
interface Marked extends Placed {
  marks: Mark[];
  heading: string;
}

const PASSAGES = 3;
/** Words of a passage that are shown, and characters of one in a script without spaces. */
const LENGTH = 34;
const CHARACTERS = 70;

/**
 * An entry ready to be shown.
 * @param place where its best passage begins
 * @param base base path of the site
 */
export function toResult(
  text: EntryText,
  place: number | undefined,
  sought: readonly Sought[],
  language: QueryLanguage,
  base: string,
): Result {
  const blocks = marked(placeBlocks(text.blocks, language.cutter), sought);
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
    passages: passagesOf(blocks, place, sought),
    matched: [...new Set(found.flatMap(({ marks }) => marks.flatMap(({ spelt }) => spelt)))],
    also: found
      .filter(({ block }) => isOfNames(block.kind))
      .flatMap((names) => linesOf(names, (term) => !own.has(term))),
    lacks: sought.filter((_, i) => !all.has(i)).map(({ term }) => term.typed),
  };
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

/** Blocks with what matched in each. */
function marked(placed: readonly Placed[], sought: readonly Sought[]): Marked[] {
  let heading = '';
  return placed.map((one) => {
    if (one.block.kind === 'heading') heading = one.block.text;
    const marks = sought
      .flatMap((term, i) => marksOf(one, term, i))
      .sort((a, b) => a.from - b.from || b.to - a.to);
    return { ...one, marks, heading: one.block.kind === 'text' ? heading : '' };
  });
}

function marksOf({ words, block }: Placed, { term, forms }: Sought, number: number): Mark[] {
  const byPlace = Map.groupBy(words, ({ at }) => at);
  return term.ways.flatMap((way, i) => {
    const wordAt = (at: number, k: number): Word | undefined =>
      byPlace.get(at)?.find(({ text }) => forms[i]?.[k]?.has(text));
    return [...byPlace.keys()].flatMap((at): Mark[] => {
      const found = way.map(({ after }, k) => wordAt(at + after, k));
      const isThere = found.every((word) => word !== undefined);
      if (!isThere) return [];
      const first = found[0] as Word;
      const { to } = found.at(-1) as Word;
      const spelt = isUnspaced(first.text)
        ? [block.text.slice(first.from, to)]
        : found.map((word) => (word as Word).spelt);
      return [{ from: first.from, to, term: number, spelt, at }];
    });
  });
}

/** The passages with most of what is asked for, or the standfirst when it is in none. */
function passagesOf(
  blocks: readonly Marked[],
  place: number | undefined,
  sought: readonly Sought[],
): Result['passages'] {
  const isBest = ({ start, words }: Marked) => {
    const length = (words.at(-1)?.at ?? 0) + 1;
    return place !== undefined && start <= place && place < start + length;
  };
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

/** Whether a block is read as a passage: titles, headings, sources and what it is filed under are not. */
function isPassage({ block: { kind } }: Marked): boolean {
  return kind === 'text' || kind === 'note' || kind === 'facts' || kind === 'standfirst';
}

/** What a block is, and its number or letter. */
function placeOf({ id, kind }: Marked['block']): Pick<Passage, 'kind' | 'label'> {
  const [, paragraph, exhibit, note] =
    /^(?:p(\d+(?:-\d+)?)|exhibit-([a-z]+)|fn-(\d+))$/.exec(id) ?? [];
  if (paragraph) return { kind: 'paragraph', label: paragraph.replace('-', '.') };
  if (exhibit) return { kind: 'exhibit', label: exhibit.toUpperCase() };
  if (note) return { kind: 'note', label: letterOf(Number(note)) };
  return { kind: kind === 'standfirst' || kind === 'facts' ? 'summary' : 'text', label: '' };
}

/** The words around the densest matches of a block. */
function excerpt(one: Marked): Run[] {
  const { block, words, marks } = one;
  const end = (words.at(-1)?.at ?? 0) + 1;
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

/** A stretch of a block, cut where marks begin and end; marks with nothing but a space between are one. */
function runs({ block: { text }, marks }: Marked, from: number, to: number): Run[] {
  const found: Run[] = [];
  let done = from;
  const put = (end: number, marked: boolean) => {
    const part = text.slice(done, end);
    done = Math.max(done, end);
    if (part === '') return;
    const before = found.at(-2);
    const between = found.at(-1);
    if (marked && before?.marked && between && /^\s$/.test(between.text)) {
      before.text += between.text + part;
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
