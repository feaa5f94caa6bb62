import { fileProblem, type Problem } from '../record/problem.ts';

/*
 * Reading Markdown takes time that grows with the square of some things. No article comes near these
 * limits; a file that passes them is refused before it is read, so that no file can hold up a build.
 */

/** Characters of a file: about 50,000 words. */
const FILE = 300_000;
/** Lines of a file. */
const LINES = 10_000;
/** Characters of a line. */
const LINE = 100_000;
/** Characters of the frontmatter. */
const FRONTMATTER = 100_000;
/** Marks (brackets, stars, bars…) of a file, and between two empty lines. */
const MARKS = 30_000;
const BLOCK_MARKS = 5_000;
/** Columns by which a line is indented, and quotations or lists begun within each other on it. */
const INDENT = 200;
const NESTED = 40;

type Limit = [message: string, fix: string];

/** What of a file passes a limit, if anything does. */
export function overLimit(source: string, file: string): Problem | undefined {
  const say = (line: number, [message, fix]: Limit): Problem =>
    fileProblem(file, { code: 'over-limit', line, message, fix });
  const lines = source.split('\n');
  const whole = limitOfFile(source, lines.length);
  if (whole) return say(1, whole);
  let marks = 0;
  let blockMarks = 0;
  for (const [i, line] of lines.entries()) {
    const [lead = ''] = /^(?:[ \t]|>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/.exec(line) ?? [];
    const nested = lead.match(/[>+*-]|\d[.)]/g)?.length ?? 0;
    const found = nested + (line.match(/[*_~#[\]()!`<>{}|&:@]/g)?.length ?? 0);
    marks += found;
    // an item of a list is read alone
    blockMarks = line.trim() === '' ? 0 : (nested > 0 ? 0 : blockMarks) + found;
    const limit = limitOfLine(line, lead, nested) ?? limitOfMarks(marks, blockMarks);
    if (limit) return say(i + 1, limit);
  }
  return undefined;
}

function limitOfFile(source: string, lines: number): Limit | undefined {
  if (source.length > FILE) {
    return [`The file has ${source.length} characters, the limit is ${FILE}.`, 'Divide it.'];
  }
  const frontmatter = source.indexOf('\n---', 3);
  if (source.startsWith('---') && frontmatter > FRONTMATTER) {
    return [
      `The frontmatter has ${frontmatter} characters, the limit is ${FRONTMATTER}.`,
      'Put into the text what belongs there.',
    ];
  }
  if (lines <= LINES) return undefined;
  return [`The file has ${lines} lines, the limit is ${LINES}.`, 'Divide it.'];
}

function limitOfLine({ length }: string, lead: string, nested: number): Limit | undefined {
  if (length > LINE) {
    return [
      `The line has ${length} characters, the limit is ${LINE}.`,
      'Divide it into paragraphs.',
    ];
  }
  if (nested > NESTED) {
    return [
      `The line begins ${nested} quotations or lists within each other, the limit is ${NESTED}.`,
      'Nest less.',
    ];
  }
  if (lead.length <= INDENT || lead.length === length) return undefined;
  return [`The line is indented by ${lead.length} columns, the limit is ${INDENT}.`, 'Nest less.'];
}

function limitOfMarks(marks: number, blockMarks: number): Limit | undefined {
  if (marks <= MARKS && blockMarks <= BLOCK_MARKS) return undefined;
  const many = marks > MARKS ? `file has more than ${MARKS}` : `block has more than ${BLOCK_MARKS}`;
  return [
    `The ${many} marks of Markdown (brackets, stars, bars).`,
    'Divide it, or remove what is repeated.',
  ];
}

/** What to say of a file that is nested more deeply than the machine can follow. */
export function tooDeep(file: string): Problem {
  return fileProblem(file, {
    code: 'over-limit',
    message: 'Something in the file is nested too deeply to be read.',
    fix: 'Nest brackets, lists and components less deeply.',
  });
}
