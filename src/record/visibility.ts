import type { Article } from './article.ts';

/** What an entry is to readers at a moment. */
export type Visibility = 'published' | 'draft' | 'future' | 'expired' | 'withdrawn';

type Dates = Pick<Article, 'draft' | 'pubDate' | 'expires' | 'withdrawn' | 'pinned'>;

/** The state of an entry at `now` (milliseconds since 1970 UTC). */
export function visibility(entry: Dates, now: number): Visibility {
  if (entry.draft) return 'draft';
  if (entry.pubDate.ms > now) return 'future';
  if (entry.withdrawn && entry.withdrawn.date.ms <= now) return 'withdrawn';
  if (entry.expires && entry.expires.ms <= now) return 'expired';
  return 'published';
}

/** The one rule for every output: does a reader see this entry at `now`? */
export function visible(entry: Dates, now: number): boolean {
  return visibility(entry, now) === 'published';
}

/** The next instant at which some entry appears, goes or leaves the top, or undefined: then the site must be built again. */
export function nextChange(entries: Iterable<Dates>, now: number): number | undefined {
  let next: number | undefined;
  for (const entry of entries) {
    if (entry.draft) continue;
    for (const moment of [entry.pubDate, entry.expires, entry.withdrawn?.date, entry.pinned]) {
      if (moment && moment.ms > now && (next === undefined || moment.ms < next)) next = moment.ms;
    }
  }
  return next;
}
