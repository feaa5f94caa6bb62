import {
  type Document,
  isAlias,
  isCollection,
  isNode,
  isScalar,
  type Node,
  visit,
  type YAMLError,
} from 'yaml';
import { atMargin, lineMistake, listOnLine, unindented } from './yaml-lines.ts';

/** What stops YAML from being read, in words for writers. */
export interface Mistake {
  offset: number;
  /** What is wrong, as the end of a sentence. */
  what: string;
  fix: string;
  /** The field that its line was to be; empty if it is not known. */
  line?: string;
}

/** What the parser of YAML found; of several complaints about one line the first is the mistake. */
export function mistakes(document: Document, text: string): Mistake[] {
  const found: Mistake[] = [];
  const lines = new Set<number>();
  for (const error of [...document.errors, ...document.warnings]) {
    // the rest of a text that has already ended
    const follows = /in YAML stream/.test(error.message) && found.length > 0;
    const mistake = explain(error, document, text);
    const about = [error.pos[0], mistake.offset].map((offset) => lineStart(text, offset));
    if (follows || about.some((line) => lines.has(line))) continue;
    for (const line of about) lines.add(line);
    found.push(mistake);
  }
  return found;
}

/** Values that are given a name (`&a`) or named (`*a`). */
export function valueNames(document: Document, text: string): Mistake[] {
  if (document.errors.length > 0 || !/[&*]/.test(text)) return [];
  const anchors = new Map<string, Mistake>();
  const unknown: Mistake[] = [];
  let named: Mistake | undefined;
  visit(document, {
    Node(_key, node: Node) {
      const offset = node.range?.[0] ?? 0;
      if (isAlias(node)) {
        const { source } = node;
        const anchor = anchors.get(source);
        if (anchor) named ??= anchor;
        else unknown.push({ offset, ...needsQuotes(`*`) });
      } else if (node.anchor !== undefined) {
        // the name stands before what it names
        const at = text.lastIndexOf('&', offset);
        anchors.set(node.anchor, { offset: at === -1 ? offset : at, ...needsQuotes('&') });
      }
    },
  });
  if (named) {
    const { offset } = named;
    const what = 'names such as "&a" and "*a" stand for other values here';
    return [{ offset, what, fix: 'Write the values out.' }];
  }
  return [...unknown, ...anchors.values()];
}

/** The field of the frontmatter in which an offset lies; empty where a line begins none. */
export function fieldAround(text: string, offset: number): string {
  const lines = text.slice(0, lineEnd(text, offset)).split('\n');
  for (const line of lines.reverse()) {
    const [, name] = /^["']?([\w.-]+)["']?[ \t]*:(?:\s|$)/.exec(line) ?? [];
    if (name !== undefined) return name;
    if (/^[^\s#-]/.test(line)) return '';
  }
  return '';
}

function explain(error: YAMLError, document: Document, text: string): Mistake {
  const { code, message } = error;
  const [offset] = error.pos;
  const say = (what: string, fix: string, at = offset): Mistake => ({ offset: at, what, fix });
  const line = text.slice(lineStart(text, offset), lineEnd(text, offset));
  if (code === 'DUPLICATE_KEY') {
    const [name] = /^[\w.-]+/.exec(text.slice(offset)) ?? [];
    return say(`the field ${name ? `"${name}" ` : ''}stands twice`, 'Keep one of the two.');
  }
  if (code === 'TAB_AS_INDENT' || /^ *\t/.test(line)) {
    return say('a line is indented with a tab', 'Indent it with spaces.', lineStart(text, offset));
  }
  if (code === 'MISSING_CHAR' && /quote/.test(message)) {
    const open = quotedAround(document, offset)?.range?.[0];
    return say('the quotation mark here is never closed', 'Close it.', open);
  }
  if (code === 'BAD_INDENT' && /flow/i.test(message)) {
    const open = openBracket(document, offset) ?? offset;
    const close = text[open] === '{' ? '}' : ']';
    const below = atMargin(text, open);
    if (below) return { ...below, line: fieldAround(text, open) };
    return say('the bracket here is never closed', `Close it with "${close}".`, open);
  }
  const isWithin = /^Unexpected scalar token/.test(message) && openBracket(document, offset);
  if (code === 'BLOCK_IN_FLOW' || isWithin) {
    return say(
      'between brackets a field begins within another',
      'Put a comma between the two, or quotes around text that contains ": ".',
    );
  }
  if (code === 'BAD_DQ_ESCAPE') {
    return say(
      `"${text.slice(offset, offset + 2)}" means nothing between these quotation marks`,
      'Write "\\\\" for a backslash.',
    );
  }
  if (code === 'MULTIPLE_DOCS') {
    return say('a line "..." above ends the fields', 'Remove it.');
  }
  if (/^Comments must be separated/.test(message)) {
    return say('a "#" follows the closing quotation mark', 'Put the whole text in quotes.');
  }
  if (/^Unexpected , in flow/.test(message)) return say('here is a comma too many', 'Remove it.');
  if (/flow-(?:seq|map)-end token in YAML stream/.test(message)) {
    return say('here is a closing bracket too many', 'Remove it.');
  }
  const quoted = quotedBefore(document, offset);
  if (quoted?.range && text.slice(quoted.range[0], quoted.range[1]).includes('\n')) {
    return say('the quotation mark here is not closed on its line', 'Close it.', quoted.range[0]);
  }
  return (
    (isInBrackets(document, offset)
      ? beginningInBrackets(error, quoted, text)
      : beginning(line, code, lineStart(text, offset))) ??
    indented(error, text) ??
    unindented(text, lineStart(text, offset), lineEnd(text, offset)) ??
    lineMistake(line, code, offset) ??
    colons(line, code, offset) ??
    say(sentence(message), 'Check quotes, colons and indentation on this line.')
  );
}

/** A value whose first sign means something to YAML. */
function beginning(line: string, code: string, start: number): Mistake | undefined {
  const [found, name = '', afterName, afterDash] =
    /^\s*(?:(?:- +)*([\w.-]+):\s+([%@`*&!|>?[{"'-])|(?:- +)+([%@`*&!|>?[{"']))/.exec(line) ?? [];
  const sign = afterName ?? afterDash;
  if (found === undefined || sign === undefined) return undefined;
  const offset = start + found.length - 1;
  if (sign === '-') {
    const list = listOnLine(name, line.slice(found.length - 1));
    return { offset, ...(list ?? needsQuotes(sign)) };
  }
  if (!/^(?:UNEXPECTED_TOKEN|BAD_SCALAR_START|TAG_RESOLVE_FAILED)$/.test(code) && sign !== '?') {
    return undefined;
  }
  return {
    offset,
    ...(/["']/.test(sign) ? goesOn(line.slice(found.length - 1)) : needsQuotes(sign)),
  };
}

/** The same between brackets, where a line holds several values. */
function beginningInBrackets(
  { code, message, pos: [offset] }: YAMLError,
  quoted: Node | undefined,
  text: string,
): Mistake | undefined {
  if (/flow-(?:seq|map)-start/.test(message)) {
    const [before = ''] = /[^{[,\n]*$/.exec(text.slice(0, offset)) ?? [];
    const within = before.replace(/^.*?:\s+/, '').trimStart();
    return {
      offset: offset - within.length,
      what: 'a bracket stands within text',
      fix: 'Put the whole text in quotes.',
    };
  }
  if (code === 'BAD_SCALAR_START') return { offset, ...needsQuotes(text.charAt(offset)) };
  if (code !== 'UNEXPECTED_TOKEN' || !quoted?.range) return undefined;
  const [start, end] = quoted.range;
  if (text.slice(end, offset).trim() !== '') return undefined;
  const [value = ''] = /^.*?(?=,\s*[\w-]+:|[}\]]|$)/m.exec(text.slice(start)) ?? [];
  return { offset: start, ...goesOn(value) };
}

/** @param value what begins with a quotation mark and goes on after the next */
function goesOn(value: string): Pick<Mistake, 'what' | 'fix'> {
  const [, sign] = /^(?:"[^"]*"|'[^']*')[ \t]*([,;，；])[ \t]*$/.exec(value) ?? [];
  if (sign) return { what: `a "${sign}" follows the closing quotation mark`, fix: 'Remove it.' };
  const what = 'the text goes on after its closing quotation mark';
  const [mark, other, within] = value.startsWith("'") ? ["'", '"', "''"] : ['"', "'", '\\"'];
  const fix = value.includes(other)
    ? `Put the whole text in ${mark}…${mark}, and write ${within} for each ${mark} within it.`
    : `Put the whole text in ${other}…${other}.`;
  return { what, fix };
}

function needsQuotes(sign: string): Pick<Mistake, 'what' | 'fix'> {
  return { what: `text cannot begin with "${sign}"`, fix: 'Put it in quotes.' };
}

/** A line that does not begin where its neighbours do. */
function indented({ code, message, pos }: YAMLError, text: string): Mistake | undefined {
  const what = 'a line is not indented as those beside it';
  const fix = 'Begin it in the same column.';
  const next = text.slice(lineEnd(text, pos[0]) + 1);
  // "a: b" above a line that is indented more: what is found is on the first of the two
  const deeper = /^[ \t]+/.exec(next)?.[0].length ?? 0;
  const own = /^(?:[ \t]|- )*/.exec(text.slice(lineStart(text, pos[0])))?.[0].length ?? 0;
  const value = text.slice(pos[0], lineEnd(text, pos[0]));
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && deeper > own && !/:\s/.test(value)) {
    return { offset: lineEnd(text, pos[0]) + 1, what, fix };
  }
  const isIndent =
    code === 'BAD_INDENT' ||
    /Sequence item without|same column|block sequence may not|block-seq-ind on same/.test(
      message,
    ) ||
    (/at node end/.test(message) && /^[ \t]/.test(text));
  return isIndent ? { offset: pos[0], what, fix } : undefined;
}

/** Text with a colon and a space in it. */
function colons(line: string, code: string, offset: number): Mistake | undefined {
  if (code !== 'BLOCK_AS_IMPLICIT_KEY' && code !== 'MULTILINE_IMPLICIT_KEY') return undefined;
  if ((line.match(/:(?=\s|$)/g) ?? []).length < 2) return undefined;
  return {
    offset,
    what: 'a colon and a space begin a field within a field',
    fix: 'Put text that contains ": " in quotes.',
  };
}

/** The quoted text in which an offset lies. */
function quotedAround(document: Document, offset: number): Node | undefined {
  return findLast(document, (node) => isQuoted(node) && within(node, offset));
}

/** The quoted text that ends before an offset. */
function quotedBefore(document: Document, offset: number): Node | undefined {
  const before = findLast(document, (node) => isScalar(node) && (node.range?.[1] ?? 0) <= offset);
  return before && isQuoted(before) ? before : undefined;
}

/** Where the innermost bracket around an offset opens. */
function openBracket(document: Document, offset: number): number | undefined {
  const node = findLast(
    document,
    (one) => isCollection(one) && one.flow === true && (one.range?.[0] ?? offset) < offset,
  );
  return node?.range?.[0];
}

/** Whether an offset lies between a bracket and the one that closes it. */
function isInBrackets(document: Document, offset: number): boolean {
  const around = findLast(
    document,
    (one) =>
      isCollection(one) &&
      one.flow === true &&
      (one.range?.[0] ?? offset) < offset &&
      offset < (one.range?.[1] ?? offset),
  );
  return around !== undefined;
}

function findLast(document: Document, is: (node: Node) => boolean): Node | undefined {
  let found: Node | undefined;
  visit(document, {
    Node(_key, node) {
      if (isNode(node) && is(node)) found = node;
    },
  });
  return found;
}

function isQuoted(node: Node): boolean {
  return isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
}

function within({ range }: Node, offset: number): boolean {
  return range !== undefined && range !== null && range[0] <= offset && offset <= range[2];
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
}

function sentence(message: string): string {
  const first = (message.split('\n')[0] ?? message).replace(/[.:]$/, '');
  return first.charAt(0).toLowerCase() + first.slice(1);
}
