import { charactersOf, isUnspaced, plainOf } from './script.ts';
import { TEXT, ZONES, zoneAt } from './zones.ts';

/*
 * Where words stand, as lists of numbers for each word, in two forms. Counts say in which zones of an entry a word is
 * and how often in its text: all that entries are weighed by. Places say where each of them stands: what is asked for
 * phrases alone.
 */

/** Some words of the index. */
export interface Bucket {
  /** Their counts. Long ones are in a file of their own, which has this name. */
  words: Postings;
  /** Files of their places, in order: the first word of each and its name. */
  places: [first: string, name: string][];
}

/** Postings by word; the counts of a common word are a letter for each entry of the part. */
export type Postings = Record<string, number[] | string>;

/** Places of a word by entry, both ascending. */
export type Places = Map<number, number[]>;

/** Places as they are written: an entry as the difference from the one before, how many places, each as a difference, too. */
export function pack(places: Places): number[] {
  const packed: number[] = [];
  let before = 0;
  for (const [entry, list] of places) {
    packed.push(entry - before, list.length);
    before = entry;
    let last = 0;
    for (const place of list) {
      packed.push(place - last);
      last = place;
    }
  }
  return packed;
}

/**
 * Reads packed places.
 * @param base number of the first entry of the part that they are of
 */
export function unpack(
  packed: readonly number[],
  base: number,
  onEntry: (entry: number, places: number[]) => void,
): void {
  let entry = base;
  for (let i = 0; i < packed.length; ) {
    entry += packed[i] ?? 0;
    const places: number[] = [];
    const end = i + 2 + (packed[i + 1] ?? 0);
    let place = 0;
    for (i += 2; i < end; i += 1) {
      place += packed[i] ?? 0;
      places.push(place);
    }
    onEntry(entry, places);
  }
}

/** How often a word counts in a text at most: more of it tells no more. */
const MOST = 15;
/** What most words have: once in the text. */
const ONCE = 1;
/** The letter of no count; it comes after the one that JSON escapes. */
const LETTERS = 35;

/**
 * The counts of some places in one number: how often it is in the text, up to {@link MOST}, then a bit for each other
 * zone.
 */
export function countOf(places: readonly number[]): number {
  let count = 0;
  let zones = 0;
  for (const place of places) {
    const zone = zoneAt(place);
    if (zone === TEXT) count += 1;
    else zones |= 1 << zone;
  }
  return Math.min(count, MOST) + zones * (MOST + 1);
}

/** The zones of a count, with how often the word is in each. */
export function zonesOf(count: number): { zone: number; times: number }[] {
  const zones = count >> 4;
  const found = ZONES.flatMap((_, zone) => (zones & (1 << zone) ? [{ zone, times: 1 }] : []));
  const times = count & MOST;
  return times === 0 ? found : [...found, { zone: TEXT, times }];
}

/**
 * Counts as they are written: each entry as the difference from the one before; below zero where a count follows that
 * is not {@link ONCE}.
 */
export function packCounts(counts: ReadonlyMap<number, number>): number[] {
  const packed: number[] = [];
  let before = -1;
  for (const [entry, count] of counts) {
    if (count === ONCE) packed.push(entry - before);
    else packed.push(before - entry, count);
    before = entry;
  }
  return packed;
}

/** Counts of a common word as they are written: a letter for each of so many entries. */
export function letterCounts(counts: ReadonlyMap<number, number>, entries: number): string {
  return Array.from({ length: entries }, (_, entry) =>
    String.fromCharCode(LETTERS + (counts.get(entry) ?? 0)),
  ).join('');
}

/**
 * Reads counts in either form.
 * @param base number of the first entry of the part that they are of
 */
export function unpackCounts(
  packed: readonly number[] | string,
  base: number,
  onEntry: (entry: number, count: number) => void,
): void {
  if (typeof packed === 'string') {
    for (let i = 0; i < packed.length; i += 1) {
      const count = packed.charCodeAt(i) - LETTERS;
      if (count > 0) onEntry(base + i, count);
    }
    return;
  }
  let entry = base - 1;
  for (let i = 0; i < packed.length; i += 1) {
    const gap = packed[i] ?? 0;
    entry += Math.abs(gap);
    if (gap > 0) onEntry(entry, ONCE);
    else {
      i += 1;
      onEntry(entry, packed[i] ?? 0);
    }
  }
}

/** The places of a word in several lists of entries, one after the other: put together as they are written. */
export class JoinedPostings {
  packed: number[];
  #last = 0;

  /** @param packed places that were written before; nothing comes after them */
  constructor(packed: number[] = []) {
    this.packed = packed;
  }

  /**
   * Adds what comes after.
   * @param base number of the first entry of the list that it is of
   */
  add(packed: readonly number[], base: number): void {
    const before = base - this.#last;
    // one by one: a common word of a large month has more numbers than a call takes
    for (const [i, number] of packed.entries())
      this.packed.push(i === 0 ? before + number : number);
    this.#last = base;
    for (let i = 0; i < packed.length; i += 2 + (packed[i + 1] ?? 0)) {
      this.#last += packed[i] ?? 0;
    }
  }

  /** Where the word stands. */
  places(): Places {
    const places: Places = new Map();
    unpack(this.packed, 0, (entry, list) => places.set(entry, list));
    return places;
  }

  /** How often it does, by entry. */
  counts(): Map<number, number> {
    const counts = new Map<number, number>();
    unpack(this.packed, 0, (entry, list) => counts.set(entry, countOf(list)));
    return counts;
  }

  /**
   * Puts other places in place of those of one list of entries.
   * @param packed of the list, as it is written
   * @param base number of its first entry
   * @param entries how many it has
   */
  replaced(packed: readonly number[], base: number, entries: number): JoinedPostings {
    const places: Places = new Map();
    const own = (entry: number, list: number[]) => places.set(entry, list);
    const others = [...this.places()];
    for (const [entry, list] of others) if (entry < base) places.set(entry, list);
    unpack(packed, base, own);
    for (const [entry, list] of others) if (entry >= base + entries) places.set(entry, list);
    return new JoinedPostings(pack(places));
  }

  /** Puts other places in place of all. */
  set(places: Places): void {
    this.packed = pack(places);
  }
}

/**
 * The bucket of a word, one of so many. Words with the same three plain letters at the beginning are in
 * one: so a word that is being typed and its other forms need no further file.
 */
export function bucketOf(word: string, count: number): number {
  const key = isUnspaced(word)
    ? charactersOf(word)[0]
    : /^\p{L}/u.test(word)
      ? plainOf(word).slice(0, 3)
      : word;
  let hash = 2166136261;
  for (const letter of key ?? '') hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619);
  return ((hash ^ (hash >>> 15)) >>> 0) % count;
}
