import type { Heading } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { placeOf } from '../markdown/scope.ts';
import type { Finding, MarkdownCheck } from './model.ts';

/** Headings go down one level at a time, from the second: the first is the article's title. */
export const checkHeadings: MarkdownCheck = ({ all }) => {
  const findings: Finding[] = [];
  let above = 1;
  for (const heading of all('heading')) {
    const finding = judge(heading, above);
    if (finding) findings.push({ ...placeOf(heading), ...finding });
    above = Math.max(2, heading.depth);
  }
  return findings;
};

function judge(
  heading: Heading,
  above: number,
): Pick<Finding, 'code' | 'message' | 'fix'> | undefined {
  const text = plainText(heading).trim();
  if (text === '') {
    return {
      code: 'heading-empty',
      message: 'The heading has no words.',
      fix: 'Write some, or remove the line.',
    };
  }
  if (heading.depth === 1) {
    return {
      code: 'heading-first',
      message: `The heading "${text}" is of the first level, which is the title's.`,
      fix: `Write "## ${text}".`,
    };
  }
  if (heading.depth > above + 1) {
    return {
      code: 'heading-skips',
      message: `The heading "${text}" is of level ${heading.depth}, but there is none of level ${heading.depth - 1} above it.`,
      fix: `Write "${'#'.repeat(above + 1)} ${text}".`,
    };
  }
  return undefined;
}
