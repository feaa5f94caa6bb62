import { codePointName, INVISIBLE_IN_LINE } from '../lib/invisible.ts';
import { compareText } from '../lib/text.ts';

/**
 * A writer's or owner's mistake: what is wrong, where, and what to do.
 * Problems are collected, never thrown one at a time.
 */
export interface Problem {
  /** Stable name of the rule, for tools: `title-too-long`. */
  code: string;
  severity: 'error' | 'warning';
  /** Path from the project's root, with forward slashes. */
  file: string;
  /** 1-based; 1 where only the file is known. */
  line: number;
  /** 1-based. */
  column: number;
  /** Frontmatter field (`sources[2].url`) or component (`<Cite>`); empty for the text. */
  field: string;
  /** What is wrong, with the author's own value; ends with a full stop. */
  message: string;
  /** What to do; ends with a full stop. */
  fix: string;
  /** A change that is always right: `old`, which begins at line and column, becomes `new`. */
  repair?: { old: string; new: string };
  /** A photo, as a path from the root, that would be sound without what it says of where it was taken. */
  photo?: string;
}

/** A problem of a file: an error on its first line, where nothing else is said. */
export function fileProblem(
  file: string,
  given: Pick<Problem, 'code' | 'message' | 'fix'> & Partial<Omit<Problem, 'file'>>,
): Problem {
  return { severity: 'error', file, line: 1, column: 1, field: '', ...given };
}

/** Errors before warnings within a file; files by path, then by position. Total and locale-free. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    compareText(a.file, b.file) ||
    Number(a.severity === 'warning') - Number(b.severity === 'warning') ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

/** One line: `path:line:col field: what is wrong. What to do.` */
export function formatProblem(problem: Problem): string {
  const field = problem.field === '' ? '' : `${problem.field}: `;
  const { file, line, column, message, fix } = problem;
  return visibleText(`${file}:${line}:${column} ${field}${message} ${fix}`);
}

/** What hides, reorders or steers a terminal, made visible. */
function visibleText(text: string): string {
  return text.replace(INVISIBLE_IN_LINE, (char) => `⟨${codePointName(char)}⟩`);
}

/** How many of a kind are told one by one. */
export const MOST = { error: 200, warning: 20 } as const;

/**
 * The list as people read it: grouped by file, a count at the end.
 * @param most how many of a kind are told one by one; the others are counted
 */
export function formatProblems(
  problems: readonly Problem[],
  most: Readonly<Record<Problem['severity'], number>> = MOST,
): string {
  if (problems.length === 0) return 'No problems.';
  const sorted = [...problems].sort(compareProblems);
  const lines: string[] = [];
  let file = '';
  const told = new Map<string, number>();
  for (const problem of sorted) {
    const kind = `${problem.severity} ${problem.code}`;
    told.set(kind, (told.get(kind) ?? 0) + 1);
    if ((told.get(kind) ?? 0) > most[problem.severity]) continue;
    if (problem.file !== file) {
      if (lines.length > 0) lines.push('');
      file = problem.file;
    }
    lines.push(formatProblem(problem) + (problem.severity === 'warning' ? ' (warning)' : ''));
  }
  const errors = sorted.filter((p) => p.severity === 'error').length;
  const warnings = sorted.length - errors;
  const files = new Set(sorted.map((p) => p.file)).size;
  const more = [...told].flatMap(([kind, all]) => {
    const [severity = '', code = ''] = kind.split(' ');
    const rest = all - most[severity as Problem['severity']];
    return rest > 0 ? [`… and ${count(rest, `more ${severity}`)} of the kind "${code}".`] : [];
  });
  if (more.length > 0) lines.push('', ...more);
  const counted = `${count(errors, 'error')}, ${count(warnings, 'warning')}`;
  return [...lines, '', `${counted} in ${count(files, 'file')}.`].join('\n');
}

/** The list as GitHub's runners read it: each problem is shown on its line of a pull request. */
export function formatAnnotations(problems: readonly Problem[]): string {
  const text = (value: string) =>
    value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (value: string) => text(value).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return [...problems]
    .sort(compareProblems)
    .map(({ severity, file, line, column, field, message, fix }) => {
      const place = `file=${property(file)},line=${line},col=${column}`;
      const title = field === '' ? '' : `,title=${property(visibleText(field))}`;
      return `::${severity} ${place}${title}::${text(visibleText(`${message} ${fix}`))}`;
    })
    .join('\n');
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
