import type { ElementContent, Nodes, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Instance, Part } from '../record/compiled.ts';
import { INSTANCE } from './scope.ts';

/**
 * Cuts a tree into runs of HTML and instances of components.
 * @param instances what the stand-ins in the tree stand for, by index
 */
export function toParts(
  nodes: readonly RootContent[],
  instances: readonly Omit<Instance, 'children'>[],
): Part[] {
  const found: Instance[] = [];
  const marked = nodes.map((node) => mark(node, instances, found));
  const html = toHtml({ type: 'root', children: marked }, { allowDangerousHtml: true });
  return html.split('\u0000').flatMap((run, i): Part[] => {
    const instance = i % 2 === 1 ? found[Number(run)] : undefined;
    return instance ? [instance] : run === '' ? [] : [run];
  });
}

/** The tree with every instance replaced by its number between NULs, which no Markdown contains. */
function mark<T extends Nodes>(
  node: T,
  instances: readonly Omit<Instance, 'children'>[],
  found: Instance[],
): T {
  if (node.type === 'element' && node.tagName === INSTANCE) {
    const instance = instances[Number(node.properties.index)];
    const children = toParts(node.children, instances);
    found.push({ ...instance, children } as Instance);
    return { type: 'raw', value: `\u0000${found.length - 1}\u0000` } as unknown as T;
  }
  if (!('children' in node)) return node;
  return {
    ...node,
    children: node.children.map((child) => mark(child as ElementContent, instances, found)),
  };
}
