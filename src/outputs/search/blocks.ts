import type { QueryLanguage } from './language.ts';
import type { Word } from './words.ts';
import { TEXT, ZONES, zoneOf } from './zones.ts';

/** What a part of an entry is. */
export type BlockKind =
  | 'title'
  | 'standfirst'
  | 'facts'
  | 'heading'
  /** What an entry is filed under: number, day, names. */
  | 'about'
  /** Other names of what its headline or standfirst names, that it does not write itself. */
  | 'called'
  /** Other names of what else it is about. */
  | 'names'
  | 'sources'
  | 'note'
  | 'text';

/** A part of an entry: what is found is shown as one of them. */
export interface Block {
  kind: BlockKind;
  /** Fragment of its address on the page; empty where there is none. */
  id: string;
  text: string;
}

/** A block with its words at their places in the entry. */
export interface Placed {
  block: Block;
  /** Place of its first word. */
  start: number;
  words: Word[];
}

/** Places between two blocks at least: no phrase goes from one to the next. */
const GAP = 20;
/** Blocks of a text begin at multiples: a word more in one moves no word of the others. */
const STEP = 256;

/** Cuts the blocks of an entry and gives each word its place; what a zone has no room for is left out. */
export function placeBlocks(blocks: readonly Block[], language: QueryLanguage): Placed[] {
  const next = ZONES.map(([, start]) => start);
  return blocks.map((block) => {
    const zone = zoneOf(block.kind);
    const end = ZONES[zone + 1]?.[1] ?? Number.POSITIVE_INFINITY;
    const start = next[zone] ?? 0;
    const words = language.words(block.text).filter(({ at }) => start + at < end);
    const room = lengthOf(words) + GAP;
    next[zone] = start + (zone === TEXT ? Math.ceil(room / STEP) * STEP : room);
    return { block, start, words };
  });
}

/** How many places words take: those of a compound stand where its parts do. */
export function lengthOf(words: readonly Word[]): number {
  return words.reduce((most, { at }) => Math.max(most, at + 1), 0);
}
