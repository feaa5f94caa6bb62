import type { Nodes, Root } from 'mdast';
import { walk } from '../lib/tree.ts';

/** @example :smile:, :+1: */
const NAME = /(?<![\w:]):([\w+-]+):(?![\w:])/g;

/** Puts the sign in the place of each name of one (`:smile:`), as GitHub does. */
export async function setEmoji(tree: Root): Promise<void> {
  const found: Extract<Nodes, { type: 'text' }>[] = [];
  walk<Nodes>(tree, (node) => {
    if (node.type === 'text' && node.value.search(NAME) !== -1) found.push(node);
  });
  if (found.length === 0) return;
  // few texts have any, and the list is long
  const { nameToEmoji } = await import('gemoji');
  const names = new Map(Object.entries(nameToEmoji));
  for (const node of found) {
    node.value = node.value.replace(NAME, (mark, name: string) => names.get(name) ?? mark);
  }
}
