import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Component } from '../../../record/text.ts';

/** A tree as HTML, cut where its components stand: between elements or within one. */
export function runsOf(nodes: readonly ElementContent[]): (string | Component)[] {
  const found: Component[] = [];
  const html = toHtml(
    { type: 'root', children: nodes.map((node) => mark(node, found)) },
    { allowDangerousHtml: true },
  );
  return html.split(MARK).flatMap((run, i) => [...(found[i - 1] ? [found[i - 1]] : []), run]) as (
    | string
    | Component
  )[];
}

/** Stands where a component is cut out: NUL, which no Markdown contains. */
const MARK = '\u0000';

function mark(node: ElementContent, found: Component[]): ElementContent {
  if (node.type === 'component') {
    found.push(node);
    return { type: 'raw', value: MARK };
  }
  return node.type === 'element'
    ? { ...node, children: node.children.map((child) => mark(child, found)) }
    : node;
}
