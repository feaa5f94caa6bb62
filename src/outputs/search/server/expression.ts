import type { Query } from '../answer.ts';

/* What a database is asked: the language of FTS5 (https://www.sqlite.org/fts5.html#full_text_query_syntax) and conditions. */

/** A value of a row. */
export type Cell = string | number | null;

/** Entries that are weighed, at most: of a word that nearly all have, of the rarest words of a query. */
const WEIGHED = 10_000;

/** What a query asks of the database. */
export interface Asked {
  /** Of each term that an entry may have, how it is found and how many have it at most. */
  any: { found: string; count: number }[];
  must: string[];
  not: string[];
}

/** What was chosen, as a condition. */
export interface Filter {
  where(number: string): string;
  values: Cell[];
}

/**
 * What was chosen of a query.
 * @param but a facet that is left open
 */
export function filterOf({ chosen, from, to }: Query, but?: string): Filter {
  const conditions: string[] = [];
  const values: Cell[] = [];
  for (const [facet, some = []] of Object.entries(chosen)) {
    if (facet === but || some.length === 0) continue;
    conditions.push(
      `in (select entry from facets where facet = ? and value in (${some.map(() => '?').join()}))`,
    );
    values.push(facet, ...some);
  }
  // entries are numbered by their days
  if (from !== undefined) {
    conditions.push('>= (select coalesce(min(entry), 1e9) from entries where day >= ?)');
    values.push(from);
  }
  if (to !== undefined) {
    conditions.push('<= (select coalesce(max(entry), -1) from entries where day <= ?)');
    values.push(to);
  }
  return { where: (number) => conditions.map((one) => ` and ${number} ${one}`).join(''), values };
}

/** The terms that fewest entries have, as many as can be weighed. */
export function rarest(any: Asked['any']): Asked['any'] {
  let sum = 0;
  return any
    .toSorted((a, b) => a.count - b.count)
    .filter(({ count }, i) => {
      sum += count;
      return i === 0 || sum <= WEIGHED;
    });
}

/** A word that no text has. */
export const NOTHING = '"\u{e000}"';

/** What an entry must have, as FTS5 is asked (https://www.sqlite.org/fts5.html#full_text_query_syntax). */
export function expression({ any, must, not }: Asked, joint: ' AND ' | ' OR '): string | undefined {
  const some = any.map(({ found }) => found).join(joint);
  const all = [...must, ...(some === '' ? [] : [`(${some})`])].join(' AND ');
  if (all === '') return undefined;
  return not.length === 0 ? all : `(${all}) NOT ${anyOf(not)}`;
}

/**
 * Where nearly all entries have each of the words: those that have them in headline or standfirst, which stand before
 * all others. Undefined where fewer have them, so that all can be weighed.
 */
export function inHeads(asked: Asked): string | undefined {
  const fewest = Math.min(...asked.any.map(({ count }) => count));
  const all = expression(asked, ' AND ');
  const isSimple = asked.must.length + asked.not.length === 0;
  return isSimple && all !== undefined && fewest > WEIGHED ? `{title head} : (${all})` : undefined;
}

/** Words one after another. */
export function quoted(words: string): string {
  return `"${words.replaceAll('"', '""')}"`;
}

/** Any of some. */
export function anyOf(found: readonly string[]): string {
  return found.length === 1 ? (found[0] ?? '') : `(${found.join(' OR ')})`;
}
