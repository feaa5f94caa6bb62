import { plainWords } from '../lib/text.ts';
import type { ArticleFile } from '../record/article-file.ts';
import type { Problem } from '../record/problem.ts';
import { type ContentModel, problemAt } from './model.ts';

/** Two articles of one headline cannot be told apart in a list or a feed. */
export function* checkTitles({ articles }: ContentModel): Generator<Problem> {
  const first = new Map<string, ArticleFile>();
  for (const article of articles) {
    const { title } = article.data;
    if (title === undefined) continue;
    const key = plainWords(title).toLowerCase();
    const other = first.get(key);
    if (!other) {
      first.set(key, article);
      continue;
    }
    yield problemAt(article, 'title', {
      code: 'title-twice',
      severity: 'warning',
      message: `The headline "${title}" is also that of ${other.file}.`,
      fix: 'Say what is different.',
    });
  }
}
