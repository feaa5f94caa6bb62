import { readQuery, writeQuery } from '../address.ts';
import type { Query, Wish } from '../answer.ts';
import { LONGEST, readable } from '../query.ts';

/* A question as the address that a server is asked: that of the search page, and how much is wanted. */

/** Entries that are given at once, at most. */
const MOST = 50;

/** The address of a question, from its question mark on. */
export function writeWish(query: Query, { from = 0, count, counted = [] }: Wish): string {
  const params = new URLSearchParams(writeQuery({ ...query, text: readable(query.text) }));
  if (from > 0) params.set('start', String(from));
  params.set('count', String(count));
  if (counted.length > 0) params.set('counted', counted.join(' '));
  return `?${params}`;
}

/**
 * The question of an address; undefined when it is too long to be one.
 * @param facets what entries of the record can be chosen by
 */
export function readWish(
  search: string,
  facets: readonly string[],
): { query: Query; wish: Wish } | undefined {
  const params = new URLSearchParams(search);
  const query = readQuery(search, facets);
  if (query.text.length > LONGEST || search.length > 10 * LONGEST) return undefined;
  const number = (name: string, most: number) =>
    Math.min(most, Math.max(0, Math.trunc(Number(params.get(name)) || 0)));
  const counted = (params.get('counted') ?? '').split(' ');
  return {
    query,
    wish: {
      from: number('start', 1000),
      count: number('count', MOST),
      counted: facets.filter((facet) => counted.includes(facet)),
    },
  };
}
