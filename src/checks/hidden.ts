import type { Nodes } from 'mdast';
import { codePointName, INVISIBLE } from '../lib/invisible.ts';
import { literalOf } from '../markdown/literals.ts';
import type { JsxElement } from '../markdown/props.ts';
import { placeOf } from '../markdown/scope.ts';
import type { Finding, Markdown, MarkdownCheck } from './model.ts';
import { placeInBody, placeInText } from './place.ts';

const NAMES: Readonly<Record<string, string>> = {
  'U+200B': 'zero-width space',
  'U+202A': 'left-to-right embedding',
  'U+202B': 'right-to-left embedding',
  'U+202C': 'end of embedding',
  'U+202D': 'left-to-right override',
  'U+202E': 'right-to-left override',
  'U+2060': 'word joiner',
  'U+2066': 'left-to-right isolate',
  'U+2067': 'right-to-left isolate',
  'U+2068': 'first strong isolate',
  'U+2069': 'end of isolate',
  'U+2028': 'line separator',
  'U+2029': 'paragraph separator',
  'U+3164': 'Hangul filler',
  'U+FEFF': 'byte-order mark',
};

/** How many of one file are reported at once; the rest follow when these are mended. */
const MOST = 1000;

/** Characters of the text that no reader sees, code and addresses included. */
export const checkHidden: MarkdownCheck = (copy) => [
  ...[...copy.body.matchAll(INVISIBLE)].slice(0, MOST).map(
    ({ 0: char, index }): Finding => ({
      ...verdict(char),
      ...placeInBody(copy.body, index),
      // a separator stands where a space belongs
      repair: { old: char, new: /[\u2028\u2029]/.test(char) ? ' ' : '' },
    }),
  ),
  ...(copy.body.includes('&') ? referenced(copy) : []),
  ...(copy.body.includes('\\') ? escaped(copy) : []),
];

function verdict(char: string): Pick<Finding, 'code' | 'message' | 'fix'> {
  const name = codePointName(char);
  return {
    code: 'character-hidden',
    message: `Here is a character that readers cannot see: ${NAMES[name] ?? 'a control character'} (${name}).`,
    fix: 'Delete it; for right-to-left words use <span dir="rtl">.',
  };
}

/** Those that are written as `&#x202E;`, in words, addresses and props. */
function referenced({ all, body }: Markdown): Finding[] {
  const inWords = all('text').flatMap((node) =>
    hiddenIn(node.value, writtenAs(node, body), '&').map(
      ({ 0: char, index }): Finding => ({ ...verdict(char), ...placeInText(node, index) }),
    ),
  );
  const inAddresses = [...all('link'), ...all('definition'), ...all('image')].flatMap((node) =>
    besides(
      node,
      [node.url, node.title ?? '', node.type === 'image' ? (node.alt ?? '') : ''],
      body,
      '&',
    ),
  );
  const inProps = elements(all).flatMap((node) =>
    besides(
      node,
      node.attributes.map(({ value }) => (typeof value === 'string' ? value : '')),
      body,
      '&',
    ),
  );
  return [...inWords, ...inAddresses, ...inProps];
}

/** Those that a prop in braces has as `\u202e`. */
function escaped({ all, body }: Markdown): Finding[] {
  return elements(all).flatMap((node) => {
    const texts = node.attributes.flatMap(({ value }) =>
      typeof value === 'object' && value?.value.includes('\\')
        ? textsIn(literalOf(value.data?.estree))
        : [],
    );
    return besides(node, texts, body, '\\');
  });
}

function elements(all: Markdown['all']): readonly JsxElement[] {
  return [...all('mdxJsxFlowElement'), ...all('mdxJsxTextElement')];
}

/** Every text within a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** What is hidden in texts that belong to a node, at the node: each character once. */
function besides(node: Nodes, texts: readonly string[], body: string, sign: string): Finding[] {
  const chars = hiddenIn(texts.join(' '), writtenAs(node, body), sign).map(([char]) => char);
  return [...new Set(chars)].map((char) => ({ ...verdict(char), ...placeOf(node) }));
}

/** Characters that a text has and its source has not; none where nothing is written otherwise. */
function hiddenIn(text: string, written: string, sign: string): RegExpExecArray[] {
  if (!written.includes(sign)) return [];
  return [...text.matchAll(INVISIBLE)].filter(([char]) => !written.includes(char));
}

function writtenAs({ position }: Nodes, body: string): string {
  return body.slice(position?.start.offset, position?.end.offset);
}
