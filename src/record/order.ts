import { compareText } from '../lib/text.ts';

/** What an order needs to know of an entry. */
export interface Dated {
  pubDate: { ms: number };
  /** Permanent id: settles ties, so that every order is total. */
  key: string;
}

/** Oldest first; entries of one moment by permanent id. */
export function oldestFirst(a: Dated, b: Dated): number {
  return a.pubDate.ms - b.pubDate.ms || compareKeys(a.key, b.key);
}

/** Newest first: the exact reverse of {@link oldestFirst}. */
export function newestFirst(a: Dated, b: Dated): number {
  return oldestFirst(b, a);
}

/** Docket numbers count (18-9 before 18-31); anything else compares as text. */
export function compareKeys(a: string, b: string): number {
  const x = /^(\d{2})-(\d+)$/.exec(a);
  const y = /^(\d{2})-(\d+)$/.exec(b);
  if (x && y) return compareText(x[1] ?? '', y[1] ?? '') || Number(x[2]) - Number(y[2]);
  return compareText(a, b);
}
