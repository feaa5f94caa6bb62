import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { keep, readKept } from '../../content/kept.ts';
import { placeBlocks } from './blocks.ts';
import type { IndexMonth } from './index-parts.ts';
import type { QueryLanguage } from './language.ts';
import type { Places } from './postings.ts';
import { pack } from './postings.ts';
import type { SearchRecord } from './record.ts';
import { keepsSmall } from './zones.ts';

/** The index of a month: what is kept of it for the next build. */
export interface MonthIndex {
  /** Postings of every word; entries are numbered within the month. */
  words: Record<string, number[]>;
  /** Every word as it is spelt, with the number of entries that have it. */
  spelt: Record<string, number>;
  /** For each entry: its length in words, its day, what it can be chosen by, and the file of its text. */
  entries: { length: number; day: number; facets: SearchRecord['facets']; text: string }[];
  /** Name of the folder of its texts, by what is in them. */
  folder: string;
}

/** The index of a month, from the cache when it was made before. */
export function monthIndex(
  month: IndexMonth,
  cache: string,
  recordsOf: () => Iterable<SearchRecord>,
  language: () => QueryLanguage,
): MonthIndex {
  const kept = keptMonth(month.key, cache);
  if (kept) return kept;
  const made = indexed(recordsOf(), language());
  keep(join(cache, month.key), Buffer.from(JSON.stringify(made)));
  return made;
}

/** The index of a month that was made before, by its digest; undefined when it is no longer there. */
export function keptMonth(key: string, cache: string): MonthIndex | undefined {
  const kept = readKept(join(cache, key));
  return kept && (JSON.parse(kept.toString()) as MonthIndex);
}

function indexed(records: Iterable<SearchRecord>, language: QueryLanguage): MonthIndex {
  const words = new Map<string, Places>();
  const spelt = new Map<string, number>();
  const entries: MonthIndex['entries'] = [];
  for (const { text, facets } of records) {
    const seen = new Set<string>();
    let length = 0;
    for (const placed of placeBlocks(text.blocks, language)) {
      for (const word of placed.words) {
        const place = placed.start + word.at;
        if (language.isDropped(word.text) && !keepsSmall(placed.block.kind)) continue;
        length += 1;
        seen.add(word.spelt);
        addPlace(words, word.text, entries.length, place);
      }
    }
    for (const word of seen) spelt.set(word, (spelt.get(word) ?? 0) + 1);
    entries.push({
      length,
      day: Number(text.day.slice(8, 10)),
      facets,
      text: `${JSON.stringify(text)}\n`,
    });
  }
  const digest = createHash('sha256').update(entries.map(({ text }) => text).join(''));
  return {
    words: Object.fromEntries([...words].map(([word, places]) => [word, pack(sorted(places))])),
    spelt: Object.fromEntries(spelt),
    entries,
    folder: digest.digest('hex').slice(0, 8),
  };
}

/** Adds a place of a word in an entry. */
function addPlace(words: Map<string, Places>, word: string, entry: number, place: number): void {
  let places = words.get(word);
  if (!places) {
    places = new Map();
    words.set(word, places);
  }
  const list = places.get(entry);
  if (list) list.push(place);
  else places.set(entry, [place]);
}

function sorted(places: Places): Places {
  for (const list of places.values()) list.sort((a, b) => a - b);
  return places;
}
