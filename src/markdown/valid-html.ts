import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';

/*
 * HTML of others, once it is safe, as the specification lets it stand: no block among words, no item
 * without its list, no paragraph of nothing.
 */

const INLINE = new Set(
  'a abbr b bdo br cite code del dfn em i ins kbd mark q rp rt ruby s samp small strike strong sub sup time tt u var wbr x-kept'.split(
    ' ',
  ),
);

/** Lists and rows, and what lies in them; what else is there is put into the first. */
const ITEMS: Readonly<Record<string, readonly string[]>> = {
  ul: ['li'],
  ol: ['li'],
  dl: ['dd', 'dt'],
  tr: ['td', 'th'],
};

/** Whether a node may stand among words. */
export function isPhrasing(node: Element): boolean {
  return (
    INLINE.has(node.tagName) &&
    node.children.every((child) => child.type !== 'element' || isPhrasing(child))
  );
}

/**
 * Nodes as they may stand in an element.
 * @param own nodes of ours among them, which are valid as they are
 * @param parent its name; empty for the text as a whole
 * @param isWords whether nothing but words may stand there
 */
export function validHtml(
  nodes: readonly ElementContent[],
  own: ReadonlySet<ElementContent>,
  parent = '',
  isWords = false,
): ElementContent[] {
  const items = ITEMS[parent];
  return nodes.flatMap((node, i): ElementContent[] => {
    if (node.type !== 'element' || own.has(node)) {
      const isBlank = node.type === 'text' && node.value.trim() === '';
      return items && !isBlank ? [h(items[0] ?? '', node)] : [node];
    }
    const { tagName } = node;
    const holdsWords = isWords || /^(?:p|h[1-6]|pre|summary|caption)$/.test(tagName);
    node.children = validHtml(node.children, own, tagName, holdsWords);
    const isItem = /^(?:li|d[td])$/.test(tagName);
    if (items?.includes(tagName)) return [node];
    if (items) return [h(items[0] ?? '', isItem ? node.children : node)];
    if (isItem || (isWords && !INLINE.has(tagName)))
      return i < nodes.length - 1 ? [...node.children, SPACE] : node.children;
    if (/^(?:p|h[1-6])$/.test(tagName) && !node.children.some(isSeen)) return [];
    return INLINE.has(tagName) && !/^(?:a|ins|del)$/.test(tagName) ? inwards(node) : [node];
  });
}

const SPACE = { type: 'text', value: ' ' } as const;

/** Whether a node shows anything, or a link may lead to it. */
function isSeen(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.trim() !== '';
  const isEmpty =
    node.type === 'element' &&
    /^(?:b|code|em|i|s|small|strong|u)$/.test(node.tagName) &&
    node.properties.id === undefined;
  return !isEmpty || node.children.some(isSeen);
}

/** Emphasis and the like around blocks, as emphasis of the words within them. */
function inwards(around: Element): ElementContent[] {
  if (isPhrasing(around)) return [around];
  const found: ElementContent[] = [];
  let run: ElementContent[] = [];
  const end = (): void => {
    if (run.some(isSeen)) found.push({ ...around, children: run });
    run = [];
  };
  for (const child of around.children) {
    if (child.type !== 'element' || isPhrasing(child)) {
      run.push(child);
      continue;
    }
    end();
    const holds = /^(?:p|h[1-6]|blockquote|section|li|ul|ol|d[dlt])$/.test(child.tagName);
    if (holds) child.children = inwards({ ...around, children: child.children });
    found.push(child);
  }
  end();
  return found;
}
