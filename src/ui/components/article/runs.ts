import type { ElementContent, ElementData } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { phrasesOf } from '../../../lib/phrases.ts';
import { leadingTo } from '../../../lib/plain-path.ts';
import { quoted, type Signs } from '../../../lib/typography.ts';
import type { Component } from '../../../record/text.ts';
import { asRecords } from './records.ts';
import { withWholeNames } from './row-names.ts';

/** What a page knows of the words of a tree. */
interface Around {
  /** What a mark of a note or of a source is called. */
  nameOf?: (mark: ElementData) => string | undefined;
  /** Where links lead that lead elsewhere than they say. */
  links?: Readonly<Record<string, string>>;
  /** The language's quotation marks. */
  quotes?: Signs['quotes'];
  /** The language (BCP 47), whose headings may end their lines between words alone. */
  locale?: string;
}

/** A tree as HTML, cut where its components stand: between elements or within one. */
export function runsOf(
  nodes: readonly ElementContent[],
  around: Around = {},
): (string | Component)[] {
  const found: Component[] = [];
  const html = toHtml(
    { type: 'root', children: nodes.map((node) => mark(node, found, around)) },
    { allowDangerousHtml: true },
  );
  return html.split(MARK).flatMap((run, i) => [...(found[i - 1] ? [found[i - 1]] : []), run]) as (
    | string
    | Component
  )[];
}

/** Words between the quotation marks that a page sets around a quotation. */
export function inQuotes(
  nodes: readonly ElementContent[],
  quotes: Signs['quotes'],
): ElementContent[] {
  return nodes.map((node) => {
    if (node.type === 'text') return { ...node, value: quoted(node.value, quotes) };
    if (node.type !== 'element' || node.tagName === 'code') return node;
    return { ...node, children: inQuotes(node.children, quotes) };
  });
}

/** Stands where a component is cut out: NUL, which no Markdown contains. */
const MARK = '\u0000';

const HEADING = /^h[2-4]$/;

function mark(given: ElementContent, found: Component[], around: Around): ElementContent {
  if (given.type === 'component') {
    found.push(given);
    return { type: 'raw', value: MARK };
  }
  if (given.type !== 'element') return given;
  const node = given.tagName === 'table' ? asRecords(withWholeNames(given)) : given;
  const { nameOf, links = {} } = around;
  const ariaLabel = node.data && nameOf?.(node.data);
  const { href } = node.properties;
  return {
    ...node,
    properties: {
      ...node.properties,
      // reader modes leave out headings whose ids have words of other parts of a page: media, comment
      ...(HEADING.test(node.tagName) && { className: ['content'] }),
      ...(ariaLabel && { ariaLabel }),
      ...(typeof href === 'string' && { href: leadingTo(href, links) }),
    },
    children: childrenOf(node, around).map((child) => mark(child, found, around)),
  };
}

function childrenOf(
  { tagName, children }: Extract<ElementContent, { type: 'element' }>,
  { quotes, locale }: Around,
): ElementContent[] {
  if (tagName === 'blockquote' && quotes) return inQuotes(children, quotes);
  if (!HEADING.test(tagName) || locale === undefined) return children;
  return children.flatMap((child) =>
    child.type === 'text' ? inPhrases(child.value, locale) : child,
  );
}

/** Words with `<wbr>` where a line may end. */
function inPhrases(words: string, locale: string): ElementContent[] {
  return phrasesOf(words, locale).flatMap((phrase, i) => [
    ...(i > 0 ? [WBR] : []),
    { type: 'text' as const, value: phrase },
  ]);
}

const WBR: ElementContent = { type: 'element', tagName: 'wbr', properties: {}, children: [] };
