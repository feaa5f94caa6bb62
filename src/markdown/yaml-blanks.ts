import { BLANK, blankName } from '../lib/invisible.ts';
import type { Problem } from '../record/problem.ts';

/* Signs that look like those of YAML, and that it does not read. */

/** Places where YAML wants a space, and a look-alike blank stands: before a field, behind its colon, at the end. */
const BLANKS = new RegExp(
  `^[ ]*[${BLANK}][ ${BLANK}]*|(?<=(?:^[ ]*|[{,][ ]*|- )["']?[\\w-]+["']?:)[${BLANK}]+|[${BLANK}]+$`,
  'gm',
);

/** A text with a colon and a space in place of full-width colons behind the names of fields. */
export function withColons(text: string, file: string, firstLine: number) {
  const problems: Problem[] = [];
  const lines = text.split('\n').map((line, i) => {
    const [found, name = ''] = /^[ ]*(?:- +)*([\w-]+)：[ \u3000]*/.exec(line) ?? [];
    if (found === undefined) return line;
    const column = found.indexOf('：') + 1;
    problems.push({
      code: 'yaml-colon',
      severity: 'error',
      file,
      line: firstLine + i,
      column,
      field: /^\s/.test(line) ? '' : name,
      message: 'Here is a full-width colon, which YAML does not read.',
      fix: 'Write ": ".',
      repair: { old: found.slice(column - 1), new: ': ' },
    });
    return `${found.slice(0, column - 1)}: ${line.slice(found.length)}`;
  });
  return { text: lines.join('\n'), problems };
}

/** A text with spaces in place of blanks that only look like them, and where those stand. */
export function withSpaces(text: string) {
  const blanks: { offset: number; run: string }[] = [];
  const spaced = text.replace(BLANKS, (found, offset: number) => {
    const at = found.search(new RegExp(`[${BLANK}]`));
    blanks.push({ offset: offset + at, run: found.slice(at) });
    return ' '.repeat(found.length);
  });
  return { text: spaced, blanks };
}

export function blankProblem(
  run: string,
  at: Pick<Problem, 'file' | 'line' | 'column' | 'field'>,
): Problem {
  return {
    ...at,
    code: 'yaml-blank',
    severity: 'error',
    message: `Here is ${blankName(run.charAt(0))}, which YAML does not take for a space.`,
    fix: 'Write an ordinary space.',
    repair: { old: run, new: ' '.repeat(run.length) },
  };
}
