import { placesOf, zonesOf } from './blocks.ts';
import { charactersOf, isUnspaced } from './script.ts';

/*
 * Where words stand. A list of numbers for each word: an entry as the difference from the one before,
 * how many places it has there, and the places, each as the difference from the one before.
 */

/**
 * Words of one file of the index with their postings. Long ones are in a file of their own, which has this number.
 * That of a common word, −1 less its number, has only the zones; the places are in another one of the same number.
 */
export type Bucket = Record<string, number[] | number>;

/**
 * Long postings: of words that begin with the same letters, so that most forms of a word are together. Those of a
 * common word are the zones that it stands in, a letter an entry.
 */
export type LongPostings = Record<string, number[] | string>;

/** Places of a word by entry, both ascending. */
export type Places = Map<number, number[]>;

/** Postings as they are written. */
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
 * Reads packed postings.
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

/** The letter of no zone; it comes after the one that JSON escapes. */
const LETTERS = 35;

/** The zones that a word stands in, a letter for each of so many entries: a sixth of what they weigh as numbers. */
export function packZones(places: Places, entries: number): string {
  return Array.from({ length: entries }, (_, entry) =>
    String.fromCharCode(LETTERS + zonesOf(places.get(entry) ?? [])),
  ).join('');
}

/** Zones as postings. */
export function unpackZones(letters: string): number[] {
  const zones = Array.from(letters, (letter) => placesOf(letter.charCodeAt(0) - LETTERS));
  return pack(
    new Map(
      zones.map((places, entry) => [entry, places] as const).filter(([, { length }]) => length > 0),
    ),
  );
}

/** The postings of a word in several lists of entries, one after the other: put together as they are written. */
export class JoinedPostings {
  packed: number[] = [];
  /** How many entries have the word. */
  entries = 0;
  #last = 0;

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
      this.entries += 1;
    }
  }

  /** Where the word stands. */
  places(): Places {
    const places: Places = new Map();
    unpack(this.packed, 0, (entry, list) => places.set(entry, list));
    return places;
  }

  /** Puts other places in place of all. */
  set(places: Places): void {
    this.packed = pack(places);
    this.entries = places.size;
  }
}

/**
 * The bucket of a word, one of so many. Words with the same three letters at the beginning are in
 * one: so a word that is being typed and its other forms need no further file.
 */
export function bucketOf(word: string, count: number): number {
  const key = isUnspaced(word)
    ? charactersOf(word)[0]
    : /^\p{L}/u.test(word)
      ? word.slice(0, 3)
      : word;
  let hash = 2166136261;
  for (const letter of key ?? '') hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619);
  return ((hash ^ (hash >>> 15)) >>> 0) % count;
}
