import { fileProblem, type Problem } from '../record/problem.ts';
import { parseYaml, type Yaml } from './yaml.ts';

const FENCE = /^---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)---[ \t]*(?:\r?\n|$)/;

/**
 * Takes a file apart: its frontmatter, and its text with the frontmatter's lines blank, so that
 * positions are those of the file. A file without frontmatter has empty data.
 */
export function parseSource(text: string, file: string): { frontmatter: Yaml; body: string } {
  const clean = text.replace(/^\ufeff/, '');
  const match = FENCE.exec(clean);
  if (!match) {
    const problem = fileProblem(file, {
      code: 'frontmatter-missing',
      ...withoutFrontmatter(clean),
    });
    return {
      frontmatter: { ...parseYaml('', file), broken: new Set(['']), problems: [problem] },
      body: clean,
    };
  }
  const lines = (match[0].match(/\n/g) ?? []).length;
  return {
    frontmatter: parseYaml(match[1] ?? '', file, 2),
    body: '\n'.repeat(lines) + clean.slice(match[0].length),
  };
}

/** Why no frontmatter was found: it does not end, begins too late, or not at all. */
function withoutFrontmatter(text: string): Pick<Problem, 'message' | 'fix'> {
  if (/^---[ \t]*\r?$/m.test(text.split('\n')[0] ?? '')) {
    return {
      message: 'The frontmatter is never closed.',
      fix: 'Write a line "---" between the fields and the text.',
    };
  }
  if (/^\+{3}[ \t]*\r?\n/.test(text)) {
    return {
      message: 'The frontmatter is TOML, which is not read here.',
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
  if (/^(?:(?:[ \t]*\r?\n)+|[ \t]+)---[ \t]*\r?(?:\n|$)/.test(text)) {
    return {
      message: 'The frontmatter does not begin with the file.',
      fix: 'Remove what stands before the first "---".',
    };
  }
  return {
    message: 'The file has no frontmatter.',
    fix: 'Begin it with a line "---", the fields, and another line "---".',
  };
}
