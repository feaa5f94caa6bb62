import type { ElementContent, ElementData } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Component } from '../../../record/text.ts';

/**
 * A tree as HTML, cut where its components stand: between elements or within one.
 * @param nameOf what a mark of a note or of a source is called
 */
export function runsOf(
  nodes: readonly ElementContent[],
  nameOf: (mark: ElementData) => string | undefined = () => undefined,
): (string | Component)[] {
  const found: Component[] = [];
  const html = toHtml(
    { type: 'root', children: nodes.map((node) => mark(node, found, nameOf)) },
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
): ElementContent {
  if (node.type === 'component') {
    found.push(node);
    return { type: 'raw', value: MARK };
  }
  if (node.type !== 'element') return node;
  const ariaLabel = node.data && nameOf(node.data);
  return {
    ...node,
    ...(ariaLabel && { properties: { ...node.properties, ariaLabel } }),
    children: node.children.map((child) => mark(child, found, nameOf)),
  };
}
