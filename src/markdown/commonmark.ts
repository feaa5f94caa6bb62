import type { Blockquote, Heading, Nodes, Root } from 'mdast';
import { defListFromMarkdown } from 'mdast-util-definition-list';
import { defList } from 'micromark-extension-definition-list';
import type { Processor } from 'unified';
import { walk } from '../lib/tree.ts';
import { mayHaveAddress, parsersOf } from './gfm.ts';
import { givePlaces } from './places.ts';

/*
 * Articles in `.md`: CommonMark and GFM as GitHub reads them (https://github.github.com/gfm/), and
 * what archives are full of beside: definition lists, ids of headings, alerts.
 */

declare module 'mdast' {
  interface BlockquoteData {
    /** `note` where the quotation is an alert (`> [!NOTE]`), and what stands behind the mark. */
    alert?: { kind: string; title: string };
  }
}

const parserFor = parsersOf(() => {}, { singleTilde: true });
const parserWithTerms = parsersOf(definitionLists, { singleTilde: true });

/** What may be a line of a definition list. */
const MAYBE_DEFINITION = /^[^\p{L}\p{N}\n]*:[ \t]/mu;

/** Parses Markdown; whatever it holds can be read. */
export function parseMarkdown(body: string): Root {
  const text = withFences(body);
  const parser = MAYBE_DEFINITION.test(text) ? parserWithTerms(text) : parserFor(text);
  const tree = parser.parse(text);
  if (mayHaveAddress(text)) givePlaces(tree, body);
  walk<Nodes>(tree, (node) => {
    if (node.type === 'heading') takeId(node);
    else if (node.type === 'blockquote') takeAlert(node);
  });
  return tree;
}

function definitionLists(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions ??= [];
  data.fromMarkdownExtensions ??= [];
  data.micromarkExtensions.push(defList);
  data.fromMarkdownExtensions.push(defListFromMarkdown);
}

/** Code between Liquid's tags (`{% highlight ruby %}`), of Jekyll and Hexo, as a fence of the same length. */
function withFences(body: string): string {
  return body.replace(
    /^([ \t]*)(\{%-? *(highlight|codeblock)\b[^%\n]*%\})(?=[ \t]*$)([\s\S]*?)^([ \t]*)(\{%-? *end\3 *-?%\})(?=[ \t]*$)/gm,
    (_, indent: string, begin: string, name: string, code: string, inner: string, end: string) => {
      const [, language = ''] = /^\W*\w+ +(?:.*\blang:)?"?([\w+#-]*)/.exec(begin) ?? [];
      const fence = `~~~~${name === 'highlight' || begin.includes('lang:') ? language : ''}`;
      return `${indent}${fence.padEnd(begin.length)}${code}${inner}${'~~~~'.padEnd(end.length)}`;
    },
  );
}

/** `## Words {#id}` names its own id. */
function takeId(heading: Heading): void {
  const last = heading.children.at(-1);
  if (last?.type !== 'text') return;
  const [mark, id] = /\s*\{#([^\s{}]+)\}\s*$/.exec(last.value) ?? [];
  if (mark === undefined || id === undefined) return;
  last.value = last.value.slice(0, -mark.length);
  heading.data = { ...heading.data, hProperties: { id } };
}

/** `> [!NOTE]` marks an alert; Obsidian lets words follow. */
function takeAlert(quote: Blockquote): void {
  const [first] = quote.children;
  const words = first?.type === 'paragraph' ? first.children[0] : undefined;
  if (first?.type !== 'paragraph' || words?.type !== 'text') return;
  const [mark, kind = '', title = ''] =
    /^\[!([\w-]+)\][-+]?[ \t]*([^\n]*)\n?/.exec(words.value) ?? [];
  if (mark === undefined) return;
  quote.data = { ...quote.data, alert: { kind: kind.toLowerCase(), title: title.trim() } };
  words.value = words.value.slice(mark.length);
  if (words.value === '' && first.children.length === 1) quote.children.shift();
}
