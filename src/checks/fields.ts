import type { Problem } from '../record/problem.ts';
import { type ArticleCheck, problemAt } from './model.ts';

/** Ids that a list names twice. */
export const checkLists: ArticleCheck = (article) =>
  (['tags', 'authors', 'aliases'] as const).flatMap((field) => {
    const list = article.data[field] ?? [];
    return list.flatMap((id, i): Problem[] =>
      list.indexOf(id) === i
        ? []
        : [
            problemAt(article, `${field}[${i}]`, {
              code: 'list-twice',
              message: `"${id}" stands twice in the list.`,
              fix: 'Remove one of the two.',
            }),
          ],
    );
  });

/** An article says something; the page of one that was withdrawn is a notice. */
export const checkText: ArticleCheck = (article, compiled) =>
  !article.readable ||
  compiled.tree.length > 0 ||
  compiled.problems.length > 0 ||
  article.data.draft === true ||
  article.data.withdrawn !== undefined ||
  !('title' in article.places)
    ? []
    : [
        problemAt(article, '', {
          code: 'text-empty',
          message: 'The article has no text.',
          fix: 'Write it below the frontmatter, or add "draft: true".',
        }),
      ];
