import type { Nodes } from 'mdast';
import { isLanguage } from '../lib/text.ts';
import { type Signs, Typographer } from '../lib/typography.ts';
import { isBareLink } from './bare-links.ts';

/**
 * Sets quotation marks, dashes and firm spaces as the language of the words does; code, addresses and
 * props keep what they have. Words with a `lang` of their own have the signs of that language.
 * @param signsOf how a language sets its signs; asked for none, the publication's or the article's
 */
export function setPunctuation(tree: Nodes, signsOf: (lang?: string) => Signs): void {
  setWith(tree, signsOf, signsOf());
}

function setWith(tree: Nodes, signsOf: (lang: string) => Signs, signs: Signs): void {
  const typographer = new Typographer(signs);
  const set = (node: Nodes): void => {
    const lang = node === tree ? undefined : langOf(node);
    if (lang !== undefined) {
      setWith(node, signsOf, signsOf(lang));
      typographer.skip();
    } else if (isAsWritten(node)) {
      typographer.skip();
    } else {
      if (node.type === 'text') node.value = typographer.next(node.value);
      else if (!PHRASING.has(node.type)) typographer.reset();
      if ('children' in node) for (const child of node.children) set(child);
    }
  };
  set(tree);
}

/** Code, a picture, an address that is its own words: it stands as it was written. */
function isAsWritten(node: Nodes): boolean {
  if (node.type === 'link') return isBareLink(node);
  return node.type === 'inlineCode' || node.type === 'image';
}

/** The language that an element names. */
function langOf(node: Nodes): string | undefined {
  if (node.type !== 'mdxJsxTextElement' && node.type !== 'mdxJsxFlowElement') return undefined;
  const named = node.attributes.find(
    (one) => one.type === 'mdxJsxAttribute' && one.name === 'lang',
  );
  return typeof named?.value === 'string' && isLanguage(named.value) ? named.value : undefined;
}

const PHRASING = new Set([
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'footnoteReference',
  'mdxJsxTextElement',
  'mdxTextExpression',
]);
