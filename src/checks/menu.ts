import { distance } from 'fastest-levenshtein';
import { nearest } from '../lib/text.ts';
import type { Problem } from '../record/problem.ts';
import { PLACES } from '../record/sections.ts';
import type { ContentModel } from './model.ts';

/** What the menu and the footer name is there: a place of the site, or a page of the owner's. */
export function* checkMenu({
  site: { menu, footer = [] },
  pages,
}: ContentModel): Generator<Problem> {
  const known: readonly string[] = [...PLACES, ...pages.map(({ id }) => id)];
  const lists = [
    { field: 'menu', links: menu },
    ...footer.map(({ links }, i) => ({ field: `footer[${i}].links`, links })),
  ];
  for (const { field, links } of lists) {
    for (const [i, place] of links.entries()) {
      if (typeof place !== 'string' || known.includes(place)) continue;
      const meant = nearest(place, known, distance);
      yield {
        code: 'place-unknown',
        severity: 'error',
        file: 'src/publication/site.config.ts',
        line: 1,
        column: 1,
        field: `${field}[${i}]`,
        message: `There is no place "${place}", nor a page content/pages/${place}.mdx.`,
        fix: meant
          ? `Did you mean "${meant}"?`
          : `Name one of ${known.join(', ')}, or an address: { name: '…', href: '…' }.`,
      };
    }
  }
}
