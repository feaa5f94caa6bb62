import type { Problem } from '../record/problem.ts';
import { type ManuscriptCheck, problemAt } from './sheet.ts';

/** Ids that a list names twice. */
export const checkLists: ManuscriptCheck = ({ sheet }) =>
  (['tags', 'authors', 'aliases'] as const).flatMap((field) => {
    const list = sheet.data[field] ?? [];
    return list.flatMap((id, i): Problem[] =>
      list.indexOf(id) === i
        ? []
        : [
            problemAt(sheet, `${field}[${i}]`, {
              code: 'list-twice',
              message: `"${id}" stands twice in the list.`,
              fix: 'Remove one of the two.',
            }),
          ],
    );
  });

/** An article says something; the page of one that was withdrawn is a notice. */
export const checkText: ManuscriptCheck = ({ sheet, compiled }) =>
  !sheet.readable ||
  compiled.tree.length > 0 ||
  compiled.problems.length > 0 ||
  sheet.data.draft === true ||
  sheet.data.withdrawn !== undefined ||
  !('title' in sheet.places)
    ? []
    : [
        problemAt(sheet, '', {
          code: 'text-empty',
          message: 'The article has no text.',
          fix: 'Write it below the frontmatter, or add "draft: true".',
        }),
      ];
