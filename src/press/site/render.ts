import { ArticleCache } from '../../content/cache.ts';
import type { Article } from '../../record/article.ts';
import type { Text } from '../../record/text.ts';

let cache: ArticleCache | undefined;

/**
 * The text of an article.
 * @throws Error with a sentence when the cache has lost it
 */
export function getText(article: Article): Text {
  cache ??= new ArticleCache(process.cwd());
  return cache.text(article);
}
