import type { Program } from 'estree';
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Nodes, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { walk } from '../lib/tree.ts';
import type { Positioned, Scope } from './scope.ts';

/** An import or export, or an expression in braces. */
interface CodeNode extends Positioned {
  type: string;
  value: string;
  data?: { estree?: Program | null | undefined } | undefined;
}

/** Code in an article: refused, left out, or kept for MDX, as the scope says. Comments are no code. */
export function takeCode(node: CodeNode, scope: Scope): ElementContent | undefined {
  const isEmpty = node.type !== 'mdxjsEsm' && node.data?.estree?.body.length === 0;
  if (isEmpty && node.value.trim() !== '') return undefined;
  if (scope.code === 'forbid') return refuse(node, scope);
  if (importsArticle(node)) return refuse(node, scope, 'an article cannot be part of another');
  scope.hasCode = true;
  if (scope.code === 'keep') return node as unknown as ElementContent;
  // something stands here, though what is not known yet
  return node.type === 'mdxjsEsm'
    ? undefined
    : h(node.type === 'mdxFlowExpression' ? 'div' : 'span');
}

function refuse(node: CodeNode, scope: Scope, why = whyNot(scope)): undefined {
  const what = node.value.split('\n')[0]?.trim().slice(0, 60) ?? '';
  scope.problem(node, {
    code: 'article-code',
    field: '',
    message: `"${what || '{}'}" is code; ${why}.`,
    fix:
      node.type === 'mdxjsEsm'
        ? 'Remove the line: components need no import.'
        : 'Write "\\{" for a brace in the text, or remove the expression.',
  });
  return undefined;
}

/** Why code may not stand where it does: a clause without its full stop. */
export function whyNot({ options }: Scope): string {
  return options.code === 'forbid'
    ? 'an article is data, and nothing in it runs'
    : 'notes and the components of the house take none, since feeds and search read them too';
}

function importsArticle({ data }: CodeNode): boolean {
  return (data?.estree?.body ?? []).some(
    (statement) => 'source' in statement && String(statement.source?.value ?? '').endsWith('.mdx'),
  );
}

/** A component that the article itself imports or makes; without MDX only what stands in it. */
export function ownComponent(
  node: MdxJsxFlowElement | MdxJsxTextElement,
  children: ElementContent[],
  scope: Scope,
): ElementContent[] {
  scope.hasCode = true;
  if (scope.code === 'keep') return [{ ...node, children } as unknown as ElementContent];
  return [h(node.type === 'mdxJsxFlowElement' ? 'div' : 'span', children)];
}

/** The names that a text's imports and exports bind. */
export function boundNames(tree: Root): string[] {
  const names: string[] = [];
  walk<Nodes>(tree, (node) => {
    if (node.type === 'mdxjsEsm') names.push(...namesOf(node.data?.estree));
  });
  return names;
}

function namesOf(program: Program | null | undefined): string[] {
  return (program?.body ?? []).flatMap((statement) => {
    if (statement.type === 'ImportDeclaration') {
      return statement.specifiers.map(({ local }) => local.name);
    }
    if (statement.type !== 'ExportNamedDeclaration' || !statement.declaration) return [];
    const { declaration } = statement;
    if (declaration.type !== 'VariableDeclaration') return [declaration.id.name];
    return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? id.name : []));
  });
}
