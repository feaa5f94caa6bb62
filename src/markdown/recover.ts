import type { Nodes, Root } from 'mdast';
import type { MdxFlowExpression, MdxTextExpression } from 'mdast-util-mdx-expression';
import type { VFileMessage } from 'vfile-message';
import { walk } from '../lib/tree.ts';
import type { Problem } from '../record/problem.ts';

/** What keeps MDX from reading a text: the signs to take out, and the part of the text that is one slip. */
export interface Slip {
  signs: readonly number[];
  start: number;
  end: number;
}

/** Signs that are taken out. */
const SIGNS = '<{>ie';
/** What stands for them meanwhile: the first of the characters that no text may have. */
const STAND_IN = 0xfdd0;
const STAND_INS = /[\ufdd0-\ufdd4]/g;

/**
 * The slip at which the parser of MDX stopped.
 * @param error where the parser stopped
 * @param problem where the slip is, which may be far above
 * @returns undefined where no sign is found to take out
 */
export function slipIn(
  text: string,
  error: VFileMessage,
  problem: Pick<Problem, 'line' | 'column'>,
): Slip | undefined {
  const told = offsetOf(text, problem.line, problem.column);
  const [word] = /^(?:import|export)\b/.exec(text.slice(told)) ?? [];
  if (word) return { signs: [told], start: told, end: told + word.length };
  const sign = Math.max(text.lastIndexOf('<', told), text.lastIndexOf('{', told));
  if (sign === -1) return undefined;
  const start = tagAround(text, sign) ?? sign;
  const [address] = /^<(?:[a-z][a-z+.-]*:|[^\s<>@]+@)[^\s<>]*>/i.exec(text.slice(start)) ?? [];
  if (address) {
    const end = start + address.length;
    return { signs: [start, end - 1], start, end };
  }
  const end = endOf(text, start);
  return { signs: [start, ...besides(text, start, error)], start, end };
}

/** What must not be read without a sign, beside it. */
function besides(text: string, start: number, error: VFileMessage): number[] {
  // a template's two braces are one slip
  if (text.startsWith('{{', start)) return [start + 1];
  const [, block] = /^\{%-?[ \t]*(\w+)/.exec(text.slice(start)) ?? [];
  if (block)
    return found(text.slice(start).search(new RegExp(`\\{%-?[ \\t]*end${block}\\b`)), start);
  const [, close, name] = /^<(\/?)([\w.-]*)/.exec(text.slice(start)) ?? [];
  if (name === undefined) return [];
  if (close !== '/') return found(closingOf(text, name, start));
  // a tag that closes in a paragraph what was opened outside of it
  if (/^Expected the closing tag/.test(error.reason))
    return found(text.lastIndexOf(`<${name}`, start));
  const [, other = '', line, column] =
    /closing tag for `<([^`]*)>` \((\d+):(\d+)/.exec(error.reason) ?? [];
  if (!line) return [];
  // of two tags that do not belong together neither is read, nor what belongs to each
  return [
    offsetOf(text, Number(line), Number(column)),
    ...found(text.indexOf(`</${other}>`, start)),
    ...found(text.lastIndexOf(`<${name}`, start)),
  ];
}

/** Where the tag stands that closes the one at a place; -1 where none does. */
function closingOf(text: string, name: string, start: number): number {
  const tags = new RegExp(`<(/?)${name.replaceAll('.', '\\.')}(?:\\s[^<>]*)?>`, 'g');
  tags.lastIndex = start + 1;
  let depth = 1;
  for (let tag = tags.exec(text); tag; tag = tags.exec(text)) {
    if (tag[1] === '/') depth -= 1;
    else if (!tag[0].endsWith('/>')) depth += 1;
    if (depth === 0) return tag.index;
  }
  return -1;
}

function found(offset: number, start = 0): number[] {
  return offset === -1 ? [] : [start + offset];
}

/** A text without the signs of a slip; each character stands where it stood. */
export function withoutSlip(text: string, { signs }: Slip): string {
  const chars = new Set(signs);
  return [...chars].reduce((rest, at) => {
    const n = SIGNS.indexOf(rest.charAt(at));
    return n === -1
      ? rest
      : rest.slice(0, at) + String.fromCharCode(STAND_IN + n) + rest.slice(at + 1);
  }, text);
}

/** Words with the signs that were taken out. */
export function asWritten(words: string): string {
  return words.replace(STAND_INS, (char) => SIGNS.charAt(char.charCodeAt(0) - STAND_IN));
}

/** Gives the words of a tree back the signs that were taken out; what stands within a slip are words. */
export function restore(tree: Root, slips: readonly Slip[]): void {
  walk<Nodes>(tree, (node) => {
    const at = node.position?.start.offset ?? 0;
    if (isExpression(node) && slips.some((slip) => isWithin(at, slip)))
      Object.assign(node, { type: 'text', value: `{${node.value}}` });
    if ('value' in node) node.value = asWritten(node.value);
    if ('alt' in node && node.alt) node.alt = asWritten(node.alt);
    // an address between two signs ends before the second
    if ('url' in node) node.url = node.url.split(STAND_INS)[0] ?? '';
    const [words] = node.type === 'link' ? node.children : [];
    if (words?.type === 'text') words.value = words.value.split(STAND_INS)[0] ?? '';
  });
}

function isExpression(node: Nodes): node is MdxTextExpression | MdxFlowExpression {
  return node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression';
}

/** Whether an offset lies within a slip, behind its sign: what is wrong there follows from it. */
export function isWithin(offset: number, { start, end }: Slip): boolean {
  return start < offset && offset < end;
}

/** Where the tag begins within which an offset lies. */
function tagAround(text: string, offset: number): number | undefined {
  const paragraph = Math.max(0, text.lastIndexOf('\n\n', offset));
  for (const { index } of text.slice(paragraph, offset).matchAll(/<[A-Za-z]/g)) {
    if (tagEnd(text, paragraph + index) > offset) return paragraph + index;
  }
  return undefined;
}

/** Where the slip ends that begins with a sign: what else is wrong within it follows from it. */
function endOf(text: string, start: number): number {
  const rest = text.slice(start);
  if (/^<[A-Za-z]/.test(rest)) return tagEnd(text, start);
  const [whole = rest.charAt(0)] =
    /^(?:<!--[\s\S]*?-->|<\/[^<>\n]*>|\{\{[^\n]*?\}\}|\{[%#:][^\n]*?\})/.exec(rest) ?? [];
  return start + whole.length;
}

/** Where a tag ends: behind the first ">" that stands neither in quotes nor in braces. */
function tagEnd(text: string, start: number): number {
  let quote = '';
  let depth = 0;
  for (let at = start; at < text.length && !text.startsWith('\n\n', at); at += 1) {
    const char = text.charAt(at);
    if (quote !== '') quote = char === quote ? '' : quote;
    else if (/["']/.test(char)) quote = char;
    else if (char === '{') depth += 1;
    else if (char === '}') depth -= 1;
    else if (char === '>' && depth <= 0) return at + 1;
    else if (char === '<' && depth <= 0 && at > start) return at;
  }
  const [line = ''] = /^.[^<>\n]*>?/.exec(text.slice(start)) ?? [];
  return start + line.length;
}

/** Where a place stands in a text. */
export function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let n = 1; n < line; n += 1) start = text.indexOf('\n', start) + 1;
  return start + column - 1;
}
