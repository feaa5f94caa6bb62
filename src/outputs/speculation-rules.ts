import type { Routes } from '../record/routes.ts';

/**
 * Prefetch rules (https://html.spec.whatwg.org/#speculative-loading): a page of this site is fetched
 * when a reader rests on its link, so that it opens at once. Files and addresses with a query are not.
 */
export function speculationRules({ base }: Pick<Routes, 'base'>): string {
  const rules = {
    prefetch: [
      {
        where: {
          // "(.+)": a pattern that ends with "?*" matches addresses without a query as well
          and: [
            { href_matches: [base, `${base}*/`] },
            { not: { href_matches: `${base}*\\?(.+)` } },
          ],
        },
        eagerness: 'moderate',
      },
    ],
  };
  return `${JSON.stringify(rules, null, 2)}\n`;
}
