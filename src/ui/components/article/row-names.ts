import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';

/** Most letters of a name that is kept on one line: those of a long date. */
const SHORT = 17;

/**
 * A table whose rows are named by a date or a few words that no line breaks: browsers give a column of
 * long texts room that those beside it lack.
 */
export function withWholeNames(table: Element): Element {
  return inElements(table, (part) =>
    part.tagName === 'tbody'
      ? inElements(part, (row) => {
          const name = row.children.find((child) => child.type === 'element');
          return inElements(row, (cell) =>
            cell === name && isShort(cell) ? unbroken(cell) : cell,
          );
        })
      : part,
  );
}

function inElements(parent: Element, change: (child: Element) => Element): Element {
  const children = parent.children.map((child) =>
    child.type === 'element' ? change(child) : child,
  );
  return { ...parent, children };
}

function isShort(cell: Element): boolean {
  return textOf(cell).length <= SHORT;
}

function unbroken<Node extends ElementContent>(node: Node): Node {
  if (node.type === 'text') return { ...node, value: node.value.replaceAll(' ', '\u00a0') };
  return node.type === 'element' ? { ...node, children: node.children.map(unbroken) } : node;
}
