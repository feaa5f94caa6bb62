import type { ElementContent, ElementData } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { leadingTo } from '../../../lib/plain-path.ts';
import type { Component } from '../../../record/text.ts';

/**
 * A tree as HTML, cut where its components stand: between elements or within one.
 * @param nameOf what a mark of a note or of a source is called
 * @param links where links lead that lead elsewhere than they say
 */
export function runsOf(
  nodes: readonly ElementContent[],
  nameOf: (mark: ElementData) => string | undefined = () => undefined,
  links: Readonly<Record<string, string>> = {},
): (string | Component)[] {
  const found: Component[] = [];
  const html = toHtml(
    { type: 'root', children: nodes.map((node) => mark(node, found, nameOf, links)) },
    { allowDangerousHtml: true },
  );
  return html.split(MARK).flatMap((run, i) => [...(found[i - 1] ? [found[i - 1]] : []), run]) as (
    | string
    | Component
  )[];
}

/** Stands where a component is cut out: NUL, which no Markdown contains. */
const MARK = '\u0000';

function mark(
  node: ElementContent,
  found: Component[],
  nameOf: (mark: ElementData) => string | undefined,
  links: Readonly<Record<string, string>>,
): ElementContent {
  if (node.type === 'component') {
    found.push(node);
    return { type: 'raw', value: MARK };
  }
  if (node.type !== 'element') return node;
  const ariaLabel = node.data && nameOf(node.data);
  const { href } = node.properties;
  return {
    ...node,
    properties: {
      ...node.properties,
      // reader modes leave out headings whose ids have words of other parts of a page: media, comment
      ...(/^h[2-4]$/.test(node.tagName) && { className: ['content'] }),
      ...(ariaLabel && { ariaLabel }),
      ...(typeof href === 'string' && { href: leadingTo(href, links) }),
    },
    children: node.children.map((child) => mark(child, found, nameOf, links)),
  };
}
