import { groupBy, groupByEach } from '../lib/group.ts';
import { compareText } from '../lib/text.ts';
import type { Article } from './article.ts';
import type { TagData } from './frontmatter.ts';

/** A topic with its entries. */
export interface Tag extends TagData {
  id: string;
  /** Newest first; never empty in an archive. */
  articles: Article[];
}

/**
 * The tags that visible articles use, by name.
 * A tag that the vocabulary lacks (in an open one) is its own name, in the usual group.
 */
export function collectTags(
  newestFirst: readonly Article[],
  vocabulary: ReadonlyMap<string, TagData>,
  usualGroup: string,
): Map<string, Tag> {
  const byTag = groupByEach(newestFirst, (article) => article.tags);
  const tags = [...byTag].map(([id, articles]): Tag => {
    const data = vocabulary.get(id) ?? {
      name: id,
      group: usualGroup,
      description: '',
      synonyms: [],
    };
    return { id, ...data, articles };
  });
  tags.sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
  return new Map(tags.map((tag) => [tag.id, tag]));
}

/** How many entries each year has, from the first year to the last, empty years included. */
export function countByYear(articles: readonly Article[]): { year: string; count: number }[] {
  const years = groupBy(articles, (article) => article.pubDate.day.slice(0, 4));
  const numbers = [...years.keys()].map(Number);
  if (numbers.length === 0) return [];
  const first = Math.min(...numbers);
  const last = Math.max(...numbers);
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const year = String(first + i);
    return { year, count: years.get(year)?.length ?? 0 };
  });
}

/** Other tags of the same articles, most frequent first, then by id. */
export function filedWith(tag: Tag): { id: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const article of tag.articles) {
    for (const id of article.tags) {
      if (id !== tag.id) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([id, count]) => ({ id, count }))
    .sort((a, b) => b.count - a.count || compareText(a.id, b.id));
}
