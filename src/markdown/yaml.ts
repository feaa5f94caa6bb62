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
  /** What YAML takes for a comment behind it, though no space follows the sign: `#1`. */
  lost?: string;
}

/** YAML that knows where each of its values stands. */
export interface Yaml {
  /** Plain data; undefined when the YAML is broken. */
  data: unknown;
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
    return { ...parse('', file, firstLine), data: undefined, problems: [tooDeep(file)] };
  }
  return parse(text, file, firstLine);
}

/** Brackets or lists within each other that a writer may need; more take the parser a long time. */
const NESTED = 50;

function isDeep(text: string): boolean {
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

function parse(text: string, file: string, firstLine: number): Yaml {
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
  const problems = [...mistakes(document, text), ...valueNames(document, text)].map(
    ({ offset, what, fix }): Problem => ({
      code: 'yaml',
      severity: 'error',
      file,
      ...at(offset),
      field: fieldAround(text, offset),
      message: `The YAML cannot be read: ${what}.`,
      fix,
    }),
  );
  const data = problems.length === 0 ? (document.toJS() ?? {}) : undefined;
  return {
    data,
    problems,
    place: (path) => at(offsetOf(document, path, 'value')),
    keyPlace: (path) => at(offsetOf(document, path, 'key')),
    written(path) {
      const node = document.getIn(path, true);
      if (!isScalar(node)) return undefined;
      const end = node.range?.[1] ?? 0;
      const [lost] = /^#\S.*/.exec(text.slice(end).replace(/^[ \t]+/, '')) ?? [];
      return {
        text: node.source ?? String(node.value),
        quoted: node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE',
        ...(lost !== undefined && node.type === 'PLAIN' && { lost: lost.trimEnd() }),
      };
    },
    mayLose: /#\S/.test(text),
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
