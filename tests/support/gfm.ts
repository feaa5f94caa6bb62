import { readFileSync } from 'node:fs';
import type { Element, ElementContent, Root as HastRoot, Nodes } from 'hast';
import { h } from 'hastscript';
import type { Nodes as MarkdownNodes, Root } from 'mdast';
import { walk } from '../../src/lib/tree.ts';
import { renderer } from '../../src/markdown/hast.ts';
import { Scope } from '../../src/markdown/scope.ts';
import { OPTIONS } from './compile.ts';
import { normalHtml } from './html.ts';

/** The examples of the specification (https://github.github.com/gfm/, CC BY-SA 4.0: see the file). */
export const { examples } = JSON.parse(
  readFileSync(new URL('../engine/unit/markdown/fixtures/gfm-spec.json', import.meta.url), 'utf8'),
) as { examples: { example: number; section: string; markdown: string; html: string }[] };

/**
 * A text as an article renders it, without what our design adds.
 * @param tree the text, parsed
 */
export function renderPlain(tree: Root, markdown: string, file: string): string {
  const hast = renderHast(tree, markdown, file);
  walk<Nodes>(hast, withoutPolish);
  return normalHtml(hast);
}

/** The tree of a text as an article renders it. */
export function renderHast(tree: Root, markdown: string, file: string): HastRoot {
  const scope = new Scope(file, markdown, OPTIONS, new Map());
  return renderer(tree, plainCode(tree), scope)(tree);
}

/** Code blocks without colours. */
function plainCode(tree: Root): Map<object, Element> {
  const blocks = new Map<object, Element>();
  walk<MarkdownNodes>(tree, (node) => {
    if (node.type !== 'code') return;
    const name = node.lang ? { className: [`language-${node.lang}`] } : {};
    blocks.set(node, h('pre', h('code', name, node.value === '' ? '' : `${node.value}\n`)));
  });
  return blocks;
}

/** Takes back what an article's page adds: scrolling regions, names for screen readers, classes. */
function withoutPolish(node: Nodes): void {
  if ('children' in node) {
    node.children = (node.children as ElementContent[]).flatMap((child): ElementContent[] =>
      child.type === 'component'
        ? [h('img', { ...child.props } as Element['properties'])]
        : child.type === 'element' && child.tagName === 'div'
          ? child.children
          : [child],
    ) as typeof node.children;
  }
  if (node.type !== 'element') return;
  const { properties } = node;
  const [align] = [properties.className].flat().map((name) => /^al-(.)/.exec(String(name))?.[1]);
  if (align) properties.align = { l: 'left', c: 'center', r: 'right' }[align];
  if (['li', 'th', 'td'].includes(node.tagName)) delete properties.className;
  delete properties.scope;
  delete properties.ariaLabel;
}
