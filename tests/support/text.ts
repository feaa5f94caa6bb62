import { compileOptions } from '../../src/content/options.ts';
import { compile } from '../../src/markdown/compile.ts';
import type { Article } from '../../src/record/article.ts';
import type { Site } from '../../src/record/site.ts';
import type { Text } from '../../src/record/text.ts';
import { type ArticleFields, article, testSite } from './article.ts';

/** An article with its text through the real compiler. */
export async function compiledArticle(
  body: string,
  fields: ArticleFields = {},
  site: Site = testSite(),
): Promise<{ article: Article; text: Text }> {
  const made = article(fields, site);
  const sourceIds = made.sources.map(({ id }) => id);
  const text = await compile({ file: made.file, body, sourceIds }, compileOptions(site));
  if (text.problems.length > 0) throw new Error(text.problems.map((p) => p.message).join('\n'));
  return { article: { ...made, words: text.words }, text };
}
