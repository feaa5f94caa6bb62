import { isAsked, writeQuery } from '../../../outputs/search/address.ts';
import type { Query } from '../../../outputs/search/answer.ts';
import { readStored, store } from '../stored.ts';
import { h } from './html.ts';
import type { View } from './results.ts';
import { whereOf } from './summary.ts';

/* Searches that led somewhere, kept in the reader's browser and nowhere else. */

const NAME = 'searches';
const MOST = 6;

interface Recent {
  /** The query as an address has it, with its question mark. */
  search: string;
  label: string;
}

/** Keeps a query that was answered. */
export function keepRecent(query: Query, view: View): void {
  if (!isAsked(query)) return;
  const search = writeQuery({ ...query, order: 'best' });
  const label = [query.text.trim(), whereOf(query, view)]
    .filter((part) => part !== '')
    .join(view.t.signs.colon);
  const others = recents().filter((one) => one.search !== search);
  store(NAME, JSON.stringify([{ search, label }, ...others].slice(0, MOST)));
}

export function recents(): Recent[] {
  try {
    const kept: unknown = JSON.parse(readStored(NAME) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isRecent) : [];
  } catch {
    return [];
  }
}

function isRecent(one: unknown): one is Recent {
  const { search, label } = (one ?? {}) as Partial<Recent>;
  return typeof search === 'string' && typeof label === 'string';
}

export function forgetRecent(): void {
  store(NAME, undefined);
}

/** Those that are kept, as links. */
export function recentItems(action: string): HTMLLIElement[] {
  return recents().map(({ search, label }) =>
    h('li', h('a', { href: action + search, 'data-query': '' }, label)),
  );
}
