import type { Article } from '../../record/article.ts';
import { newestFirst } from '../../record/order.ts';

/**
 * Places in a feed for entries that changed though newer ones would fill it. More would let a day of
 * many small updates push out what subscribers have not seen yet.
 */
const LATE_PLACES = 5;

/**
 * The entries that a feed should carry, those that subscribers must get first: what came out last,
 * and what was corrected, updated or withdrawn since, however old. A feed has fewer when they weigh
 * too much.
 * @param articles newest first, where not all of them are asked for
 * @param withdrawn entries of which the feed carries the notice
 */
export function inPlaces(
  articles: readonly Article[],
  withdrawn: readonly Article[],
  count: number,
): Article[] {
  const changed = new Map<Article, number>();
  for (const article of articles) if (article.updated) changed.set(article, article.updated.ms);
  for (const article of withdrawn) changed.set(article, article.withdrawn?.date.ms ?? 0);
  const latest = [...changed].sort(([a, x], [b, y]) => y - x || newestFirst(a, b));
  const late = new Map(latest.slice(0, LATE_PLACES));
  const moment = (article: Article): number => Math.max(late.get(article) ?? 0, cameOut(article));
  // of entries that came out on their day, only the newest can have a place
  const older = articles.slice(count).filter((article) => late.has(article) || article.compiled);
  return [...articles.slice(0, count), ...older, ...withdrawn]
    .sort(
      (a, b) =>
        moment(b) - moment(a) || Number(late.has(b)) - Number(late.has(a)) || newestFirst(a, b),
    )
    .slice(0, count);
}

/** When an entry was first to be read: one that is filed under an earlier day came out when it was compiled. */
function cameOut({ pubDate, compiled }: Article): number {
  return Math.max(pubDate.ms, compiled?.ms ?? 0);
}
