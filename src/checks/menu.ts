import { distance } from 'fastest-levenshtein';
import { nearest } from '../lib/text.ts';
import type { Problem } from '../record/problem.ts';
import { PLACES } from '../record/sections.ts';
import type { Place, Site } from '../record/site.ts';
import { CONFIG, type ContentModel, type Verdict } from './model.ts';

/** What the menu and the footer name is there: a place of the site, or a page of the owner's. */
export function* checkMenu({ site, pages }: ContentModel): Generator<Problem> {
  const known: readonly string[] = [...PLACES, ...pages.map(({ id }) => id)];
  for (const { field, place } of placesOf(site)) {
    if (typeof place !== 'string' || known.includes(place)) continue;
    const meant = nearest(place, known, distance);
    yield inMenu(field, {
      code: 'place-unknown',
      message: `There is no place "${place}", nor a page content/pages/${place}.mdx.`,
      fix: meant
        ? `Did you mean "${meant}"?`
        : `Name one of ${known.join(', ')}, or an address: { name: '…', href: '…' }.`,
    });
  }
}

/** Every place that the menu and the footer name, each with its field. */
export function placesOf({ menu, footer = [] }: Site): { field: string; place: Place }[] {
  const lists = [
    { field: 'menu', links: menu },
    ...footer.map(({ links }, i) => ({ field: `footer[${i}].links`, links })),
  ];
  return lists.flatMap(({ field, links }) =>
    links.map((place, i) => ({ field: `${field}[${i}]`, place })),
  );
}

/** A problem with a place that the menu or the footer names. */
export function inMenu(field: string, verdict: Verdict): Problem {
  return { severity: 'error', file: CONFIG, line: 1, column: 1, field, ...verdict };
}
