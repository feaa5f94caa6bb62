import type { Nodes, Parent } from 'mdast';
import { walk } from '../lib/tree.ts';

type Position = NonNullable<Nodes['position']>;

/** Where some words stand in a text: the first from an offset on. */
export function positionFrom(body: string, from: number, words: string): Position {
  const start = Math.max(body.indexOf(words, from), from);
  const point = (offset: number): Position['start'] => {
    const lineStart = body.lastIndexOf('\n', offset - 1) + 1;
    const line = (body.slice(0, lineStart).match(/\n/g) ?? []).length + 1;
    return { line, column: offset - lineStart + 1, offset };
  };
  return { start: point(start), end: point(Math.min(start + words.length, body.length)) };
}

/** Gives places to nodes that have none: GFM finds bare addresses once a text is parsed. */
export function givePlaces(tree: Nodes, body: string): void {
  let last = 0;
  walk<Nodes>(tree, (node) => {
    last = node.position?.start.offset ?? last;
    if (!('children' in node)) return;
    let from = last;
    for (const child of (node as Parent).children) {
      if (!child.position && (child.type === 'text' || child.type === 'link')) {
        const words = 'value' in child ? child : child.children[0];
        child.position = positionFrom(body, from, words && 'value' in words ? words.value : '');
      }
      from = child.position?.end.offset ?? from;
    }
  });
}
