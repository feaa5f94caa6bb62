import { toString as plainText } from 'mdast-util-to-string';
import { placeOf } from '../markdown/scope.ts';
import type { Finding, Markdown } from './model.ts';

/** Headings go down one level at a time, from the second: the first is the article's title. */
export function* checkHeadings({ all }: Markdown): Generator<Finding> {
  let above = 1;
  for (const heading of all('heading')) {
    const { depth } = heading;
    const text = plainText(heading).trim();
    if (text === '') {
      yield {
        code: 'heading-empty',
        ...placeOf(heading),
        message: 'The heading has no words.',
        fix: 'Write some, or remove the line.',
      };
    } else if (depth === 1) {
      yield {
        code: 'heading-first',
        ...placeOf(heading),
        message: `The heading "${text}" is of the first level, which is the title's.`,
        fix: `Write "## ${text}".`,
      };
    } else if (depth > above + 1) {
      yield {
        code: 'heading-skips',
        ...placeOf(heading),
        message: `The heading "${text}" is of level ${depth}, but there is none of level ${depth - 1} above it.`,
        fix: `Write "${'#'.repeat(above + 1)} ${text}".`,
      };
    }
    above = Math.max(2, depth);
  }
}
