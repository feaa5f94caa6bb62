import { letterOf } from '../../../lib/letters.ts';
import type { QueryLanguage } from '../../../outputs/search/language.ts';
import { DAY, META, PARTS } from '../../../outputs/search/names.ts';
import { fold, unspaced } from '../../../outputs/search/script.ts';
import type { Fragment } from './engine.ts';
import { type Marked, placesOf, wordsAt } from './places.ts';

/** A run of text, marked where it matched. */
export interface Run {
  text: string;
  marked: boolean;
}

/** A place in an entry that was found. */
export interface Passage {
  kind: 'paragraph' | 'exhibit' | 'note' | 'other';
  /** Number of the paragraph, `7.2` for the second item of a list after it, letter of the exhibit or note; empty for others. */
  label: string;
  /** Fragment of its address, without the hash; empty for the entry itself. */
  id: string;
  /** Heading it stands under; empty before the first. */
  heading: string;
  runs: Run[];
}

/** An entry that was found, ready to be shown. */
export interface Result {
  url: string;
  title: Run[];
  /** Its language, when another than that of the page. */
  lang: string | undefined;
  number: string;
  day: string;
  storyline: string;
  part: string;
  figure: { value: string; label: string } | undefined;
  /** In the order of the text. */
  passages: Passage[];
  /** Words of the entry that matched, folded. */
  matched: string[];
}

/** A part of the entry's text, from one anchor to the next. */
interface Section {
  id: string;
  element: string;
  start: number;
  end: number;
  heading: string;
  /** Id of the place on the page; empty for the entry itself. */
  place: string;
  hits: number[];
}

const PASSAGES = 3;
/** Words of a passage that are shown. */
const LENGTH = 34;

/**
 * Finds the passages to show.
 * @param terms what was searched for
 */
export function toResult(fragment: Fragment, terms: Marked, language: QueryLanguage): Result {
  const words = fragment.content.split(' ');
  const places = placesOf(words, terms, language);
  const hits = new Set(places);
  const sections = sectionsOf(fragment, words.length, hits);
  const title = sections.find(({ id }) => id === PARTS.title);
  const { meta, filters } = fragment;
  const facts = Object.values(meta).join(' ').split(' ');
  const value = meta[META.figure];
  return {
    url: fragment.url,
    title: title ? titleRuns(meta.title ?? '', title, hits) : [],
    lang: meta[META.lang],
    number: meta[META.number] ?? '',
    day: filters[DAY]?.[0] ?? '',
    storyline: filters.storyline?.[0] ?? '',
    part: meta[META.part] ?? '',
    figure:
      value === undefined
        ? undefined
        : { value: unspaced(value), label: unspaced(meta[META.unit] ?? '') },
    passages: passagesOf(sections, words, hits),
    matched: [
      ...new Set([...wordsAt(places, words), ...wordsAt(placesOf(facts, terms, language), facts)]),
    ],
  };
}

function sectionsOf(fragment: Fragment, length: number, hits: ReadonlySet<number>): Section[] {
  const anchors = [...fragment.anchors].sort((a, b) => a.location - b.location);
  let heading = '';
  let paragraph = '';
  return anchors.map(({ id, element, text, location }, i) => {
    const end = anchors[i + 1]?.location ?? length;
    if (/^h[2-6]$/.test(element)) heading = unspaced(text ?? '');
    if (placeOf(id).kind === 'paragraph') paragraph = id;
    const apart = Object.values<string>(PARTS).includes(id);
    const range = Array.from({ length: end - location }, (_, k) => location + k);
    return {
      id,
      element,
      start: location,
      end,
      heading,
      place: id === PARTS.box ? paragraph : apart ? '' : id,
      hits: range.filter((place) => hits.has(place)),
    };
  });
}

/** The passages with most of the words, or the standfirst when the match is in none. */
function passagesOf(
  sections: readonly Section[],
  words: readonly string[],
  hits: ReadonlySet<number>,
): Passage[] {
  const candidates = sections
    .filter(({ id, hits, element }) => hits.length > 0 && isPassage(id, element))
    .map((section) => {
      const kinds = new Set(section.hits.map((place) => fold(words[place] ?? '').slice(0, 5))).size;
      const isParagraph = placeOf(section.id).kind === 'paragraph';
      const worth = kinds * 100 + Math.min(section.hits.length, 9) + (isParagraph ? 20 : 0);
      return { section, kinds, worth };
    })
    .sort((a, b) => b.worth - a.worth);
  const most = candidates[0]?.kinds ?? 0;
  const chosen = candidates
    .slice(0, PASSAGES)
    .filter(({ kinds }) => kinds * 2 >= most)
    .map(({ section }) => section)
    .sort((a, b) => a.start - b.start);
  const shown = chosen.length > 0 ? chosen : sections.filter(({ id }) => id === PARTS.standfirst);
  return shown.map((section) => ({
    ...placeOf(section.id),
    id: section.place,
    heading: isUnderHeading(section) ? section.heading : '',
    runs: excerpt(section, words, hits),
  }));
}

/** Whether a part is read as a passage: titles, headings, sources and what it is filed under are not. */
function isPassage(id: string, element: string): boolean {
  const isApart = id === PARTS.title || id === PARTS.sources || id.startsWith(PARTS.about);
  return !isApart && !/^h[1-6]$/.test(element);
}

/** Whether a part stands in the text, where headings are. */
function isUnderHeading({ id }: Section): boolean {
  return id !== PARTS.standfirst && id !== PARTS.facts && placeOf(id).kind !== 'note';
}

/** What an id is the place of, and its number or letter. */
function placeOf(id: string): Pick<Passage, 'kind' | 'label'> {
  const [, paragraph, exhibit, note] =
    /^(?:p(\d+(?:-\d+)?)|exhibit-([a-z]+)|fn-(\d+))$/.exec(id) ?? [];
  if (paragraph) return { kind: 'paragraph', label: paragraph.replace('-', '.') };
  if (exhibit) return { kind: 'exhibit', label: exhibit.toUpperCase() };
  if (note) return { kind: 'note', label: letterOf(Number(note)) };
  return { kind: 'other', label: '' };
}

/** The words around the densest matches of a section. */
function excerpt(
  { start, end, hits: inside }: Section,
  words: readonly string[],
  hits: ReadonlySet<number>,
): Run[] {
  if (end - start <= LENGTH + 6) return runs(words, start, end, hits);
  let from = start;
  let most = -1;
  for (const place of inside) {
    const begin = Math.max(start, Math.min(place - 8, end - LENGTH));
    const count = inside.filter((other) => other >= begin && other < begin + LENGTH).length;
    if (count > most) {
      most = count;
      from = begin;
    }
  }
  const to = Math.min(end, from + LENGTH);
  const found = runs(words, from, to, hits);
  if (from > start) found.unshift({ text: '…', marked: false });
  if (to < end) found.push({ text: '…', marked: false });
  return found;
}

/** The title as the page has it; its words stand at the same places as in the text. */
function titleRuns(title: string, { start, end }: Section, hits: ReadonlySet<number>): Run[] {
  const words = title.split(' ');
  const places = words.flatMap((_, i) => (hits.has(start + i) ? [i] : []));
  return runs(words, 0, words.length, new Set(words.length === end - start ? places : []));
}

/** Words from a place to another, neighbours of one kind together. */
function runs(
  words: readonly string[],
  from: number,
  to: number,
  hits: ReadonlySet<number>,
): Run[] {
  const found: Run[] = [];
  for (let i = from; i < to; i += 1) {
    const marked = hits.has(i);
    const last = found.at(-1);
    const word = words[i] ?? '';
    if (last?.marked === marked) last.text += ` ${word}`;
    else {
      // the space between two kinds is not marked; between two words of a script without spaces there is none
      const space = last && unspaced(`${words[i - 1]} ${word}`).includes(' ') ? ' ' : '';
      if (last && marked) last.text += space;
      found.push({ text: last && !marked ? space + word : word, marked });
    }
  }
  return found.map((run) => ({ ...run, text: unspaced(run.text) }));
}
