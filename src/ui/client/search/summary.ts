import { FACETS } from '../../../outputs/search/names.ts';
import { fold } from '../../../outputs/search/script.ts';
import { unfiltered, writeQuery } from './address.ts';
import type { Answer, Order, Query } from './finder.ts';
import { h } from './html.ts';
import { valuesOf } from './panel.ts';
import type { View } from './results.ts';

/* The lines around the results. Links carry the address of the query that they stand for. */

type Line = (Node | string)[];

/** A link to a query. */
export function queryLink(query: Query, { manifest }: View, ...children: Line) {
  const href = manifest.pages.search + writeQuery(query);
  return h('a', { href, 'data-query': '' }, children);
}

/** How many entries hold what, and where. */
export function statusLine(query: Query, answer: Answer, view: View): Line {
  const { t, f } = view;
  const typed = query.text.trim();
  const searched = answer.instead ?? typed;
  const where = f.list(filtersInForce(query, view).map(({ name }) => name));
  const [stressed, rest] =
    answer.total > 0
      ? t.found(answer.total, searched, where)
      : answer.most > 0
        ? t.foundMost(answer.most, searched)
        : t.foundNothing(searched, where);
  const instead = answer.instead === undefined ? '' : `${t.instead(typed, searched)} `;
  return [instead, h('b', stressed), rest];
}

/** The filters of a query, each with the query that lacks it. */
export function filtersInForce(query: Query, { t, f, manifest }: View) {
  const { chosen, from, to } = query;
  const facets = FACETS.flatMap((facet) => {
    const values = chosen[facet] ?? [];
    const names = new Map(valuesOf(manifest, facet));
    return values.map((value): { name: string; without: Query } => {
      const others = values.filter((other) => other !== value);
      return {
        name: names.get(value) ?? value,
        without: { ...query, chosen: { ...chosen, [facet]: others } },
      };
    });
  });
  if (from)
    facets.push({ name: t.since(f.shortDay(from)), without: { ...query, from: undefined } });
  if (to) facets.push({ name: t.until(f.shortDay(to)), without: { ...query, to: undefined } });
  return facets;
}

/** A chip for each filter in force. */
export function chips(query: Query, view: View): HTMLLIElement[] {
  const { t } = view;
  const inForce = filtersInForce(query, view);
  if (inForce.length === 0) return [];
  const all = queryLink(unfiltered(query), view, t.clear);
  all.className = 'all';
  const cross = () => [h('span', { 'aria-hidden': 'true' }, '×'), h('span.sr-only', t.remove)];
  return [
    ...inForce.map(({ name, without }) =>
      h('li', queryLink(without, view, `${name} `, ...cross())),
    ),
    h('li', all),
  ];
}

/** The orders; the one in force is no link. */
export function orders(query: Query, view: View): Line {
  const { t } = view;
  const names: Order[] = ['best', 'newest', 'oldest'];
  const links = names.map((order) =>
    order === query.order
      ? h('b', { 'aria-current': 'true' }, t.orders[order])
      : queryLink({ ...query, order }, view, t.orders[order]),
  );
  return [t.order, ...commas(links)];
}

/** Where to go on: the query without its filters, what fits it, the lists of the record. */
export function onward(query: Query, view: View): Line {
  const { t, manifest } = view;
  const { topics, storylines, archive } = manifest.pages;
  const wider =
    filtersInForce(query, view).length > 0
      ? [queryLink(unfiltered(query), view, t.everywhere), ', ', t.orBrowse]
      : [];
  const lists = [
    ...(topics === undefined ? [] : [h('a', { href: topics }, t.topics)]),
    ...(storylines === undefined ? [] : [h('a', { href: storylines }, t.storylines)]),
  ];
  return [
    t.notHere,
    ...wider,
    ...(lists.length > 0 ? [...commas(lists), ` ${t.or} `] : []),
    h('a', { href: archive }, t.archive),
    '.',
  ];
}

/** Topics and storylines whose names have a word of the query. */
export function fitting(query: Query, { t, manifest }: View): Line {
  const beginnings = query.text
    .split(/\s+/)
    .map(fold)
    .filter((word) => word.length > 2)
    .map((word) => word.slice(0, Math.max(3, word.length - 2)));
  const fits = (name: string) =>
    name.split(/\s+/).some((part) => beginnings.some((begin) => fold(part).startsWith(begin)));
  const { place, topic, body, storyline } = manifest.names;
  const links = [...place, ...topic, ...body, ...storyline].flatMap(([, name, href]) =>
    href !== undefined && fits(name) ? [h('a', { href }, name)] : [],
  );
  return links.length === 0 ? [] : [`${t.fitting} `, ...commas(links)];
}

function commas(links: readonly Node[]): Line {
  return links.flatMap((link, i) => (i === 0 ? [link] : [', ', link]));
}
