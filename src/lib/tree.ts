/** A node of any syntax tree (unist). */
export interface TreeNode {
  type: string;
  children?: TreeNode[];
}

/**
 * Calls a function for every node of a tree, parents before children, in the order of the document.
 * (`unist-util-visit` also keeps each node's ancestors, which takes longer than parsing does.)
 */
export function walk<Node extends TreeNode>(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const child of node.children ?? []) walk(child as Node, visit);
}
