import { addTo } from '../lib/group.ts';
import type { Article } from './article.ts';
import { newestFirst } from './order.ts';

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
 * @returns article id to related articles
 */
export function relate(oldestFirst: readonly Article[], size: number): Map<string, Article[]> {
  const related = new Map<string, Article[]>();
  const index = new Index();
  const first = oldestFirst.slice(0, size + 1);
  for (const article of first) index.add(article);
  for (const [i, article] of oldestFirst.entries()) {
    related.set(article.id, index.nearest(article, size));
    if (i >= first.length) index.add(article);
  }
  return related;
}

class Index {
  #size = 0;
  readonly #byTag = new Map<string, Article[]>();
  readonly #byStoryline = new Map<string, Article[]>();
  readonly #bySource = new Map<string, Article[]>();

  add(article: Article): void {
    this.#size += 1;
    for (const tag of article.tags) addTo(this.#byTag, tag, article);
    for (const url of sourceUrls(article)) addTo(this.#bySource, url, article);
    if (article.storyline !== undefined) addTo(this.#byStoryline, article.storyline, article);
  }

  nearest(article: Article, size: number): Article[] {
    const scores = new Map<Article, number>();
    const score = (others: readonly Article[] | undefined, points: number): void => {
      for (const other of others?.slice(-REACH) ?? []) {
        if (other !== article) scores.set(other, (scores.get(other) ?? 0) + points);
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
    return [...scores]
      .sort(([a, x], [b, y]) => y - x || newestFirst(a, b))
      .slice(0, size)
      .map(([other]) => other);
  }
}

function sourceUrls(article: Article): Set<string> {
  return new Set(article.sources.flatMap((source) => (source.url === undefined ? [] : source.url)));
}
