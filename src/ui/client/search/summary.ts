import { FACETS, type Manifest } from '../../../outputs/search/names.ts';
import { fold } from '../../../outputs/search/script.ts';
import { isAsked, unfiltered, writeQuery } from './address.ts';
import type { Answer, Order, Query } from './finder.ts';
import { h } from './html.ts';
import { valuesOf } from './panel.ts';
import type { Voice } from './results.ts';

/* The lines around the results. Links carry the address of the query that they stand for. */

/** A link to a query. */
export function queryLink(query: Query, manifest: Manifest, ...children: (Node | string)[]) {
  return h('a', { href: manifest.pages.search + writeQuery(query), 'data-query': '' }, ...children);
}

/** How many entries hold what, and where. */
export function statusLine(query: Query, answer: Answer, manifest: Manifest, { t, f }: Voice) {
  const searched = answer.instead ?? query.text.trim();
  const within = filtersInForce(query, manifest, { t, f }).map(({ name }) => name);
  const where = within.length === 0 ? '' : f.list(within);
  const [stressed, rest] =
    answer.total > 0
      ? t.found(answer.total, searched, where)
      : answer.most > 0
        ? t.foundMost(answer.most, searched)
        : t.foundNothing(searched, where);
  return [
    ...(answer.instead === undefined ? [] : [`${t.instead(query.text.trim(), searched)} `]),
    h('b', {}, stressed),
    rest,
  ];
}

interface InForce {
  name: string;
  without: Query;
}

/** The filters of a query, each with the query that lacks it. */
export function filtersInForce(query: Query, manifest: Manifest, { t, f }: Voice): InForce[] {
  const chosen = FACETS.flatMap((facet) => {
    const names = new Map(valuesOf(manifest, facet));
    return (query.chosen[facet] ?? []).map((value) => ({
      name: names.get(value) ?? value,
      without: {
        ...query,
        chosen: {
          ...query.chosen,
          [facet]: query.chosen[facet]?.filter((other) => other !== value),
        },
      },
    }));
  });
  const { from, to, ...undated } = query;
  return [
    ...chosen,
    ...(from === undefined
      ? []
      : [{ name: t.since(f.shortDay(from)), without: { ...undated, to } }]),
    ...(to === undefined ? [] : [{ name: t.until(f.shortDay(to)), without: { ...undated, from } }]),
  ];
}

/** A chip for each filter in force. */
export function chips(query: Query, manifest: Manifest, voice: Voice): HTMLLIElement[] {
  const { t } = voice;
  const inForce = filtersInForce(query, manifest, voice);
  if (inForce.length === 0) return [];
  const all = queryLink(unfiltered(query), manifest, t.clear);
  all.className = 'all';
  return [
    ...inForce.map(({ name, without }) =>
      h(
        'li',
        {},
        queryLink(
          without,
          manifest,
          `${name} `,
          h('span', { 'aria-hidden': 'true' }, '×'),
          h('span', { class: 'vh' }, t.remove),
        ),
      ),
    ),
    h('li', {}, all),
  ];
}

/** The orders; the one in force is no link. */
export function orders(query: Query, manifest: Manifest, { t }: Voice): (Node | string)[] {
  const names: Order[] = ['best', 'newest', 'oldest'];
  return names.flatMap((order, i) => [
    i === 0 ? t.order : ', ',
    order === query.order
      ? h('b', { 'aria-current': 'true' }, t.orders[order])
      : queryLink({ ...query, order }, manifest, t.orders[order]),
  ]);
}

/** Where to go on: the query without its filters, what fits it, the lists of the record. */
export function onward(query: Query, manifest: Manifest, voice: Voice): (Node | string)[] {
  const { t } = voice;
  const { pages } = manifest;
  const filtered = filtersInForce(query, manifest, voice).length > 0 && isAsked(query);
  const link = (href: string, name: string) => h('a', { href }, name);
  return [
    t.notHere,
    ...(filtered ? [queryLink(unfiltered(query), manifest, t.everywhere), ', '] : []),
    filtered ? t.orBrowse : '',
    link(pages.topics, t.topics),
    ', ',
    link(pages.storylines, t.storylines),
    ` ${t.or} `,
    link(pages.archive, t.archive),
    '.',
  ];
}

/** Topics and storylines whose names have a word of the query. */
export function fitting(query: Query, manifest: Manifest): [name: string, page: string][] {
  const words = query.text
    .split(/\s+/)
    .map(fold)
    .filter((word) => word.length > 2);
  const { place, topic, body, storyline } = manifest.names;
  return [...place, ...topic, ...body, ...storyline].flatMap(([, name, page]) => {
    const parts = name.split(/\s+/).map(fold);
    const fits = words.some((word) =>
      parts.some((part) => part.startsWith(word.slice(0, Math.max(3, word.length - 2)))),
    );
    return fits && page !== undefined ? [[name, page] as [string, string]] : [];
  });
}
