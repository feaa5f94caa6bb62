import { groupByEach } from '../lib/group.ts';
import { compareText } from '../lib/text.ts';
import type { Article } from './article.ts';
import type { AuthorData } from './frontmatter.ts';

/** A person or desk with its entries. */
export interface Author extends AuthorData {
  id: string;
  /** Newest first. */
  articles: Article[];
}

/** The authors of visible articles, by the name they sort under. */
export function collectAuthors(
  newestFirst: readonly Article[],
  known: ReadonlyMap<string, AuthorData>,
): Map<string, Author> {
  const byAuthor = groupByEach(newestFirst, (article) => article.authors);
  const authors = [...byAuthor].map(([id, articles]): Author => {
    const data = known.get(id) ?? { name: id };
    return { id, ...data, articles };
  });
  const sortName = (author: Author) => author.sortName ?? author.name;
  authors.sort((a, b) => compareText(sortName(a), sortName(b)) || compareText(a.id, b.id));
  return new Map(authors.map((author) => [author.id, author]));
}
