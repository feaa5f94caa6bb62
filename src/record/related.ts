import { createHash } from 'node:crypto';
import { addTo } from '../lib/group.ts';
import type { Article } from './article.ts';

/** How much one thing in common counts. A tag counts more the rarer it is. */
const SAME_STORYLINE = 3;
const SAME_SOURCE = 2;

/** How far back a tag is followed, so that a large archive costs no more than a small one. */
const REACH = 200;

/**
 * Related entries of every article: those with the most in common, nearest first.
 *
 * An article is compared with older ones only, by what was known when it was filed, so publishing a
 * new one never changes the list of an old one. (The first few entries of a record, which have
 * nothing older, may also point to the ones just after them.)
 *
 * @param oldestFirst the visible articles
 * @param size entries a list holds at most
 * @param memo what was worked out before
 * @returns article id to related articles
 */
export function relate(
  oldestFirst: readonly Article[],
  size: number,
  memo?: Worked,
): Map<string, Article[]> {
  const work = () => relatedPlaces(oldestFirst, size);
  const places = memo ? memo.of(digestOf(oldestFirst, size), work) : work();
  return new Map(
    oldestFirst.map(({ id }, i) => [
      id,
      (places[i] ?? []).flatMap((place) => oldestFirst[place] ?? []),
    ]),
  );
}

/** Values that were worked out before, by the digest of what they follow from. */
export interface Worked {
  of<Value>(digest: string, make: () => Value): Value;
}

/** Digest of all that makes entries related. */
function digestOf(record: readonly Article[], size: number): string {
  const hash = createHash('sha256').update(`related ${size}`);
  for (const article of record) {
    const { id, tags, storyline = '' } = article;
    hash.update(`${id}\n${tags.join()}\n${storyline}\n${[...sourceUrls(article)].join()}\n`);
  }
  return hash.digest('hex').slice(0, 32);
}

/** Places in the record of what is related to each of its entries. */
function relatedPlaces(oldestFirst: readonly Article[], size: number): number[][] {
  const index = new Index(oldestFirst);
  const first = Math.min(oldestFirst.length, size + 1);
  for (let i = 0; i < first; i += 1) index.add(i);
  return oldestFirst.map((_, i) => {
    const places = index.nearest(i, size);
    if (i >= first) index.add(i);
    return places;
  });
}

/** Articles by what they may have in common, each as its place in the record. */
class Index {
  readonly #record: readonly Article[];
  #size = 0;
  readonly #byTag = new Map<string, number[]>();
  readonly #byStoryline = new Map<string, number[]>();
  readonly #bySource = new Map<string, number[]>();
  /** Points by place: all 0 between two questions. */
  readonly #points: Float64Array;

  constructor(record: readonly Article[]) {
    this.#record = record;
    this.#points = new Float64Array(record.length);
  }

  add(place: number): void {
    const article = this.#record[place];
    if (!article) return;
    this.#size += 1;
    for (const tag of article.tags) addTo(this.#byTag, tag, place);
    for (const url of sourceUrls(article)) addTo(this.#bySource, url, place);
    if (article.storyline !== undefined) addTo(this.#byStoryline, article.storyline, place);
  }

  nearest(place: number, size: number): number[] {
    const article = this.#record[place];
    if (!article) return [];
    const points = this.#points;
    const scored: number[] = [];
    const score = (others: readonly number[] | undefined, gained: number): void => {
      for (const other of others?.slice(-REACH) ?? []) {
        if (other === place) continue;
        const before = points[other] ?? 0;
        if (before === 0) scored.push(other);
        points[other] = before + gained;
      }
    };
    for (const tag of article.tags) {
      const others = this.#byTag.get(tag);
      score(others, Math.log(1 + this.#size / (1 + (others?.length ?? 0))));
    }
    for (const url of sourceUrls(article)) score(this.#bySource.get(url), SAME_SOURCE);
    if (article.storyline !== undefined) {
      score(this.#byStoryline.get(article.storyline), SAME_STORYLINE);
    }
    const best = highest(scored, points, size);
    for (const other of scored) points[other] = 0;
    return best;
  }
}

/** The places with the most points, of equal ones the newest first. Hundreds are asked for three. */
function highest(places: readonly number[], points: Float64Array, size: number): number[] {
  const best: number[] = [];
  const isBetter = (a: number, b: number): boolean => {
    const difference = (points[a] ?? 0) - (points[b] ?? 0);
    return difference === 0 ? a > b : difference > 0;
  };
  for (const place of places) {
    let at = best.length;
    while (at > 0 && isBetter(place, best[at - 1] ?? place)) at -= 1;
    if (at >= size) continue;
    best.splice(at, 0, place);
    best.length = Math.min(best.length, size);
  }
  return best;
}

function sourceUrls(article: Article): Set<string> {
  return new Set(article.sources.flatMap((source) => (source.url === undefined ? [] : source.url)));
}
