import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { placeOf } from '../markdown/scope.ts';
import type { Place } from '../markdown/yaml.ts';
import type { Problem } from '../record/problem.ts';
import {
  type ArticleCheck,
  type Finding,
  type MarkdownCheck,
  problemAt,
  readableFields,
  sourceFields,
} from './model.ts';
import { placeInText } from './place.ts';

/** What writers leave for later; in capitals, so that ordinary words are left alone. */
const LEFTOVER = /\b(?:TODO|FIXME|TKTK|TK)\b|\b[Ll]orem ipsum\b/;
/** The same, if it is not the bank or the business of that name. */
const MAYBE = /\b(?:TBC|TBD)\b/;

/** A note to oneself in the text. (A comment, `{/* … *\/}`, is never published and may hold one.) */
export const checkTodoMarkers: MarkdownCheck = ({ all, draft }) => {
  const findings: Finding[] = [];
  for (const node of all('text')) {
    const found = leftover(node.value, draft);
    if (found) findings.push({ ...placeInText(node, found.index), ...found.verdict });
  }
  for (const node of [...all('image'), ...all('imageReference')]) {
    const found = leftover(node.alt ?? '', draft);
    if (found) findings.push({ ...placeOf(node), ...found.verdict });
  }
  for (const node of [...all('mdxJsxFlowElement'), ...all('mdxJsxTextElement')]) {
    for (const { name, text } of writtenProps(node)) {
      const found = leftover(text, draft);
      const field = `<${node.name} ${name}>`;
      if (found) findings.push({ field, ...placeOf(node), ...found.verdict });
    }
  }
  return findings;
};

/** The same in what the frontmatter says to readers. */
export const checkFieldTodoMarkers: ArticleCheck = (article) => {
  const { draft = false } = article.data;
  return [...readableFields(article), ...sourceFields(article)].flatMap(([field, text, lang]) => {
    // in Spanish "TODO" is a word
    const found = leftover(text, draft || lang !== undefined);
    return found ? [problemAt(article, field, found.verdict)] : [];
  });
};

/** Fields of pages, authors, tags, storylines and terms that readers read. */
const TEXTS = ['title', 'name', 'role', 'description', 'short', 'bio', 'text'];

/** The same in what a page, or something that articles name, says to readers. */
export function checkTexts(
  data: Readonly<Record<string, unknown>>,
  file: string,
  placeOfText: (field: string) => Place,
): Problem[] {
  return TEXTS.flatMap((field): Problem[] => {
    const text = data[field];
    const found = typeof text === 'string' ? leftover(text, false) : undefined;
    return found ? [{ file, ...placeOfText(field), field, ...found.verdict }] : [];
  });
}

/** A tag's props as they are written. */
function writtenProps({ attributes }: MdxJsxFlowElement | MdxJsxTextElement) {
  return attributes.flatMap((attribute) =>
    attribute.type === 'mdxJsxAttribute' && attribute.value
      ? [
          {
            name: attribute.name,
            text: typeof attribute.value === 'string' ? attribute.value : attribute.value.value,
          },
        ]
      : [],
  );
}

/** The first note to oneself in a text: a sure one, or else one that may be a name. */
function leftover(text: string, isUnsure: boolean) {
  const sure = LEFTOVER.exec(text);
  const match = sure ?? MAYBE.exec(text);
  if (!match) return undefined;
  const [word] = match;
  return {
    index: match.index,
    verdict: {
      code: 'leftover',
      severity: sure && !isUnsure ? ('error' as const) : ('warning' as const),
      ...(sure
        ? {
            message: `"${word}" was left in the text.`,
            fix: 'Finish the sentence, or put the note in a comment: {/* … */}.',
          }
        : {
            message: `"${word}" stands in the text, which is a name or was left there.`,
            fix: 'Finish the sentence; a name may stay.',
          }),
    },
  };
}
