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
import type { Problem } from '../record/problem.ts';
import { tooDeep } from './limits.ts';
import { blankProblem, withColons, withSpaces } from './yaml-blanks.ts';
import { fieldAround, mistakes, valueNames } from './yaml-messages.ts';

/** A place in a file, 1-based. */
export interface Place {
  line: number;
  column: number;
}

/** A scalar as it stands in the file. */
export interface Written {
  /** Without quotes. */
  text: string;
  quoted: boolean;
  /** What YAML takes for a comment behind it on its line: `#1`, or `# 1 in Asia`. */
  lost?: string;
}

/** YAML that knows where each of its values stands. */
export interface Yaml {
  /** Plain data: of broken YAML what can be read. Undefined when nothing can. */
  data: unknown;
  /** Fields of the top that cannot be read; with `''`, some field whose name is not known. */
  broken: ReadonlySet<string>;
  /** Items of their lists that cannot be read (`sources[0]`): the others can. */
  brokenItems: ReadonlySet<string>;
  /** Where a value (or, for an unknown path, its nearest known parent) stands. */
  place(path: readonly PropertyKey[]): Place;
  /** Where the key of a value stands. */
  keyPlace(path: readonly PropertyKey[]): Place;
  /** How the author wrote a scalar. */
  written(path: readonly PropertyKey[]): Written | undefined;
  /** Whether something in it may be a comment that was meant as text: see {@link Written.lost}. */
  mayLose: boolean;
  /** Where every value stands, by field name (`sources[2].url`). */
  places(): Record<string, [line: number, column: number]>;
  problems: Problem[];
}

/**
 * Parses YAML 1.2. Names of values (`&a`, `*a`) are refused: what begins like one is text to a
 * writer, and few of them can expand to gigabytes.
 * @param firstLine the file's line on which `text` begins
 */
export function parseYaml(text: string, file: string, firstLine = 1): Yaml {
  if (isDeep(text)) {
    const problems = [tooDeep(file)];
    return { ...parse('', file, firstLine), data: undefined, broken: new Set(['']), problems };
  }
  const { text: colons, problems: wide } = withColons(text, file, firstLine);
  const spaced = withSpaces(colons);
  const whole = parse(spaced.text, file, firstLine);
  const blanks = spaced.blanks.map(({ offset, run }) =>
    blankProblem(run, { file, ...whole.at(offset), field: fieldAround(colons, offset) }),
  );
  blanks.unshift(...wide);
  if (whole.problems.length === 0) return { ...whole, problems: blanks };
  const { problems, ...rest } = readRest(spaced.text, whole, file, firstLine);
  return { ...rest, problems: [...blanks, ...problems] };
}

/** Brackets or lists within each other that a writer may need; more take the parser a long time. */
const NESTED = 50;

function isDeep(text: string): boolean {
  const open = text.split(/[[{]/, NESTED + 2).length - 1;
  if (open <= NESTED && !/(?:- ){50}/.test(text)) return false;
  let depth = 0;
  for (const [sign] of text.matchAll(/[[{\]}]|^(?=\S)|(?:- ){50}/gm)) {
    // a line that is not indented ends every bracket
    if (sign === '') depth = 0;
    else if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    else return true;
    if (depth > NESTED) return true;
  }
  return false;
}

/** The code of values that are given a name, or named. */
const NAMES = 'yaml-names';

/** The code of a line that is no field. */
const LINE = 'yaml-line';

/** How often what is left is read again: once for each field that cannot be. */
const MOST_BROKEN = 20;

/**
 * What can be read of broken YAML: all of it without the lines that hold a mistake, or without their
 * whole field where that does not help; with the mistakes of each field.
 */
function readRest(text: string, whole: Yaml, file: string, firstLine: number): Yaml {
  const broken = new Set<string>();
  const brokenItems = new Set<string>();
  const problems: Problem[] = [];
  let rest = text;
  let read = whole;
  for (let n = 0; n < MOST_BROKEN && read.problems.length > 0; n += 1) {
    const found = read.problems;
    const named = problems.some(({ code }) => code === NAMES);
    // what else is wrong with such a field, or names what was taken out, may follow from that
    problems.push(
      ...found.filter(({ field, code }) => !broken.has(field) && !(named && code === NAMES)),
    );
    const without = (field: string) => (broken.has(field) ? withoutField : withoutPart);
    for (const { line, field } of found) rest = without(field)(rest, line - firstLine);
    for (const { line, field } of found) {
      broken.add(field);
      // a line that is indented too far has its own
      const [, own] = /^[ \t]+([\w.-]+):/.exec(text.split('\n')[line - firstLine] ?? '') ?? [];
      if (own !== undefined) broken.add(own);
      brokenItems.add(`${field}[${itemAt(text, line - firstLine)}]`);
    }
    read = parse(rest, file, firstLine);
  }
  const data = read.problems.length === 0 ? read.data : undefined;
  // a line that is no field hides none
  if (!problems.some(({ field, code }) => field === '' && code !== LINE)) broken.delete('');
  return { ...read, data, broken, brokenItems, problems };
}

/** Whether a field of the top begins on a line; so does what follows the text. */
function isTop(line: string | undefined): boolean {
  return line === undefined || /^[^\s#\-\]}]/.test(line);
}

/** A text without the field around a line: blank lines stand for it. */
function withoutField(text: string, line: number): string {
  const lines = text.split('\n');
  let start = line;
  while (start > 0 && !isTop(lines[start])) start -= 1;
  let end = line + 1;
  while (end < lines.length && !isTop(lines[end])) end += 1;
  return blankLines(lines, start, end).join('\n');
}

/** A text without the part of a field on a line, and what is indented below it; the sign of an item stays. */
function withoutPart(text: string, line: number): string {
  const lines = text.split('\n');
  const written = lines[line] ?? '';
  // it went with a mistake above
  if (written.trim() === '') return text;
  if (isTop(written)) return withoutField(text, line);
  const [item] = /^[ ]*(?:- *)*/.exec(written) ?? [''];
  let end = line + 1;
  while (end < lines.length && (/^ */.exec(lines[end] ?? '')?.[0].length ?? 0) > item.length)
    end += 1;
  const rest = blankLines(lines, line, end);
  rest[line] = item.trimEnd();
  return rest.join('\n');
}

/** Which item of its field's list a line belongs to; -1 where there is no list. */
function itemAt(text: string, line: number): number {
  const lines = text.split('\n').slice(0, line + 1);
  const field = lines.slice(lines.findLastIndex((one) => isTop(one)) + 1);
  const indents = field.map((one) => /^ *(?=- )/.exec(one)?.[0].length);
  const [first] = indents.filter((indent) => indent !== undefined);
  return indents.filter((indent) => indent !== undefined && indent === first).length - 1;
}

function blankLines(lines: readonly string[], start: number, end: number): string[] {
  return [...lines.slice(0, start), ...Array<string>(end - start).fill(''), ...lines.slice(end)];
}

function parse(
  text: string,
  file: string,
  firstLine: number,
): Yaml & { at(offset: number): Place } {
  const counter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: counter,
    prettyErrors: false,
    stringKeys: true,
    strict: true,
    uniqueKeys: true,
  });
  const at = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(1, line) + firstLine - 1, column: Math.max(1, col) };
  };
  const found = [
    ...mistakes(document, text).map((mistake) => ({
      code: mistake.line === undefined ? 'yaml' : LINE,
      ...mistake,
    })),
    ...valueNames(document, text).map((mistake) => ({ code: NAMES, ...mistake })),
  ];
  const problems = found.map(
    ({ code, offset, what, fix, line }): Problem => ({
      code,
      severity: 'error',
      file,
      ...at(offset),
      field: line ?? fieldAround(text, offset),
      message: `The YAML cannot be read: ${what}.`,
      fix,
    }),
  );
  const data = problems.length === 0 ? (document.toJS() ?? {}) : undefined;
  return {
    at,
    data,
    broken: new Set(),
    brokenItems: new Set(),
    problems,
    place: (path) => at(offsetOf(document, path, 'value')),
    keyPlace: (path) => at(offsetOf(document, path, 'key')),
    written(path) {
      const node = document.getIn(path, true);
      if (!isScalar(node)) return undefined;
      const end = node.range?.[1] ?? 0;
      const [lost] = /^#.*/.exec(text.slice(end).replace(/^[ \t]+/, '')) ?? [];
      return {
        text: node.source ?? String(node.value),
        quoted: node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE',
        ...(lost !== undefined && node.type === 'PLAIN' && { lost: lost.trimEnd() }),
      };
    },
    mayLose: /[ \t]#/.test(text),
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
