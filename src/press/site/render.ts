import { modules, runText } from 'virtual:articles-with-code';
import { ArticleCache } from '../../content/cache.ts';
import type { Article } from '../../record/article.ts';
import type { Compiled } from '../../record/compiled.ts';

let cache: ArticleCache | undefined;

/** The compiled text of an article. */
export function getText(article: Article): Compiled {
  const text = read(article.digest);
  if (!text) {
    throw new Error(
      `${article.file}: its compiled text cannot be read. Run "npm run build -- --force".`,
    );
  }
  return text;
}

/** The text of an article with code as a component of `@astrojs/mdx`; undefined for one without. */
export async function getContent({ id }: Article) {
  return (await modules[id]?.())?.Content;
}

/** The compiled text of an article, what its code makes included. */
export async function getWholeText(article: Article): Promise<Compiled> {
  const content = await getContent(article);
  const text = getText(article);
  return content && runText ? runText(content, text) : text;
}

/** In a preview the loader adds to the cache while we read: an unknown digest is looked up anew. */
function read(digest: string): Compiled | undefined {
  cache ??= new ArticleCache(process.cwd());
  const found = cache.text(digest);
  if (found) return found;
  cache.close();
  cache = new ArticleCache(process.cwd());
  return cache.text(digest);
}
