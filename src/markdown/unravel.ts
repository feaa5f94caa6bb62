import type { Nodes, Paragraph, Parent, PhrasingContent, Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { walk } from '../lib/tree.ts';
import { INLINE, isComponent } from '../record/components.ts';
import { ownComponents } from '../record/own-components.ts';

/**
 * MDX reads `<PullQuote>text</PullQuote>` on a line of its own as a paragraph with a tag in it; to a
 * writer it is a block. (MDX's own compiler unravels such paragraphs too.)
 */
export function unravel(tree: Root): void {
  walk<Nodes>(tree, (node) => {
    if (!('children' in node) || !node.children.some(({ type }) => type === 'paragraph')) return;
    const children = node.children.flatMap((child): RootContent[] =>
      child.type === 'paragraph' ? (blocksIn(child) ?? [child]) : [child],
    );
    (node as Parent).children = children;
  });
}

/** The blocks that a paragraph consists of, or undefined when it has words of its own. */
function blocksIn(paragraph: Paragraph): MdxJsxFlowElement[] | undefined {
  const blocks: MdxJsxFlowElement[] = [];
  for (const child of paragraph.children) {
    if (child.type === 'mdxJsxTextElement' && isBlock(child.name)) {
      const isLine = child.name === 'summary' || child.children.length === 0;
      const children = isLine
        ? (child.children as unknown as MdxJsxFlowElement['children'])
        : withSummary(child.children);
      blocks.push({ ...child, type: 'mdxJsxFlowElement', children });
    } else if (child.type !== 'text' || child.value.trim() !== '') {
      return undefined;
    }
  }
  return blocks.length > 0 ? blocks : undefined;
}

/** A paragraph of what stands between the tags of a block; a summary before it is none of its words. */
function withSummary(children: PhrasingContent[]): MdxJsxFlowElement['children'] {
  const [first, ...rest] = children;
  if (first?.type !== 'mdxJsxTextElement' || first.name !== 'summary')
    return [{ type: 'paragraph', children }];
  const summary = {
    ...first,
    type: 'mdxJsxFlowElement',
    children: first.children as never,
  } as const;
  return rest.length === 0 ? [summary] : [summary, { type: 'paragraph', children: rest }];
}

function isBlock(name: string | null): boolean {
  if (name === 'details' || name === 'summary') return true;
  if (name === null) return false;
  return isComponent(name) ? !INLINE.has(name) : ownComponents().has(name);
}
