import { shorten } from '../lib/text.ts';
import type { ArticleFile } from '../record/article-file.ts';
import { FIT } from '../record/frontmatter.ts';
import type { Problem } from '../record/problem.ts';
import type { Text } from '../record/text.ts';
import { problemAt, readableFields } from './model.ts';

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

/** Headline and standfirst fit where they are shown. */
export function* checkLengths(article: ArticleFile): Generator<Problem> {
  for (const [field, most] of Object.entries(FIT)) {
    const length = [...(article.data[field as keyof typeof FIT] ?? '')].length;
    if (length <= most) continue;
    yield problemAt(article, field, {
      code: 'field-long',
      severity: 'warning',
      message: `It has ${length} characters, more than the ${most} that lists and search engines show.`,
      fix: 'Shorten it.',
    });
  }
}

/** Marks of Markdown and HTML, which a field shows as they stand. */
const MARKS =
  /\*\*\S|\]\((?:https?:|\/|\.)|`[^`]+`|&(?:#\d+|[a-z]+);|<\/?(?:a|b|br|em|i|p|span|strong|sub|sup)(?:\s[^<>]*)?\/?>|\[\[[^\]]+\]\]|\{\{.*?\}\}|\{%.*?%\}|(?<![\w:]):[a-z][a-z_]+:(?![\w:])/i;

/** A field is plain text. */
export function* checkPlainFields(article: ArticleFile): Generator<Problem> {
  for (const [field, text] of readableFields(article)) {
    const [mark] = MARKS.exec(text) ?? [];
    if (mark === undefined) continue;
    yield problemAt(article, field, {
      code: 'field-marks',
      severity: 'warning',
      message: `Readers would see "${shorten(mark)}" as it stands: a field is plain text.`,
      fix: 'Write the words alone.',
    });
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
