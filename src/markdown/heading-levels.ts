import type { Element, ElementContent, Nodes, Root } from 'hast';
import { walk } from '../lib/tree.ts';
import type { Scope } from './scope.ts';

/**
 * Sets the levels of a text's headings as a page needs them: the first level is the title's, and none
 * is skipped. Whole archives begin at the first or skip one, so it is told once, with a count.
 */
export function setLevels(tree: Root, scope: Scope): void {
  const outline = new Set(headingsOf(tree.children as ElementContent[]));
  const shift = [...outline].some(({ tagName }) => tagName === 'h1') ? 1 : 0;
  let above = 1;
  const moved = headingsWithin(tree).filter((heading) => {
    const own = Number(heading.tagName.charAt(1));
    const isOutline = outline.has(heading);
    // one in a quotation or a list is of the section around it
    const wanted = isOutline ? own + shift : Math.max(own, 2);
    const level = Math.min(wanted, above + 1, 6);
    if (isOutline) above = level;
    heading.tagName = `h${level}`;
    return level !== own;
  });
  const [first] = moved;
  if (!first) return;
  const count = moved.length === 1 ? 'A heading begins' : `${moved.length} headings begin`;
  scope.problem(first, {
    code: 'heading-levels',
    severity: 'warning',
    field: '',
    message: `${count} at the first level or ${moved.length === 1 ? 'skips' : 'skip'} one; the page shows ${moved.length === 1 ? 'it' : 'them'} where ${moved.length === 1 ? 'it belongs' : 'they belong'}.`,
    fix: 'Begin at "##" and go down one level at a time.',
  });
}

/** Makes paragraphs of the headings of a note, which is no section. */
export function withoutHeadings(note: Root): void {
  for (const heading of headingsWithin(note)) heading.tagName = 'p';
}

function headingsWithin(tree: Root): Element[] {
  const all: ElementContent[] = [];
  walk<Nodes>(tree, (node) => {
    if (node.type === 'element') all.push(node);
  });
  return headingsOf(all);
}

function headingsOf(nodes: readonly ElementContent[]): Element[] {
  return nodes.filter(
    (node): node is Element => node.type === 'element' && /^h[1-6]$/.test(node.tagName),
  );
}
