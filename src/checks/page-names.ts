import type { Nodes } from 'mdast';
import type { Problem } from '../record/problem.ts';

/** What an expression of a page may name by itself. */
const KNOWN = new Set(['props', 'frontmatter', 'undefined', 'null', 'true', 'false', 'NaN']);

/**
 * The problems of what stands for code in a page that imports nothing: a component, or a name alone in braces, that
 * nothing gives it. What an expression throws is found when the page is built.
 */
export function pageNameProblems(node: Nodes, file: string): Problem[] {
  const { line = 1, column = 1 } = node.position?.start ?? {};
  const problem = (message: string, fix: string): Problem[] => [
    { file, field: '', code: 'page-name', severity: 'error', line, column, message, fix },
  ];
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
    const { name } = node;
    if (name === null || !/^[A-Z]/.test(name) || name === 'Fragment') return [];
    return problem(`There is no component <${name}> here.`, 'Import it, or write it in HTML.');
  }
  if (node.type !== 'mdxFlowExpression' && node.type !== 'mdxTextExpression') return [];
  const name = node.value.trim();
  if (!/^[A-Za-z_$][\w$]*$/.test(name) || KNOWN.has(name)) return [];
  return problem(`There is no "${name}" here.`, `Write {props.${name}}, or the words themselves.`);
}
