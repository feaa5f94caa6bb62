import type { BlockKind } from './blocks.ts';

/** Where the words of each kind stand, and how much one counts. */
export const ZONES: readonly (readonly [kind: BlockKind, start: number, weight: number])[] = [
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
/** The zone of the text, which has room for all of it. */
export const TEXT = ZONES.length - 1;

/** Number of the zone of a place. */
export function zoneAt(place: number): number {
  let zone = TEXT;
  while (zone > 0 && (ZONES[zone]?.[1] ?? 0) > place) zone -= 1;
  return zone;
}

/** Number of the zone of a kind of block: notes are read as text is. */
export function zoneOf(kind: BlockKind): number {
  return ZONES.findIndex(([of]) => of === (kind === 'note' ? 'text' : kind));
}

/** What one word of a zone counts. */
export function weightOf(zone: number): number {
  return ZONES[zone]?.[2] ?? 1;
}

/** Whether words of no meaning of their own are kept where they stand: titles may be made of them. */
export function keepsSmall(kind: BlockKind): boolean {
  return kind === 'title' || kind === 'about';
}
