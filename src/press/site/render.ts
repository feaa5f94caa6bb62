import { ArticleCache } from '../../content/cache.ts';
import type { Article } from '../../record/article.ts';
import type { Text } from '../../record/text.ts';

let cache: ArticleCache | undefined;

/** The compiled text of an article. */
export function getText(article: Article): Text {
  const text = read(article.digest);
  if (!text) {
    throw new Error(
      `${article.file}: its compiled text cannot be read. Run "npm run build -- --force".`,
    );
  }
  return text;
}

/** In a preview the loader adds to the cache while we read: an unknown digest is looked up anew. */
function read(digest: string): Text | undefined {
  cache ??= new ArticleCache(process.cwd());
  const found = cache.text(digest);
  if (found) return found;
  cache.close();
  cache = new ArticleCache(process.cwd());
  return cache.text(digest);
}
