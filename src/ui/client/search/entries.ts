import type { QueryLanguage } from '../../../outputs/search/language.ts';
import { META } from '../../../outputs/search/names.ts';
import type { Found } from './engine.ts';
import type { Marked } from './places.ts';
import { type Result, toResult } from './result.ts';

/* Entries that were found, on their way to be shown. */

/** Fetches texts of entries, a few at a time, and marks the terms in them. */
export function taker(
  source: Iterator<Found> | AsyncIterator<Found>,
  terms: Marked,
  language: QueryLanguage,
): (count: number) => Promise<Result[]> {
  return async (count) => {
    const batch: Found[] = [];
    while (batch.length < count) {
      const next = await source.next();
      if (next.done) break;
      batch.push(next.value);
    }
    return Promise.all(batch.map(async (found) => toResult(await found.data(), terms, language)));
  };
}

/** Entries in the order of their docket numbers, the lowest first. */
export async function inNumberOrder(found: readonly Found[]): Promise<Found[]> {
  if (found.length < 2) return [...found];
  const numbered = await Promise.all(
    found.map(async (entry) => ({ entry, key: (await entry.data()).meta[META.number] ?? '' })),
  );
  numbered.sort((a, b) => a.key.localeCompare(b.key, 'en', { numeric: true }));
  return numbered.map(({ entry }) => entry);
}
