import type { ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import type { Nodes } from 'mdast';
import type { JsxElement } from './props.ts';
import type { Scope } from './scope.ts';

/**
 * Gives each `<details>` one summary, as its first child, as browsers show it: the first that it has,
 * or a word. Others become paragraphs.
 * @param word what a browser shows where there is none
 */
export function setSummaries(tree: Root, word: string): void {
  tree.children = arranged(tree.children as ElementContent[], undefined, word);
}

/** @param own the summary of the element around these, which stays one */
function arranged(
  nodes: readonly ElementContent[],
  own: ElementContent | undefined,
  word: string,
): ElementContent[] {
  return nodes.map((node) => {
    if (!('children' in node)) return node;
    const isDetails = node.type === 'element' && node.tagName === 'details';
    const summary = isDetails ? node.children.find(isSummary) : undefined;
    const children = arranged(node.children, summary, word);
    if (isSummary(node) && node !== own) return h('p', children);
    const at = summary ? node.children.indexOf(summary) : -1;
    node.children = children;
    if (!isDetails) return node;
    const [first = h('summary', word)] = at === -1 ? [] : node.children.splice(at, 1);
    node.children.unshift(first);
    return node;
  });
}

function isSummary(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'summary';
}

/** What a writer of MDX is told of a `<details>` or a `<summary>` that browsers show otherwise. */
export function judgeDetails(node: JsxElement, parent: Nodes | undefined, scope: Scope): void {
  const summaries = (node.children as Nodes[]).filter(
    (child) => 'name' in child && child.name === 'summary',
  );
  if (node.name === 'details' && node.type === 'mdxJsxTextElement') {
    scope.problem(node, {
      code: 'component-place',
      field: '<details>',
      message: '<details> stands within a sentence.',
      fix: 'Put it on lines of its own, with an empty line before and after.',
    });
  }
  if (node.name === 'details' && summaries.length === 0) {
    scope.problem(node, {
      code: 'summary-missing',
      severity: 'warning',
      field: '<details>',
      message: `<details> has no <summary>, so readers would see only "${scope.options.labels.details}".`,
      fix: 'Write <summary>…</summary> behind it, with words of your own.',
    });
  }
  const [, second] = node.name === 'details' ? summaries : [];
  const isAlone =
    node.name === 'summary' && !(parent && 'name' in parent && parent.name === 'details');
  if (!second && !isAlone) return;
  scope.problem((second as JsxElement | undefined) ?? node, {
    code: 'summary-place',
    field: '<summary>',
    message: 'This <summary> is not the first thing within a <details>.',
    fix: 'Remove its tags; its words may stay.',
  });
}
