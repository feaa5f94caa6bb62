import { toRfc3339 } from '../../../../src/lib/dates.ts';
import type { Article } from '../../../../src/record/article.ts';
import { type ArticleFields, archiveOf, article, testSite } from '../../../support/article.ts';

/** What decides moments beside the entries. */
export interface Given {
  /** When the ledger had each first, by number. */
  firsts?: Record<string, string>;
  zone?: string;
  now?: string;
}

export function momentsOf(
  entries: readonly ArticleFields[],
  { firsts = {}, zone = 'UTC', now }: Given,
) {
  const site = testSite({ zone });
  const articles = entries.map((fields, i) => {
    const first = firsts[fields.number ?? ''];
    return article({ slug: `entry-${i}`, ...fields, ...(first !== undefined && { first }) }, site);
  });
  const archive = archiveOf(articles, {
    site,
    now: Date.parse(now ?? '2026-12-24T12:00Z'),
  });
  const written = (ms: number) => toRfc3339(ms, zone);
  return {
    archive,
    of: (i: number) => {
      const { published, updated, corrections } = archive.moments(articles[i] as Article);
      return {
        published: written(published),
        updated: written(updated),
        corrections: corrections.map(written),
      };
    },
  };
}

/** When one entry came out. */
export function cameOut(fields: ArticleFields, given: Given & { first?: string } = {}): string {
  const { first, ...more } = given;
  const firsts: Record<string, string> = first === undefined ? {} : { '18-31': first };
  return momentsOf([{ number: '18-31', ...fields }], { firsts, ...more }).of(0).published;
}
