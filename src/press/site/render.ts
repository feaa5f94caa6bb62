import type { Article } from '../../record/article.ts';
import type { Text } from '../../record/text.ts';
import { currentSnapshot } from '../current.ts';

/**
 * The text of an article.
 * @throws Error with a sentence when the cache has lost it
 */
export async function getText(article: Article): Promise<Text> {
  return (await currentSnapshot()).text(article);
}
