import type { Archive } from '../record/archive.ts';
import type { Article } from '../record/article.ts';

/** What is made of an article stands on many pages: each value is made once for an archive. */
export function perArticle<T>(
  make: (article: Article, archive: Archive) => T,
): (article: Article, archive: Archive) => T {
  const archives = new WeakMap<Archive, Map<Article, T>>();
  return (article, archive) => {
    const made = archives.get(archive) ?? new Map<Article, T>();
    archives.set(archive, made);
    const value = made.get(article) ?? make(article, archive);
    made.set(article, value);
    return value;
  };
}
