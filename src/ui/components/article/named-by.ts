import type { ElementContent } from 'hast';

/** The table of an exhibit, and the region that it scrolls in, named by the caption; anything else as it is. */
export function namedBy(node: ElementContent, caption: string): ElementContent {
  if (node.type !== 'element' || !(node.tagName === 'table' || node.properties.role === 'region')) {
    return node;
  }
  const { ariaLabel, ...properties } = node.properties;
  return {
    ...node,
    properties: { ...properties, ariaLabelledBy: [caption] },
    children: node.children.map((child) => namedBy(child, caption)),
  };
}
