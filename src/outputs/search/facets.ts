import type { Facet } from './names.ts';
import type { SearchRecord } from './record.ts';

/** For each entry, the oldest first: its day of the month, and what it can be chosen by. */
export type FacetColumns = [day: number, facets: SearchRecord['facets']][];

/** What every entry can be chosen by, but its year: that is its month’s. */
export interface FacetFile {
  /** The day of the month of each entry, a letter an entry. */
  days: string;
  /** Entries that have a value, each as the difference from the one before. */
  facets: Record<Facet, Record<string, number[]>>;
}

/** The letter of the first day of a month. */
const FIRST = 65;

/** The facets of all parts in one file. */
export function facetsOf(parts: readonly FacetColumns[]): FacetFile {
  const entries = parts.flat();
  const facets: FacetFile['facets'] = {};
  const last = new Map<string, number>();
  for (const [i, [, own]] of entries.entries()) {
    for (const [facet, value] of own) {
      facets[facet] ??= {};
      const values = facets[facet];
      values[value] ??= [];
      const list = values[value];
      const key = `${facet} ${value}`;
      list.push(i - (last.get(key) ?? 0));
      last.set(key, i);
    }
  }
  return { days: entries.map(([day]) => String.fromCharCode(FIRST + day - 1)).join(''), facets };
}

/** Days and facets of entries, by their numbers. */
export class Facets {
  /** `2018-08-24`, for each entry. */
  readonly days: readonly string[];
  readonly #values = new Map<Facet, Map<string, Set<number>>>();

  /** @param months the month of each entry */
  constructor({ days, facets }: FacetFile, months: readonly string[]) {
    this.days = months.map((month, i) => {
      const day = days.charCodeAt(i) - FIRST + 1;
      return `${month}-${String(day).padStart(2, '0')}`;
    });
    const years = new Map<string, Set<number>>();
    for (const [i, month] of months.entries()) {
      const year = month.slice(0, 4);
      const entries = years.get(year);
      if (entries) entries.add(i);
      else years.set(year, new Set([i]));
    }
    this.#values.set('year', years);
    for (const [facet, values] of Object.entries(facets)) {
      const sets = Object.entries(values).map(([value, gaps]): [string, Set<number>] => {
        let entry = 0;
        const entries = gaps.map((gap) => {
          entry += gap;
          return entry;
        });
        return [value, new Set(entries)];
      });
      this.#values.set(facet as Facet, new Map(sets));
    }
  }

  /** Whether an entry has one of the values. */
  has(entry: number, facet: Facet, values: readonly string[]): boolean {
    const sets = this.#values.get(facet);
    return values.some((value) => sets?.get(value)?.has(entry));
  }

  /** How many of the entries have each value. */
  count(entries: readonly number[], facet: Facet): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const [value, having] of this.#values.get(facet) ?? []) {
      const count = entries.filter((entry) => having.has(entry)).length;
      if (count > 0) counts[value] = count;
    }
    return counts;
  }
}
