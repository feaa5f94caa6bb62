import GithubSlugger from 'github-slugger';
import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { typographic } from '../lib/typography.ts';
import { SHELL_IDS } from './page-ids.ts';

/** Ids that an owner's page will have, gathered along a walk through its tree. */
export class PageAnchors {
  readonly ids: string[] = [...SHELL_IDS];
  /** Whether these are all ids: false when code writes some, which cannot be known here. */
  known = true;
  readonly #slugger = new GithubSlugger();

  add(node: Nodes): void {
    if (node.type === 'heading') this.#heading(node);
    else if (node.type === 'mdxjsEsm' || node.type === 'footnoteDefinition') this.known = false;
    else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      const plain = node.attributes.every(
        (one) => one.type === 'mdxJsxAttribute' && one.name !== 'id',
      );
      if (!plain || !/^[a-z]/.test(node.name ?? 'a')) this.known = false;
    }
  }

  /** As Astro names it, which sets its dashes first. */
  #heading(node: Extract<Nodes, { type: 'heading' }>): void {
    if (node.children.some(({ type }) => type.startsWith('mdx'))) this.known = false;
    const text = typographic(textOf(node, { includeImageAlt: false }));
    this.ids.push(this.#slugger.slug(text));
  }
}
