import type { Element, ElementContent, Root } from 'hast';
import type { Scope } from './scope.ts';

/**
 * Sets the levels of a text's headings as a page needs them: the first level is the title's, and none
 * is skipped. Whole archives begin at the first or skip one, so it is told once, with a count.
 */
export function setLevels(tree: Root, scope: Scope): void {
  const headings = (tree.children as ElementContent[]).filter(
    (node): node is Element => node.type === 'element' && /^h[1-6]$/.test(node.tagName),
  );
  const levels = headings.map(({ tagName }) => Number(tagName.charAt(1)));
  const shift = levels.includes(1) ? 1 : 0;
  let above = 1;
  const moved = headings.filter((heading, i) => {
    const level = Math.min((levels[i] ?? 2) + shift, above + 1, 6);
    above = level;
    heading.tagName = `h${level}`;
    return level !== levels[i];
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
