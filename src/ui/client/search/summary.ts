import { foundLine, noneLine } from '../../../i18n/phrases.ts';
import { unfiltered, writeQuery } from '../../../outputs/search/address.ts';
import type { Answer, Order, Query, Trouble } from '../../../outputs/search/answer.ts';
import { FACETS } from '../../../outputs/search/names.ts';
import { h } from './html.ts';
import { valuesOf } from './panel.ts';
import type { View } from './results.ts';

/* The lines around the results. Links carry the address of the query that they stand for. */

/** Whether `astro dev` shows the page. */
declare const IS_PREVIEW: boolean;

type Line = (Node | string)[];

/** A link to a query. */
export function queryLink(query: Query, { manifest }: View, ...children: Line) {
  const href = manifest.pages.search + writeQuery(query);
  return h('a', { href, 'data-query': '' }, children);
}

/** What went wrong; that a preview has no index before the first build, too. */
export function troubleLine(trouble: Trouble, { t }: Pick<View, 't'>): Line {
  return [t.trouble[trouble], ...(trouble === 'missing' && IS_PREVIEW ? [' ', t.noIndex] : [])];
}

/** How many entries hold what, and where; and what was not searched. */
export function statusLine(query: Query, answer: Answer, view: View): Line {
  const { t } = view;
  const typed = query.text.trim();
  const searched = answer.instead ?? typed;
  const where = whereOf(query, view);
  const { total, whole } = answer;
  const line =
    whole > 0
      ? foundLine(whole, searched, where, t)
      : total > 0
        ? t.most({ n: total, text: searched })
        : noneLine(searched, where, t);
  const others =
    whole > 0 && total > whole ? [t.signs.comma + t.mostToo({ n: total - whole })] : [];
  const instead = answer.instead === undefined ? '' : t.instead({ typed, searched });
  const offers = answer.offers.flatMap((offer) => [
    ' ',
    ...t
      .meant({ text: offer })
      .map(({ part, text }) => (part ? queryLink({ ...query, text: offer }, view, text) : text)),
  ]);
  return [
    instead,
    ...line.map(({ part, text }) => (part ? h('b', text) : text)),
    ...others,
    ...offers,
    ...partly(query, answer, view),
  ];
}

/** That only the newest years were searched, with a link that asks once more. */
function partly(query: Query, { since }: Answer, view: View): Line {
  if (since === undefined) return [];
  const said = view.t
    .partly({ year: since })
    .map(({ part, text }) => (part ? queryLink(query, view, text) : text));
  return [' ', h('span.small', said)];
}

/** Within which filters. */
export function whereOf(query: Query, view: View): string {
  const names = filtersInForce(query, view).map(({ name }) => name);
  return names.join(view.t.signs.comma);
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
    facets.push({
      name: t.since({ date: f.shortDay(from) }),
      without: { ...query, from: undefined },
    });
  if (to)
    facets.push({ name: t.until({ date: f.shortDay(to) }), without: { ...query, to: undefined } });
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
  return [t.order, ...commas(links, t)];
}

/** Where to go on: the query without its filters, what fits it, the lists of the record. */
export function onward(query: Query, view: View): Line {
  const { t, f, manifest } = view;
  const { topics, storylines, archive } = manifest.pages;
  const lists: [name: string, href: string | undefined][] = [
    [t.topics, topics],
    [t.storylines, storylines],
    [t.archive, archive],
  ];
  const links = lists.flatMap(([name, href]) =>
    href === undefined ? [] : [h('a', { href }, name)],
  );
  const isNarrow = filtersInForce(query, view).length > 0;
  return (isNarrow ? t.onwardWider : t.onward)({ links: '' }).flatMap(({ part, text }): Line => {
    if (part === 'lists') return f.either(links);
    return [part === undefined ? text : queryLink(unfiltered(query), view, text)];
  });
}

function commas(links: readonly Node[], { signs }: View['t']): Line {
  return links.flatMap((link, i) => (i === 0 ? [link] : [signs.comma, link]));
}
