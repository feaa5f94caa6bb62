import { type Moment, parseMoment, settledAt } from '../lib/dates.ts';
import type { Archive } from './archive.ts';
import { type Article, outDate } from './article.ts';
import { compareKeys } from './order.ts';

/** When an entry came out and changed, in milliseconds since 1970 UTC; whole seconds that no two share. */
export interface Moments {
  published: number;
  /** Its last change: an update, a correction, its withdrawal; `published` if there was none. */
  updated: number;
  /** Of its last update, if it was updated. */
  update: number | undefined;
  /** Of each correction, in the order of the article's. */
  corrections: readonly number[];
}

/** When an entry came out, as its writer gave the date. */
export function publishedOf(
  article: Article,
  { moments, site }: Pick<Archive, 'moments' | 'site'>,
): Moment {
  return settledAt(moments(article).published, outDate(article), site.zone);
}

/** The moments of all entries, and when the first of them will be another. */
export interface AllMoments {
  of(article: Article): Moments;
  /** In milliseconds since 1970 UTC; undefined for never. */
  nextChange: number | undefined;
}

/** What decides the moments of a record beside its entries. */
interface Known {
  zone: string;
  /** Milliseconds since 1970 UTC. */
  now: number;
}

/**
 * The moments of every entry. What is added to a record leaves those of the others as they are, as
 * long as they are in the ledger: those that it has known longest come first, and drafts last.
 */
export function allMoments(articles: readonly Article[], known: Known): AllMoments {
  const docket = articles.toSorted(byDocket).map((article) => arrivalOf(article, known));
  // what the ledger had at one moment stays in the order of the docket
  const arrivals = docket.toSorted(byLedger);
  const free = new FreeSeconds();
  const published = new Map<Article, number>();
  // of one registration the last in the docket has its moment, and the others the seconds before
  for (const { article, at, since } of docket.toReversed().sort(byLedger)) {
    if (since !== undefined) published.set(article, free.upTo(at, since));
  }
  for (const { article, at, since } of arrivals) {
    if (since === undefined) published.set(article, free.from(at));
  }
  const moments = new Map<Article, Moments>();
  for (const { article } of docket) {
    const cameOut = published.get(article) ?? 0;
    moments.set(article, { published: cameOut, ...changesOf(article, cameOut, free, known.now) });
  }
  const next = arrivals.flatMap(({ until = [] }) => until);
  return {
    nextChange: next.length > 0 ? Math.min(...next) : undefined,
    of(article) {
      const found = moments.get(article);
      if (!found) throw new Error(`${article.file} is not one of the record`);
      return found;
    },
  };
}

/** When an entry came out, as far as it alone decides that. */
interface Arrival {
  article: Article;
  at: number;
  /** When the ledger had it first; what it never had comes last. */
  first: number;
  /** Of the ledger's own moment: the earliest that may stand for it. */
  since?: number;
  /** Until when that holds. */
  until?: number;
}

/**
 * An entry came out on the later of its two days. If that is a bare day, it did so at the ledger's
 * moment where that lies on it, else about noon, so that it is that day all over the world; never
 * after the ledger had it, and never ahead of the clock.
 */
function arrivalOf(article: Article, { zone, now }: Known): Arrival {
  const { ms, day, hasTime } = outDate(article);
  const first = (article.draft ? undefined : article.first) ?? Number.POSITIVE_INFINITY;
  if (hasTime) return { article, first, at: Math.min(ms, first) };
  const end = lastSecond(day, zone);
  const isOnDay = first >= ms && first < end + 1000;
  // one that was registered ahead came out as its day began, and so did others
  if (first <= end && first !== ms) return { article, first, at: first, since: isOnDay ? ms : 0 };
  if (isOnDay) return { article, first, at: first };
  const noon = Math.min(Date.parse(`${day}T12:00Z`), end);
  const isMorning = !article.draft && first > now && ms <= now && now < noon;
  return isMorning ? { article, first, at: ms, until: noon } : { article, first, at: noon };
}

/** The last whole second of a day in a zone. */
function lastSecond(day: string, zone: string): number {
  const tomorrow = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
  return (parseMoment(tomorrow, zone)?.ms ?? 0) - 1000;
}

/** The changes of an entry, each later than the one before, the first later than the entry. */
function changesOf(
  article: Article,
  published: number,
  free: FreeSeconds,
  now: number,
): Omit<Moments, 'published'> {
  const { corrections, updated, withdrawn } = article;
  const update = updated && { date: updated };
  const changes = [
    ...corrections.toReversed(),
    // what is added to a day does not move what was there
    ...(update ? [update] : []),
  ].sort((a, b) => a.date.ms - b.date.ms);
  if (withdrawn && withdrawn.date.ms <= now) changes.push(withdrawn);
  const [, serial = 0] = /-(\d+)$/.exec(article.number ?? '') ?? [];
  const moments = new Map<object, number>();
  let last = published;
  for (const change of changes) {
    // changes of one bare day in the order of the docket, if nothing else tells them apart
    const { ms, hasTime } = change.date;
    last = free.from(Math.max(hasTime ? ms : ms + Number(serial) * 1000, last + 1000));
    moments.set(change, last);
  }
  return {
    updated: last,
    update: update && moments.get(update),
    corrections: corrections.map((one) => moments.get(one) ?? last),
  };
}

/** What the ledger has known longest first. */
function byLedger({ first: a }: Arrival, { first: b }: Arrival): number {
  return a === b ? 0 : a - b;
}

function byDocket(a: Article, b: Article): number {
  return Number(a.draft) - Number(b.draft) || compareKeys(a.key, b.key);
}

/** Seconds of which each is given away once. */
class FreeSeconds {
  readonly #taken = new Set<number>();

  /** The first free one, not before a moment. */
  from(ms: number): number {
    let second = Math.floor(ms / 1000);
    while (this.#taken.has(second)) second += 1;
    return this.#take(second);
  }

  /** The last free one, not after a moment and not before another; after it, where all are taken. */
  upTo(ms: number, since: number): number {
    let second = Math.floor(ms / 1000);
    while (this.#taken.has(second)) second -= 1;
    return second * 1000 < since ? this.from(ms) : this.#take(second);
  }

  #take(second: number): number {
    this.#taken.add(second);
    return second * 1000;
  }
}
