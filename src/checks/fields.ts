import type { ArticleFile } from '../record/article-file.ts';
import type { Problem } from '../record/problem.ts';
import type { Text } from '../record/text.ts';
import { problemAt } from './model.ts';

/** Ids that a list names twice. */
export function* checkLists(article: ArticleFile): Generator<Problem> {
  for (const field of ['tags', 'authors', 'aliases'] as const) {
    const list = article.data[field] ?? [];
    for (const [i, id] of list.entries()) {
      if (list.indexOf(id) === i) continue;
      yield problemAt(article, `${field}[${i}]`, {
        code: 'list-twice',
        message: `"${id}" stands twice in the list.`,
        fix: 'Remove one of the two.',
      });
    }
  }
}

/** An article says something; the page of one that was withdrawn is a notice. */
export function* checkText(article: ArticleFile, text: Text): Generator<Problem> {
  const { draft = false, withdrawn } = article.data;
  const isRead = article.readable && 'title' in article.places && text.problems.length === 0;
  if (!isRead || text.tree.length > 0 || draft || withdrawn) return;
  yield problemAt(article, '', {
    code: 'text-empty',
    message: 'The article has no text.',
    fix: 'Write it below the frontmatter, or add "draft: true".',
  });
}
