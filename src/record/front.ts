import type { Article } from './article.ts';

/** Entries beside the lead that the front page shows in columns. */
const COMPANIONS = 3;

/** The front page: the newest entry, the three before it, and the docket below them. */
export interface Front {
  /** Undefined while the record is empty. */
  lead: Article | undefined;
  companions: readonly Article[];
  docket: readonly Article[];
}

/**
 * Chooses the entries of the front page.
 * @param newestFirst the visible articles
 * @param size rows of the docket
 */
export function frontOf(newestFirst: readonly Article[], size: number): Front {
  const from = 1 + COMPANIONS;
  return {
    lead: newestFirst[0],
    companions: newestFirst.slice(1, from),
    docket: newestFirst.slice(from, from + size),
  };
}

/** A whole number that can be drawn to count, or undefined: "124" is one, "$60m" and "8+" are not. */
export function countable(figure: Article['figure']): number | undefined {
  if (figure === undefined || !/^[1-9]\d{0,2}$/.test(figure.value)) return undefined;
  const n = Number(figure.value);
  return n >= 2 && n <= 400 ? n : undefined;
}
