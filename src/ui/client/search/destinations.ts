import type { Query } from '../../../outputs/search/answer.ts';
import {
  bestDestinations,
  type Destination,
  type Destinations,
} from '../../../outputs/search/destinations.ts';
import { languageOf } from '../../../outputs/search/language.ts';
import { DESTINATIONS, FOLDER } from '../../../outputs/search/names.ts';
import { h } from './html.ts';
import { pageAt } from './own-address.ts';
import { pause } from './pause.ts';
import type { View } from './results.ts';
import { filtersInForce } from './summary.ts';

export type { Destination };

let fetched: Promise<Destinations> | undefined;

/** All that there are; none when they do not come, since entries answer without them. */
export function fetchAll(base: string): Promise<Destinations> {
  fetched ??= fetch(base + FOLDER + DESTINATIONS)
    .then((response) => (response.ok ? (response.json() as Promise<Destinations>) : {}))
    .catch(() => {
      fetched = undefined;
      return {};
    });
  return fetched;
}

/** What answers a query beside entries: the page at an address, or what has a name of its words. */
export async function destinationsOf(
  query: Query,
  view: View,
  base: string,
): Promise<Destination[]> {
  if (filtersInForce(query, view).length > 0) return [];
  const page = await pageAt(query.text, base);
  if (page) return [page];
  const language = languageOf(view.manifest.language);
  const all = await fetchAll(base);
  await pause();
  return bestDestinations(query.text, all, language, labels(view));
}

/** One as it is shown: what it is, its name, what is said of it. */
export function destinationItem({ kind, name, href, text }: Destination, view: View) {
  return h(
    'li',
    h('span.label', labels(view)[kind] ?? ''),
    h('p', h('a', { href }, name), text !== '' && [' ', h('span', text)]),
  );
}

function labels({ t }: View): Readonly<Record<string, string>> {
  return { ...t.facets, ...t.destinations };
}
