import type { Archive } from '../../record/archive.ts';
import type { Article } from '../../record/article.ts';

/**
 * Places in a feed for entries that changed though newer ones would fill it. More would let a day of
 * many small updates push out what subscribers have not seen yet.
 */
const LATE_PLACES = 5;

/** However heavy, a feed has so many entries, and those of so many milliseconds: who asks seldom gets them. */
const LEAST = { count: 10, time: 48 * 3_600_000 };

/** An entry in a feed. */
export interface Place {
  article: Article;
  /** Whether the feed must have it, whole or not. */
  isDue: boolean;
}

/**
 * The entries that a feed should carry, those that subscribers must get first: what came out last,
 * and what was corrected, updated or withdrawn since, however old.
 * @param articles and the withdrawn ones of which the feed carries the notice
 */
export function inPlaces(
  articles: readonly Article[],
  { moments }: Pick<Archive, 'moments'>,
  count: number,
): Place[] {
  const changed = articles.filter((article) => {
    const { published, updated } = moments(article);
    return updated > published;
  });
  const late = new Set(
    changed.sort((a, b) => moments(b).updated - moments(a).updated).slice(0, LATE_PLACES),
  );
  const moment = (article: Article): number =>
    late.has(article) ? moments(article).updated : moments(article).published;
  const sorted = articles.toSorted((a, b) => moment(b) - moment(a));
  const since = sorted[0] ? moment(sorted[0]) - LEAST.time : 0;
  return sorted.slice(0, Math.max(count, LEAST.count)).map((article, i) => ({
    article,
    isDue: i < LEAST.count || moment(article) >= since,
  }));
}
