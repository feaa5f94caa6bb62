import {
  type Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
} from 'yaml';
import type { Problem } from '../domain/problem.ts';

/** A place in a file, 1-based. */
export interface Place {
  line: number;
  column: number;
}

/** YAML that knows where each of its values stands. */
export interface Yaml {
  /** Plain data; undefined when the YAML is broken. */
  data: unknown;
  /** Where a value (or, for an unknown path, its nearest known parent) stands. */
  place(path: readonly PropertyKey[]): Place;
  /** Where the key of a value stands. */
  keyPlace(path: readonly PropertyKey[]): Place;
  /** How the author wrote a scalar, without quotes, and whether it was quoted. */
  written(path: readonly PropertyKey[]): { text: string; quoted: boolean } | undefined;
  /** Where every value stands, by field name (`sources[2].url`). */
  places(): Record<string, [line: number, column: number]>;
  problems: Problem[];
}

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
    return {
      file,
      frontmatter: {
        ...parseYaml('', file, 1),
        problems: [
          {
            code: 'frontmatter-missing',
            severity: 'error',
            file,
            line: 1,
            column: 1,
            field: '',
            message: 'The file has no frontmatter.',
            fix: 'Begin it with a line "---", the fields, and another line "---".',
          },
        ],
      },
      body: clean,
    };
  }
  const lines = (match[0].match(/\n/g) ?? []).length;
  return {
    file,
    frontmatter: parseYaml(match[1] ?? '', file, 2),
    body: '\n'.repeat(lines) + clean.slice(match[0].length),
  };
}

/**
 * Parses YAML 1.2.
 * @param firstLine the file's line on which `text` begins
 */
export function parseYaml(text: string, file: string, firstLine = 1): Yaml {
  const counter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: counter,
    prettyErrors: false,
    // a book of aliases that expands to gigabytes is refused by the parser itself
    stringKeys: true,
    strict: true,
    uniqueKeys: true,
  });
  const at = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(1, line) + firstLine - 1, column: Math.max(1, col) };
  };
  const problems = [...document.errors, ...document.warnings].map(
    (error): Problem => ({
      code: 'yaml',
      severity: 'error',
      file,
      ...at(error.pos[0]),
      field: '',
      ...yamlWords(error.code, error.message),
    }),
  );
  const { data, problem } = problems.length === 0 ? toData(document, file, firstLine) : {};
  if (problem) problems.push(problem);
  return {
    data,
    problems,
    place: (path) => at(offsetOf(document, path, 'value')),
    keyPlace: (path) => at(offsetOf(document, path, 'key')),
    written(path) {
      const node = document.getIn(path, true);
      if (!isScalar(node)) return undefined;
      return {
        text: node.source ?? String(node.value),
        quoted: node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE',
      };
    },
    places() {
      const places: Record<string, [number, number]> = {};
      const walk = (node: unknown, name: string): void => {
        if (name !== '' && isNode(node) && node.range) {
          const { line, column } = at(node.range[0]);
          places[name] = [line, column];
        }
        if (isMap(node)) {
          for (const { key, value } of node.items) {
            if (isScalar(key))
              walk(value, name === '' ? String(key.value) : `${name}.${key.value}`);
          }
        } else if (isSeq(node)) {
          for (const [i, item] of node.items.entries()) walk(item, `${name}[${i}]`);
        }
      };
      walk(document.contents, '');
      return places;
    },
  };
}

function toData(
  document: Document,
  file: string,
  line: number,
): { data?: unknown; problem?: Problem } {
  try {
    return { data: document.toJS({ maxAliasCount: 20 }) ?? {} };
  } catch (error) {
    return {
      problem: {
        code: 'yaml',
        severity: 'error',
        file,
        line,
        column: 1,
        field: '',
        ...aliasWords(String(error)),
      },
    };
  }
}

/** Offset of the deepest part of a path that exists. */
function offsetOf(
  document: Document,
  path: readonly PropertyKey[],
  which: 'key' | 'value',
): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = document.getIn(path.slice(0, length - 1), true);
    if (which === 'key' && isMap(parent)) {
      const pair = parent.items.find(
        (item) => isPair(item) && isScalar(item.key) && item.key.value === path[length - 1],
      );
      if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
    }
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function firstSentence(message: string): string {
  const sentence = message.split('\n')[0] ?? message;
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/[.:]$/, '')}.`;
}

/** What is wrong with names that stand for other values. */
function aliasWords(message: string): Pick<Problem, 'message' | 'fix'> {
  return /excessive/i.test(message)
    ? {
        message: 'The YAML cannot be read: names such as "*a" stand for too many values.',
        fix: 'Write the values out.',
      }
    : {
        message:
          'The YAML cannot be read: text that begins with "*" names a value that is not there.',
        fix: 'Put it in quotes.',
      };
}

/** What the parser found, in words for writers. */
function yamlWords(code: string, message: string): Pick<Problem, 'message' | 'fix'> {
  const say = (what: string, fix: string) => ({
    message: `The YAML cannot be read: ${what}.`,
    fix,
  });
  switch (code) {
    case 'DUPLICATE_KEY':
      return say('a field stands twice', 'Keep one of the two.');
    case 'TAB_AS_INDENT':
      return say('a line is indented with a tab', 'Indent it with spaces.');
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return say(
        'a colon and a space begin a field within a field',
        'Put text that contains ": " in quotes.',
      );
    case 'TAG_RESOLVE_FAILED':
      return say('words that begin with "!" are not text here', 'Put the text in quotes.');
    case 'MISSING_CHAR':
      return /quote/.test(message)
        ? say('a quotation mark above is never closed', 'Close it.')
        : say(firstSentence(message).slice(0, -1), 'Close the bracket.');
    case 'BAD_INDENT':
      return /flow/i.test(message)
        ? say('a bracket above is never closed', 'Close it with "]" or "}".')
        : say('a line is not indented as those beside it', 'Begin it in the same column.');
    default:
      return say(
        firstSentence(message).slice(0, -1),
        'Check quotes, colons and indentation on this line.',
      );
  }
}
