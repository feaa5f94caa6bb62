import type { Element, ElementContent, Properties } from 'hast';
import { h } from 'hastscript';
import { type FeedContext, renderComponent } from './feed-components.ts';

/*
 * The text of an article as feed readers can use it: one tree of elements that they keep, every
 * address absolute, nothing that belongs to the page alone.
 */

/** A text's nodes for a feed; components by their feed contract. */
export function feedText(nodes: readonly ElementContent[], context: FeedContext): ElementContent[] {
  return nodes.flatMap((node) => {
    switch (node.type) {
      case 'text':
        return [{ type: 'text' as const, value: node.value }];
      case 'component':
        return renderComponent(node, feedText(node.children, context), context);
      case 'element':
        return feedElement(node, context);
      default:
        return [];
    }
  });
}

/** What feed readers keep, and with which attributes; any other element leaves only its content. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    'p h2 h3 h4 h5 h6 ul li blockquote pre code table thead tbody tr hr br wbr em strong del ins sub sup cite kbd abbr'
      .split(' ')
      .map((name) => [name, []]),
  ),
  ol: ['start'],
  a: ['href'],
  q: ['cite'],
  time: ['dateTime'],
  th: ['align'],
  td: ['align'],
};
const EVERYWHERE = ['lang', 'dir', 'title'] as const;

/** Ids that links of notes lead to: the same as on the page. */
const LINKED_ID = /^fnref-\d+(?:-\d+)?$/;

const ALIGNMENTS: Readonly<Record<string, string>> = {
  'al-l': 'left',
  'al-c': 'center',
  'al-r': 'right',
};

/** Back from a note; the second character asks for text, not for an emoji. */
const BACK = '↩\ufe0e';

function feedElement(node: Element, context: FeedContext): ElementContent[] {
  const { tagName, properties } = node;
  const children = feedText(node.children, context);
  const kept = (name: string, content = children): ElementContent[] => [
    h(name, attributes(properties, KEPT[tagName] ?? [], context), content),
  ];
  switch (tagName) {
    case 'a':
      return link(node, attributes(properties, ['href'], context), children);
    case 'p':
      // the summary of what opens is a paragraph itself
      return children.length === 0 || children.some(isParagraph)
        ? children
        : kept('p', withoutFirstSpace(children));
    case 'h1':
      return kept('h2');
    case 'input':
      return [{ type: 'text', value: properties.checked ? '☑' : '☐' }];
    case 'summary':
      return [h('p', h('strong', children))];
    case 'span':
      return properties.lang === undefined && properties.dir === undefined
        ? children
        : kept('span');
    default:
      return KEPT[tagName] ? kept(tagName) : children;
  }
}

function attributes(
  properties: Properties,
  names: readonly string[],
  context: FeedContext,
): Properties {
  const kept: Properties = {};
  for (const name of [...names, ...EVERYWHERE]) {
    const value = name === 'align' ? alignment(properties) : properties[name];
    if (value === undefined || value === null) continue;
    const isAddress = name === 'href' || name === 'cite';
    const given = isAddress ? context.absolute(String(value)) : value;
    if (given !== undefined) kept[name] = given;
  }
  if (LINKED_ID.test(String(properties.id))) kept.id = properties.id;
  return kept;
}

/** A paragraph without the space that followed its number. */
function withoutFirstSpace([first, ...rest]: ElementContent[]): ElementContent[] {
  if (first?.type === 'text') return [{ ...first, value: first.value.trimStart() }, ...rest];
  return first ? [first, ...rest] : rest;
}

function link(node: Element, given: Properties, children: ElementContent[]): ElementContent[] {
  if (hasClass(node, 'para')) return [];
  if (given.href === undefined) return children;
  // programs that show notes in place look for a raised link
  if (hasClass(node, 'note-mark')) return [h('sup', h('a', given, children))];
  // a mark or term within a link is a link beside it
  if (children.some(holdsLink)) {
    return children.map((child) => (holdsLink(child) ? child : h('a', given, [child])));
  }
  return [h('a', given, hasClass(node, 'back') ? BACK : children)];
}

function isParagraph(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'p';
}

function holdsLink(node: ElementContent): boolean {
  return node.type === 'element' && (node.tagName === 'a' || node.children.some(holdsLink));
}

function hasClass({ properties }: Element, name: string): boolean {
  const { className } = properties;
  return Array.isArray(className) && className.includes(name);
}

function alignment({ className }: Properties): string | undefined {
  return Array.isArray(className) ? ALIGNMENTS[String(className[0])] : undefined;
}
