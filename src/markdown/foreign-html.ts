import type { Element, ElementContent, Nodes, Root } from 'hast';
import { raw } from 'hast-util-raw';
import { defaultSchema, type Schema, sanitize } from 'hast-util-sanitize';
import { h } from 'hastscript';
import type { Raw } from 'mdast-util-to-hast';
import { VFile } from 'vfile';
import { walk } from '../lib/tree.ts';
import { component } from './elements.ts';
import { resolveLink } from './links.ts';
import { tellOpenHtml } from './open-html.ts';
import { isEntryId } from './page-ids.ts';
import { placeOf, type Scope } from './scope.ts';
import { scrolling } from './tables.ts';
import { isPhrasing, validHtml } from './valid-html.ts';

/*
 * HTML within Markdown, which others wrote: parsed as a browser would, and reduced to what an article
 * may have. What we made ourselves passes by untouched.
 */

/** Tags that make text of all that follows (https://github.github.com/gfm/#disallowed-raw-html-extension-). */
const SWALLOWS = /<(?=\/?(?:title|textarea|xmp|noembed|noframes|plaintext)\b)/gi;

/** Stands for a node of our own while HTML around it is parsed. */
const KEPT = 'x-kept';

/** Tags that load something, and become links to it. */
const LOADS = new Set(['iframe', 'video', 'audio', 'embed', 'object', 'source']);

/** What an article may have: GitHub's list without blocks that only place, and with our classes. */
const SCHEMA: Schema = {
  ...defaultSchema,
  tagNames: [
    ...(defaultSchema.tagNames ?? []).filter(
      (name) => !/^(?:div|span|picture|source|input)$/.test(name),
    ),
    ...['abbr', 'cite', 'mark', 'small', 'time', 'u', 'wbr', KEPT],
  ],
  attributes: {
    a: ['href', 'name'],
    abbr: ['title'],
    blockquote: ['cite'],
    del: ['cite', 'dateTime'],
    details: ['open'],
    img: ['alt', 'src', 'title'],
    ins: ['cite', 'dateTime'],
    li: [['className', 'task']],
    ol: ['start', 'reversed'],
    q: ['cite'],
    td: ['colSpan', 'rowSpan', 'align', ['className', /^al-[lcr]$/]],
    th: ['colSpan', 'rowSpan', 'align', 'scope', ['className', /^al-[lcr]$/]],
    time: ['dateTime'],
    [KEPT]: ['n'],
    '*': ['dir', 'id', 'lang', 'title'],
  },
  protocols: {
    cite: ['http', 'https'],
    href: ['http', 'https', 'mailto', 'tel'],
    src: ['http', 'https'],
  },
  clobber: [],
  required: {},
  strip: ['script', 'style', 'template', 'noscript', 'svg', 'math', 'select', 'textarea'],
};

/** Attributes without which readers find something else than was meant. */
const CHANGED: readonly [pattern: RegExp, message: string, fix: string][] = [
  [
    /<(\w+)\b[^<>]*\s(?:hidden(?=[\s>/=])|style\s*=\s*["']?[^"'<>]*(?:display\s*:\s*none|visibility\s*:\s*hidden))/i,
    'What is in it was hidden, and readers see it here.',
    'Remove it.',
  ],
  [
    /<(\w+)\b[^<>]*\shref\s*=\s*["']?\s*(?:javascript|vbscript|data):/i,
    'Its address is code, so readers see its words without a link.',
    'Write an address that begins with https://, or remove the tag.',
  ],
  [
    /<(\w+)\b[^<>]*\s[\w-]+\s*=\s*[“”„]/,
    'Its quotation marks are curly, so they are part of the value.',
    'Write straight ones: ".',
  ],
];

/** A rendered text of Markdown with its HTML made safe and valid, its tables in regions that scroll. */
export function safeHtml(tree: Root, scope: Scope): Root {
  const kept: ElementContent[] = [];
  const has = hasRaw(tree);
  const safe = has ? (sanitize(parsed(stash(tree, kept)), SCHEMA) as Root) : tree;
  const ids = new Set<string>();
  const polish = (node: ElementContent): ElementContent[] => {
    if (node.type !== 'element')
      return node.type === 'text' || node.type === 'component' ? [node] : [];
    if (node.tagName === KEPT)
      return kept[Number(node.properties.n)]
        ? [kept[Number(node.properties.n)] as ElementContent]
        : [];
    node.children = node.children.flatMap(polish);
    return has
      ? ours(node, ids, scope)
      : node.tagName === 'table'
        ? [scrolling(node, scope)]
        : [node];
  };
  const nodes = (safe.children as ElementContent[]).flatMap(polish);
  return { type: 'root', children: inParagraphs(has ? validHtml(nodes, new Set(kept)) : nodes) };

  function parsed(root: Root): Root {
    const told = new Set<string>();
    const raws: Raw[] = [];
    walk<Nodes>(root, (node) => {
      if (node.type !== 'raw') return;
      raws.push(node);
      for (const [, tag, name = tag ?? ''] of node.value.matchAll(
        /<(script|style|form|iframe|video|audio|embed|object|svg|math|select|textarea|template|noscript|base|link|meta)\b|<(?=(\?))/gi,
      )) {
        if (told.has(name)) continue;
        told.add(name);
        tellLeftOut(name.toLowerCase(), node, scope);
      }
      for (const [pattern, message, fix] of CHANGED) {
        const [, name] = pattern.exec(node.value) ?? [];
        if (name === undefined || told.has(message)) continue;
        told.add(message);
        const field = `<${name.toLowerCase()}>`;
        scope.problem(node, { code: 'html-changed', severity: 'warning', field, message, fix });
      }
    });
    tellOpenHtml(raws, scope);
    walk<Nodes>(root, (node) => {
      if (node.type === 'raw') node.value = node.value.replace(SWALLOWS, '&lt;');
    });
    const html = raw(root, { passThrough: ['kept'], file: new VFile(scope.body) }) as Root;
    walk<Nodes>(html, (node) => {
      if ('children' in node)
        node.children = (node.children as ElementContent[]).map(kernel) as never;
    });
    return html;
  }
}

function hasRaw(tree: Root): boolean {
  let has = false;
  walk<Nodes>(tree, (node) => {
    has ||= node.type === 'raw';
  });
  return has;
}

/** A tree with stubs in place of components, code, marks and all else that no HTML stands in. */
function stash(tree: Root, kept: ElementContent[]): Root {
  const replace = (node: ElementContent): ElementContent => {
    const isOurs =
      node.type === 'component' ||
      (node.type === 'element' &&
        (node.data !== undefined || node.tagName === 'pre' || node.tagName === 'input'));
    if (isOurs) {
      kept.push(node);
      return { type: 'kept', n: kept.length - 1 } as unknown as ElementContent;
    }
    return 'children' in node ? { ...node, children: node.children.map(replace) } : node;
  };
  return { ...tree, children: (tree.children as ElementContent[]).map(replace) };
}

/** A stub as an element that the sanitizer lets pass; what loads something as a link to it. */
function kernel(node: ElementContent): ElementContent {
  if ((node.type as string) === 'kept') return h(KEPT, { n: (node as unknown as { n: number }).n });
  if (node.type !== 'element') return node;
  keepId(node);
  if (!LOADS.has(node.tagName)) return node;
  const { src, data, title } = node.properties;
  const inner = node.children.find((one) => one.type === 'element' && one.tagName === 'source');
  const from = src ?? data ?? (inner?.type === 'element' ? inner.properties.src : undefined);
  if (typeof from !== 'string' || from === '') return { type: 'text', value: '' };
  const href = from.startsWith('//') ? `https:${from}` : from;
  const words = typeof title === 'string' && title !== '' ? title : href;
  return { ...h('a', { href }, words), position: node.position };
}

/** Keeps the id of an element that does not stay: a link may lead there. */
function keepId({ tagName, properties: { id }, children }: Element): void {
  if (id === undefined || SCHEMA.tagNames?.includes(tagName)) return;
  const first = children.find((child) => child.type !== 'text' || child.value.trim() !== '');
  const isText = first?.type === 'element' && /^(?:p|h\d)$/.test(first.tagName);
  (isText ? first.children : children).unshift(h('a', { id }));
}

/** An element of others as an article has it. */
function ours(node: Element, ids: Set<string>, scope: Scope): ElementContent[] {
  const { align, href, src, alt, title, name } = node.properties;
  const id = node.properties.id ?? name;
  delete node.properties.name;
  if (typeof id === 'string' && (isEntryId(id) || ids.has(id) || !/^\S+$/.test(id)))
    delete node.properties.id;
  else if (typeof id === 'string') {
    node.properties.id = id;
    ids.add(id);
  }
  delete node.properties.align;
  if (typeof align === 'string' && /^(?:left|center|right)$/.test(align)) {
    node.properties.className = [`al-${align.charAt(0)}`];
  }
  switch (node.tagName) {
    case 'a': {
      // links of Markdown are resolved already
      if (node.position === undefined || typeof href !== 'string')
        return href !== undefined || node.properties.id !== undefined ? [node] : node.children;
      const address = resolveLink(href, scope, node);
      if (address === undefined) return node.children;
      node.properties.href = address;
      return [node];
    }
    case 'img': {
      if (typeof src !== 'string' || src === '') {
        scope.problem(node, {
          code: 'html-left-out',
          severity: 'warning',
          field: '<img>',
          message: 'It names no picture, so readers see nothing.',
          fix: 'Write ![what it shows](file), or remove it.',
        });
        return [];
      }
      scope.images.push({ target: src, ...placeOf(node) });
      const props = { src, alt: String(alt ?? ''), ...(title ? { title: String(title) } : {}) };
      return [component('Image', props)];
    }
    case 'table':
      return [scrolling(node, scope)];
    default:
      return [node];
  }
}

function tellLeftOut(name: string, node: Raw, scope: Scope): void {
  const loads = LOADS.has(name);
  scope.problem(node, {
    code: 'html-left-out',
    severity: 'warning',
    field: `<${name}>`,
    message: loads
      ? 'Nothing is loaded from other hosts here, so readers see a link to it.'
      : 'Nothing of an article runs, is styled or asks by it, so readers do not see it.',
    fix: loads ? 'Write [words](address) for better words.' : 'Remove it.',
  });
}

/** Blocks with paragraphs around words that stand among them. */
function inParagraphs(nodes: readonly ElementContent[]): ElementContent[] {
  const blocks: ElementContent[] = [];
  let words: ElementContent[] = [];
  const end = (): void => {
    const isBlank = (node: ElementContent) => node.type === 'text' && node.value.trim() === '';
    const first = words.findIndex((node) => !isBlank(node));
    const last = words.findLastIndex((node) => !isBlank(node));
    if (first !== -1) blocks.push(h('p', words.slice(first, last + 1)));
    words = [];
  };
  for (const node of nodes) {
    const isInline = node.type === 'text' || (node.type === 'element' && isPhrasing(node));
    if (isInline) words.push(node);
    else {
      end();
      blocks.push(node);
    }
  }
  end();
  return blocks;
}
