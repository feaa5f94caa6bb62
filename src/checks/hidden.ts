import type { Nodes } from 'mdast';
import { codePointName, INVISIBLE } from '../lib/invisible.ts';
import { literalOf } from '../markdown/literals.ts';
import { placeOf } from '../markdown/scope.ts';
import { elementsOf, type Finding, type Markdown, type Verdict } from './model.ts';
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
  'U+FFFD': 'what stands for one that cannot be read',
  'U+FEFF': 'byte-order mark',
  'U+FFFC': 'what stood for a picture or an object',
};

/** How many of one file are reported at once; the rest follow when these are mended. */
const MOST = 1000;

/** Characters of the text that no reader sees, code and addresses included. */
export function* checkHidden(markdown: Markdown): Generator<Finding> {
  const { body } = markdown;
  for (const { 0: char, index } of [...body.matchAll(INVISIBLE)].slice(0, MOST)) {
    // a separator stands where a space belongs
    const repair = { old: char, new: /[\u2028\u2029]/.test(char) ? ' ' : '' };
    yield { ...verdict(char), ...placeInBody(body, index), repair };
  }
  if (body.includes('&')) yield* referenced(markdown);
  if (body.includes('\\')) yield* escaped(markdown);
}

function verdict(char: string): Verdict {
  const name = codePointName(char);
  if (/\p{Cs}/u.test(char)) {
    return {
      code: 'character-half',
      message: `Here is half a character (${name}).`,
      fix: 'Type the whole one, such as 🦊.',
    };
  }
  return {
    code: 'character-hidden',
    message: `Here is a character that readers cannot see: ${NAMES[name] ?? 'a control character'} (${name}).`,
    fix: 'Delete it; for right-to-left words use <span dir="rtl">.',
  };
}

/** Those that are written as `&#x202E;`, in words, addresses and props. */
function* referenced({ all, body }: Markdown): Generator<Finding> {
  for (const node of all('text')) {
    for (const { 0: char, index } of hiddenIn(node.value, writtenAs(node, body), '&')) {
      yield { ...verdict(char), ...placeInText(node, index) };
    }
  }
  for (const node of [...all('link'), ...all('definition'), ...all('image')]) {
    const alt = node.type === 'image' ? node.alt : '';
    yield* besides(node, [node.url, node.title ?? '', alt ?? ''], body, '&');
  }
  for (const node of elementsOf(all)) {
    const texts = node.attributes.map(({ value }) => (typeof value === 'string' ? value : ''));
    yield* besides(node, texts, body, '&');
  }
}

/** Those that a prop in braces has as `\u202e`. */
function* escaped({ all, body }: Markdown): Generator<Finding> {
  for (const node of elementsOf(all)) {
    const texts = node.attributes.flatMap(({ value }) =>
      typeof value === 'object' && value?.value.includes('\\')
        ? textsIn(literalOf(value.data?.estree))
        : [],
    );
    yield* besides(node, texts, body, '\\');
  }
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
