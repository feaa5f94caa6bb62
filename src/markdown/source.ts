import type { Problem } from '../record/problem.ts';
import { parseYaml, type Yaml } from './yaml.ts';

/** An article's file, taken apart. */
export interface Source {
  file: string;
  frontmatter: Yaml;
  /** The text, with the frontmatter's lines blank, so that positions are those of the file. */
  body: string;
}

const FENCE = /^---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)---[ \t]*(?:\r?\n|$)/;

/** Takes an article's file apart. A file without frontmatter has empty data. */
export function parseSource(text: string, file: string): Source {
  const clean = text.replace(/^\ufeff/, '');
  const match = FENCE.exec(clean);
  if (!match) {
    const frontmatter = { ...parseYaml('', file), problems: [withoutFrontmatter(clean, file)] };
    return { file, frontmatter, body: clean };
  }
  const lines = (match[0].match(/\n/g) ?? []).length;
  return {
    file,
    frontmatter: parseYaml(match[1] ?? '', file, 2),
    body: '\n'.repeat(lines) + clean.slice(match[0].length),
  };
}

/** Why no frontmatter was found: it does not begin, begins too late, or does not end. */
function withoutFrontmatter(text: string, file: string): Problem {
  const say = (message: string, fix: string, line = 1): Problem => ({
    code: 'frontmatter-missing',
    severity: 'error',
    file,
    line,
    column: 1,
    field: '',
    message,
    fix,
  });
  if (/^---[ \t]*\r?$/m.test(text.split('\n')[0] ?? '')) {
    return say(
      'The frontmatter is never closed.',
      'Write a line "---" between the fields and the text.',
    );
  }
  const late = /^(?:[ \t]*\r?\n)+---[ \t]*\r?$|^[ \t]+---[ \t]*\r?$/m.exec(text);
  if (late?.index === 0) {
    return say(
      'The frontmatter does not begin with the file.',
      'Remove what stands before the first "---".',
    );
  }
  return say(
    'The file has no frontmatter.',
    'Begin it with a line "---", the fields, and another line "---".',
  );
}
