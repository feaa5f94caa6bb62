import type { Element, ElementContent, Properties, RootContent } from 'hast';
import { h } from 'hastscript';
import { parseHtml } from '../../lib/html.ts';
import type { Instance, Part } from '../../record/compiled.ts';
import { type FeedContext, renderInstance } from './feed-components.ts';

/*
 * The text of an article as feed readers can use it: one tree of elements that they keep, every
 * address absolute, nothing that runs, hides, loads or belongs to the page alone.
 */

/** Compiled parts as clean HTML; components by their feed contract. */
export function feedParts(parts: readonly Part[], context: FeedContext): ElementContent[] {
  const instances: Instance[] = [];
  const html = parts.map((part) => {
    if (typeof part === 'string') return part;
    instances.push(part);
    return `<${STAND_IN} index="${instances.length - 1}"></${STAND_IN}>`;
  });
  const cleaner = new Cleaner(instances, context);
  return cleaner.all(parseHtml(html.join('')).children);
}

/** Stands in the HTML where a component is to be rendered. */
const STAND_IN = 'feed-instance';

/** What feed readers keep, and with which attributes; any other element leaves only its content. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    'p h2 h3 h4 h5 h6 ul li dl dt dd blockquote pre code figure figcaption aside table caption thead tbody tfoot tr hr br wbr em strong b i s u del ins sub sup small cite kbd samp var dfn ruby rt rp'
      .split(' ')
      .map((name) => [name, []]),
  ),
  ol: ['start', 'reversed'],
  a: ['href'],
  abbr: [],
  q: ['cite'],
  time: ['dateTime'],
  th: ['colSpan', 'rowSpan', 'align'],
  td: ['colSpan', 'rowSpan', 'align'],
};
const EVERYWHERE = ['lang', 'dir', 'title'] as const;

/** Goes with all that is in it. */
const DROPPED = new Set(
  'script style template noscript svg math canvas object embed form button select textarea datalist dialog link meta base'.split(
    ' ',
  ),
);

/** Ids that links of notes and citations lead to: the same as on the page. */
const LINKED_ID = /^(?:fn(?:ref)?-\d+(?:-\d+)?|s\d+)$/;

const ALIGNMENTS: Readonly<Record<string, string>> = {
  'al-l': 'left',
  'al-c': 'center',
  'al-r': 'right',
};

class Cleaner {
  readonly #instances: readonly Instance[];
  readonly #context: FeedContext;

  constructor(instances: readonly Instance[], context: FeedContext) {
    this.#instances = instances;
    this.#context = context;
  }

  all(nodes: readonly RootContent[]): ElementContent[] {
    return nodes.flatMap((node) => {
      if (node.type === 'text') return [{ type: 'text' as const, value: node.value }];
      return node.type === 'element' ? this.#element(node) : [];
    });
  }

  #element(node: Element): ElementContent[] {
    const { tagName, properties } = node;
    if (tagName === STAND_IN) return this.#instance(Number(properties.index));
    if (DROPPED.has(tagName) || isHidden(properties)) return [];
    switch (tagName) {
      case 'a':
        return this.#link(node);
      case 'p':
        return this.#paragraph(node);
      case 'h1':
        return [h('h2', this.#attributes(node, []), this.all(node.children))];
      case 'img':
        return this.#image(node);
      case 'input':
        return properties.type === 'checkbox'
          ? [{ type: 'text', value: properties.checked ? '☑' : '☐' }]
          : [];
      case 'summary':
        return [h('p', h('strong', this.all(node.children)))];
      case 'span':
      case 'bdi':
        return this.#span(node);
      case 'iframe':
      case 'video':
      case 'audio':
        return this.#embedded(node);
    }
    const attributes = KEPT[tagName];
    const children = this.all(node.children);
    return attributes ? [h(tagName, this.#attributes(node, attributes), children)] : children;
  }

  #instance(index: number): ElementContent[] {
    const instance = this.#instances[index];
    if (!instance) return [];
    return renderInstance(instance, feedParts(instance.children, this.#context), this.#context);
  }

  #attributes({ properties }: Element, names: readonly string[]): Properties {
    const kept: Properties = {};
    for (const name of [...names, ...EVERYWHERE]) {
      const value = name === 'align' ? alignment(properties) : properties[name];
      if (value === undefined || value === null) continue;
      const url = name === 'href' || name === 'cite';
      const given = url ? this.#context.absolute(String(value)) : value;
      if (given !== undefined) kept[name] = given;
    }
    if (LINKED_ID.test(String(properties.id))) kept.id = properties.id;
    return kept;
  }

  /** A paragraph without the space that followed its number. */
  #paragraph(node: Element): ElementContent[] {
    const [first, ...rest] = this.all(node.children);
    if (!first) return [];
    const start = first.type === 'text' ? { ...first, value: first.value.trimStart() } : first;
    return [h('p', this.#attributes(node, []), [start, ...rest])];
  }

  #link(node: Element): ElementContent[] {
    if (hasClass(node, 'para')) return [];
    const attributes = this.#attributes(node, KEPT.a ?? []);
    const children = this.all(node.children);
    if (attributes.href === undefined) return children;
    // programs that show notes in place look for a raised link
    if (hasClass(node, 'note-mark')) return [h('sup', h('a', attributes, children))];
    if (hasClass(node, 'back')) return [h('a', attributes, BACK)];
    return [h('a', attributes, children)];
  }

  #image({ properties }: Element): ElementContent[] {
    const alt = String(properties.alt ?? '');
    const src = this.#context.absolute(String(properties.src ?? ''));
    if (src === undefined) return alt === '' ? [] : [{ type: 'text', value: alt }];
    const { width, height } = properties;
    return [h('img', { src, alt, ...(width && height && { width, height }) })];
  }

  #span(node: Element): ElementContent[] {
    const { lang, dir } = node.properties;
    const children = this.all(node.children);
    return lang === undefined && dir === undefined
      ? children
      : [h(node.tagName, this.#attributes(node, []), children)];
  }

  /** What would play or load in the page is a link. */
  #embedded({ properties, children }: Element): ElementContent[] {
    const source = children.find((child) => child.type === 'element' && child.tagName === 'source');
    const given = properties.src ?? (source?.type === 'element' && source.properties.src);
    const href = this.#context.absolute(String(given || ''));
    if (!given || href === undefined) return [];
    return [h('a', { href }, String(properties.title ?? href))];
  }
}

/** Back from a note; the second character asks for text, not for an emoji. */
const BACK = '↩\ufe0e';

function isHidden(properties: Properties): boolean {
  return Boolean(properties.hidden) || String(properties.ariaHidden) === 'true';
}

function hasClass({ properties }: Element, name: string): boolean {
  const { className } = properties;
  return Array.isArray(className) && className.includes(name);
}

function alignment(properties: Properties): string | undefined {
  const { className, align } = properties;
  if (typeof align === 'string') return align;
  if (!Array.isArray(className)) return undefined;
  return className.map((name) => ALIGNMENTS[name]).find((value) => value !== undefined);
}
