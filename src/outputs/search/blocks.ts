import type { Cutter, Word } from './words.ts';

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

/** Where the words of each kind stand, and how much one counts. */
const ZONES: readonly (readonly [kind: BlockKind, start: number, weight: number])[] = [
  ['title', 0, 12],
  ['standfirst', 100, 4],
  ['facts', 300, 1.5],
  ['heading', 700, 3],
  ['about', 1100, 6],
  ['called', 1300, 1.5],
  ['names', 1500, 0.3],
  ['sources', 1700, 0.3],
  ['text', 2500, 1],
];
/** Where a zone begins no word stands: it says that a word is somewhere in the zone. */
const SOMEWHERE = 1;
/** Places between two blocks, so that their words are not near each other. */
const GAP = 20;

/** Whether words of no meaning of their own are kept where they stand: titles may be made of them. */
export function keepsSmall(place: number): boolean {
  return place < 100 || (place >= 1100 && place < 1300);
}

/** The zone of a place: where it begins, and what a word there counts. */
export function zoneOf(place: number): { kind: BlockKind; weight: number } {
  const [kind = 'text', , weight = 1] = zoneAt(place) ?? [];
  return { kind, weight };
}

/** The zones of some places, a bit each: where words stand that many entries have, whose places would weigh too much. */
export function zonesOf(places: readonly number[]): number {
  const zones = places.map((place) => ZONES.findLastIndex(([, start]) => start <= place));
  return zones.reduce((bits, zone) => bits | (1 << zone), 0);
}

/** The places that stand for zones. */
export function placesOf(zones: number): number[] {
  return ZONES.flatMap(([, start], i) => (zones & (1 << i) ? [start] : []));
}

/** Whether it says no more than in which zone a word is. */
export function isSomewhere(place: number): boolean {
  return zoneAt(place)?.[1] === place;
}

function zoneAt(place: number): (typeof ZONES)[number] | undefined {
  return ZONES.findLast(([, start]) => start <= place);
}

/** Cuts the blocks of an entry and gives each word its place; what a zone has no room for is left out. */
export function placeBlocks(blocks: readonly Block[], cutter: Cutter): Placed[] {
  const next = new Map<BlockKind, number>();
  return blocks.map((block) => {
    const zone = ZONES.findIndex(
      ([kind]) => kind === (block.kind === 'note' ? 'text' : block.kind),
    );
    const [kind = 'text', begin = 0] = ZONES[zone] ?? [];
    const end = ZONES[zone + 1]?.[1] ?? Number.POSITIVE_INFINITY;
    const start = next.get(kind) ?? begin + SOMEWHERE;
    const words = cutter.cut(block.text).filter(({ at }) => start + at < end);
    const length = words.reduce((most, { at }) => Math.max(most, at + 1), 0);
    next.set(kind, start + length + GAP);
    return { block, start, words };
  });
}
