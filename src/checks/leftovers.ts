import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { placeOf } from '../markdown/scope.ts';
import { placeInText } from './place.ts';
import {
  type CopyCheck,
  type Finding,
  type ManuscriptCheck,
  problemAt,
  readableFields,
} from './sheet.ts';

/** What writers leave for later; in capitals, so that ordinary words are left alone. */
const LEFTOVER = /\b(?:TODO|FIXME|TKTK|TK|TBC|TBD)\b|\b[Ll]orem ipsum\b/;

/** A note to oneself in the text. (A comment, `{/* … *\/}`, is never published and may hold one.) */
export const checkLeftovers: CopyCheck = ({ all, draft }) => {
  const findings: Finding[] = [];
  const severity = draft ? 'warning' : 'error';
  for (const node of all('text')) {
    const match = LEFTOVER.exec(node.value);
    if (!match) continue;
    findings.push({ severity, ...placeInText(node, match.index), ...verdict(match[0]) });
  }
  for (const node of [...all('mdxJsxFlowElement'), ...all('mdxJsxTextElement')]) {
    for (const { name, text } of writtenProps(node)) {
      const match = LEFTOVER.exec(text);
      if (!match) continue;
      const field = `<${node.name} ${name}>`;
      findings.push({ severity, field, ...placeOf(node), ...verdict(match[0]) });
    }
  }
  return findings;
};

/** The same in what the frontmatter says to readers. */
export const checkFieldLeftovers: ManuscriptCheck = ({ sheet }) => {
  const severity = sheet.data.draft ? 'warning' : 'error';
  return readableFields(sheet).flatMap(([field, text]) => {
    const match = LEFTOVER.exec(text);
    return match ? [problemAt(sheet, field, { severity, ...verdict(match[0]) })] : [];
  });
};

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

function verdict(word: string) {
  return {
    code: 'leftover',
    message: `"${word}" was left in the text.`,
    fix: 'Finish the sentence, or put the note in a comment: {/* … */}.',
  };
}
