import type { Element, Nodes, Parents, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';

const BLOCKS = new Set(
  'p ul ol li table thead tbody tr td th blockquote pre h1 h2 h3 h4 h5 h6 hr div br'.split(' '),
);

/**
 * HTML in the one form in which two texts are compared that a reader could not tell apart: white
 * space between blocks dropped and runs of it made one space, attributes in order.
 */
export function normalHtml(html: string | Nodes): string {
  const tree =
    typeof html === 'string' ? fromHtml(html, { fragment: true }) : structuredClone(html);
  normalise(tree);
  return toHtml(tree);
}

function normalise(node: Nodes): void {
  if (node.type === 'element') {
    node.properties = Object.fromEntries(Object.entries(node.properties).sort());
    if (node.tagName === 'pre') return;
  }
  if (!('children' in node)) return;
  node.children = joinText(node.children) as typeof node.children;
  for (const child of node.children) normalise(child);
  trimBlocks(node);
}

function joinText(children: readonly RootContent[]): RootContent[] {
  const joined: RootContent[] = [];
  for (const child of children) {
    const last = joined.at(-1);
    if (child.type === 'text' && last?.type === 'text') last.value += child.value;
    else joined.push(child);
  }
  return joined;
}

function trimBlocks(parent: Parents): void {
  const block = parent.type === 'root' || isBlock(parent);
  for (const [i, child] of parent.children.entries()) {
    if (child.type !== 'text') continue;
    const [before, after] = [parent.children[i - 1], parent.children[i + 1]];
    child.value = child.value.replace(/[ \t\n]+/g, ' ');
    if (block && (!before || isBlock(before))) child.value = child.value.replace(/^ /, '');
    if (block && (!after || isBlock(after))) child.value = child.value.replace(/ $/, '');
  }
  parent.children = parent.children.filter(
    (child) => child.type !== 'text' || child.value !== '',
  ) as typeof parent.children;
}

function isBlock(node: Nodes): node is Element {
  return node.type === 'element' && BLOCKS.has(node.tagName);
}
