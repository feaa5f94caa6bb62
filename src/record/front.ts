import type { Article } from './article.ts';

/** Entries beside the lead that the front page shows in columns. */
const COMPANIONS = 3;

/** The front page: an entry drawn large, the three newest others, and the docket below them. */
export interface Front {
  /** Undefined while the record is empty. */
  lead: Article | undefined;
  companions: readonly Article[];
  docket: readonly Article[];
}

/**
 * Chooses the entries of the front page. On top is what its editors pinned; else the newest of its
 * entries that has a chart, or a figure that is drawn to count; else, and wherever covers are shown,
 * the newest.
 * @param newestFirst the visible articles
 * @param size rows of the docket
 * @param now milliseconds since 1970 UTC
 * @param covers whether covers are shown
 */
export function frontOf(
  newestFirst: readonly Article[],
  size: number,
  now: number,
  covers = false,
): Front {
  const most = 1 + COMPANIONS + size;
  const newest = newestFirst.slice(0, most);
  const lead =
    newestFirst.find(({ pinned }) => pinned && pinned.ms > now) ??
    (covers ? undefined : drawn(newest)) ??
    newest[0];
  const others = newestFirst.slice(0, most + 1).filter((article) => article !== lead);
  return {
    lead,
    companions: others.slice(0, COMPANIONS),
    docket: others.slice(COMPANIONS, most - 1),
  };
}

/** The newest entry that has something to be drawn large. */
function drawn(newest: readonly Article[]): Article | undefined {
  return newest.find(({ chart }) => chart) ?? newest.find(({ figure }) => countable(figure));
}

/** A whole number that can be drawn to count, or undefined: "124" is one, "$60m" and "8+" are not. */
export function countable(figure: Article['figure']): number | undefined {
  if (figure === undefined || !/^[1-9]\d{0,2}$/.test(figure.value)) return undefined;
  const n = Number(figure.value);
  return n >= 2 && n <= 400 ? n : undefined;
}
