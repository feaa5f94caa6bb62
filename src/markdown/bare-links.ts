import type { Link, Nodes, Parent, RootContent } from 'mdast';
import { walk } from '../lib/tree.ts';

/** Punctuation of other scripts, which ends a sentence around an address and is no part of it. */
const ENDS = /[，。、；：！？（）《》〈〉「」『』【】“”‘’…،؛؟۔।॥]/;

/** Brackets and bars that other programs put behind an address; no host has one. */
const NO_HOST = /(?<=^(?:https?:\/\/)?[^/?#[\]|>]+)[[\]|>]/i;

/** Whether a link is a bare address (`https://…`), whose words are the address. */
export function isBareLink({ url, children: [words, more] }: Link): boolean {
  return !more && words?.type === 'text' && url.endsWith(words.value);
}

/** Ends bare addresses before full-width punctuation; GFM ends them at spaces alone. */
export function endAddresses(tree: Nodes): void {
  walk<Nodes>(tree, (node) => {
    if (!('children' in node) || !node.children.some(({ type }) => type === 'link')) return;
    const parent: Parent = node;
    parent.children = parent.children.flatMap((child): RootContent[] => {
      if (child.type !== 'link' || !isBareLink(child)) return [child];
      const [words] = child.children;
      const text = words?.type === 'text' ? words.value : '';
      const end =
        [text.search(ENDS), text.search(NO_HOST)].filter((at) => at > 0).sort((a, b) => a - b)[0] ??
        0;
      if (end <= 0) return [child];
      const url = child.url.slice(0, child.url.length - text.length + end);
      const address: Link = {
        ...child,
        url,
        children: [{ type: 'text', value: text.slice(0, end) }],
      };
      return [address, { type: 'text', value: text.slice(end) }];
    });
  });
}
