import { fileProblem, type Problem } from '../record/problem.ts';
import { parseYaml, type Yaml } from './yaml.ts';

const FENCE = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)??---[ \t]*(?:\r?\n|$)/;

/**
 * Takes a file apart: its frontmatter, and its text with the frontmatter's lines blank, so that
 * positions are those of the file. A file without frontmatter has empty data.
 * @param linesBefore lines of the file that are not part of the text
 */
export function parseSource(
  text: string,
  file: string,
  linesBefore = 0,
): { frontmatter: Yaml; body: string } {
  const clean = text.replace(/^\ufeff/, '');
  const match = FENCE.exec(clean);
  if (!match && HALF.test(clean)) return parseHalf(clean, file);
  if (!match && LATE.test(clean)) return parseLate(clean, file);
  if (!match) {
    const problem = fileProblem(file, {
      code: 'frontmatter-missing',
      ...withoutFrontmatter(clean),
    });
    return {
      frontmatter: { ...parseYaml('', file), broken: new Set(['']), problems: [problem] },
      // what was meant for fields is no text
      body: clean.replace(FOREIGN, (block) => block.replace(/[^\n]/g, '')),
    };
  }
  const lines = (match[0].match(/\n/g) ?? []).length;
  return {
    frontmatter: parseYaml(match[1] ?? '', file, linesBefore + 2),
    body: '\n'.repeat(lines) + clean.slice(match[0].length),
  };
}

/** Reads fields that lack the line above them. */
function parseHalf(text: string, file: string): { frontmatter: Yaml; body: string } {
  const { frontmatter, body } = parseSource(`---\n${text}`, file, -1);
  const problem = fileProblem(file, {
    code: 'frontmatter-missing',
    message: 'The line "---" above the fields is missing.',
    fix: 'Write it on the first line of the file.',
  });
  return {
    frontmatter: { ...frontmatter, problems: [problem, ...frontmatter.problems] },
    body: body.slice(1),
  };
}

/** Reads fields that something stands before; that is a problem, and no text. */
function parseLate(text: string, file: string): { frontmatter: Yaml; body: string } {
  const start = text.search(/^[ \t]*---[ \t]*\r?$/m);
  const blank = text.slice(0, start).replace(/[^\n]/g, '');
  const { frontmatter, body } = parseSource(text.slice(start).trimStart(), file, blank.length);
  const [, fence] = WRAPPED.exec(text) ?? [];
  const problem = fileProblem(file, {
    code: 'frontmatter-missing',
    message: fence
      ? `The file begins with "${fence}", which makes code of what follows.`
      : 'The frontmatter does not begin with the file.',
    fix: fence
      ? 'Remove this line, and the one that closes it.'
      : 'Remove what stands before the first "---".',
  });
  return {
    frontmatter: { ...frontmatter, problems: [problem, ...frontmatter.problems] },
    body: blank + (fence ? withoutEnd(body, fence) : body),
  };
}

/** A text without the line that closes a fence around it: the last of an odd number. */
function withoutEnd(body: string, fence: string): string {
  const ends = [...body.matchAll(new RegExp(`^${fence}[ \\t]*$`, 'gm'))];
  const first = body.search(/\S/);
  const end = ends.find(({ index }) => index === first) ?? ends.at(-1);
  return end ? body.slice(0, end.index) + body.slice(end.index).replace(/^[`~]+/, '') : body;
}

/** A frontmatter of TOML or JSON, which Hugo reads. */
const FOREIGN =
  /^(?:\+{3}[ \t]*\r?\n[\s\S]*?^\+{3}[ \t]*\r?$|\{[ \t]*\r?\n[ \t]*"[\s\S]*?^\}[ \t]*\r?$)/m;

/** Fences that do not begin the file: behind blanks, or with fields behind a few lines. */
const LATE =
  /^(?:(?:[ \t]*\r?\n)+|[ \t]+)---[ \t]*\r?(?:\n|$)|^(?:(?!---)[^\n]*\n){1,5}---[ \t]*\r?\n(?:[\w-]+:[^\n]*\n|[ \t-][^\n]*\n)+---/;

/** A file that a chat or an editor put into a fence of code, the fields alone or the whole. */
const WRAPPED = /^(`{3,}|~{3,})[^\n`]*\r?\n---[ \t]*\r?\n/;

/** Fields without a fence above them. */
const HALF = /^(?:title|description|pubDate|date)[ \t]*:[^\n]*\n(?:[^\n]+\n)*?---[ \t]*\r?(?:\n|$)/;

/** A line that was to be the second fence. */
const NEARLY = /^(?:[ \t]+---|-{4,}|-{1,2}|\.{3}|[—–]+-*)[ \t]*\r?$/m;

/** Why no frontmatter was found: it does not end, begins too late, or not at all. */
function withoutFrontmatter(text: string): Pick<Problem, 'message' | 'fix'> & { line?: number } {
  if (text.includes('\r') && !text.includes('\n')) {
    return {
      message: 'The lines end as those of old Macs do, in a carriage return alone.',
      fix: 'Save the file with the line ends of Unix (LF).',
    };
  }
  if (/^---[ \t]*\r?$/m.test(text.split('\n')[0] ?? '')) {
    const nearly = NEARLY.exec(text);
    if (nearly && !/\n\r?\n/.test(text.slice(0, nearly.index))) {
      return {
        line: text.slice(0, nearly.index).split('\n').length,
        message: `The frontmatter is never closed: here is "${nearly[0].trimEnd()}".`,
        fix: 'Write "---" in place of it.',
      };
    }
    return {
      message: 'The frontmatter is never closed.',
      fix: 'Write a line "---" between the fields and the text.',
    };
  }
  if (/^\+{3}[ \t]*\r?\n/.test(text) || FOREIGN.test(text)) {
    return {
      message: `The frontmatter is ${text.startsWith('{') ? 'JSON' : 'TOML'}, which is not read here.`,
      fix: 'Write its fields as "name: value", between two lines "---".',
    };
  }
  const [dash] = /^(?:[—–]+-*|-+[—–]+)(?=[ \t]*\r?\n)/.exec(text) ?? [];
  if (dash !== undefined) {
    return {
      message: `The file begins with "${dash}", which an editor made of three hyphens.`,
      fix: 'Write "---" there and below the fields.',
    };
  }
  return {
    message: 'The file has no frontmatter.',
    fix: 'Begin it with a line "---", the fields, and another line "---".',
  };
}
