import type { Order, Query } from './answer.ts';
import { FACETS } from './names.ts';

/* A query and the address that shares it: `?q=foreign+platforms&place=china&year=2018&sort=newest`. */

const ORDERS: readonly Order[] = ['best', 'newest', 'oldest'];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The query of an address; what cannot be one is left out.
 * @param facets what entries can be chosen by
 */
export function readQuery(search: string, facets = FACETS): Query {
  const params = new URLSearchParams(search);
  const chosen: Query['chosen'] = {};
  for (const facet of facets) {
    const values = params.getAll(facet).filter((value) => value !== '');
    if (values.length > 0) chosen[facet] = [...new Set(values)];
  }
  const day = (name: string) => {
    const value = params.get(name) ?? '';
    return DAY.test(value) ? value : undefined;
  };
  const sort = params.get('sort');
  return {
    text: params.get('q') ?? '',
    chosen,
    from: day('from'),
    to: day('to'),
    order: ORDERS.find((order) => order === sort) ?? 'best',
  };
}

/** The part of an address that gives a query, with its question mark; empty when nothing is asked. */
export function writeQuery({ text, chosen, from, to, order }: Query): string {
  const params = new URLSearchParams();
  if (text.trim() !== '') params.set('q', text.trim());
  for (const facet of FACETS) {
    for (const value of chosen[facet] ?? []) params.append(facet, value);
  }
  if (from !== undefined) params.set('from', from);
  if (to !== undefined) params.set('to', to);
  if (order !== 'best') params.set('sort', order);
  const search = params.toString();
  return search === '' ? '' : `?${search}`;
}

/** Whether anything is asked for. */
export function isAsked(query: Query): boolean {
  return writeQuery({ ...query, order: 'best' }) !== '';
}

/** The same query without its filters. */
export function unfiltered(query: Query): Query {
  return { text: query.text, order: query.order, chosen: {} };
}
