import type { Element, ElementContent, Root as HastRoot } from 'hast';
import { h } from 'hastscript';
import type {
  Blockquote,
  Definition,
  FootnoteDefinition,
  Nodes,
  Paragraph,
  Root,
  RootContent,
} from 'mdast';
import { defListHastHandlers } from 'mdast-util-definition-list';
import { defaultHandlers, type Handlers, type State, toHast } from 'mdast-util-to-hast';
import { toString as textOf } from 'mdast-util-to-string';
import { normalizeUri } from 'micromark-util-sanitize-uri';
import { isRightToLeft } from '../lib/direction.ts';
import { letterOf } from '../lib/letters.ts';
import { walk } from '../lib/tree.ts';
import { endAddresses } from './bare-links.ts';
import { refuseCode } from './code.ts';
import { component, marked, renderElement } from './elements.ts';
import { safeHtml } from './foreign-html.ts';
import { resolveLink, withoutLinks } from './links.ts';
import { setPunctuation } from './punctuation.ts';
import { placeOf, type Scope } from './scope.ts';
import { scrolling } from './tables.ts';
import { unravel } from './unravel.ts';

/** Makes an article's tree ready to be rendered: its punctuation set, its notes known. */
export function prepareTree(tree: Root, scope: Scope): void {
  endAddresses(tree);
  setPunctuation(tree, (lang) => scope.signsOf(lang));
  unravel(tree);
  walk<Nodes>(tree, (node) => {
    if (node.type !== 'footnoteDefinition') return;
    if (!scope.definitions.has(node.identifier)) scope.definitions.set(node.identifier, node);
  });
}

/** Renders a text, or a note of it; what must not be in it is a problem and left out. */
export type Render = (piece: Root | FootnoteDefinition) => HastRoot;

/** What renders a prepared tree and its notes. */
export function renderer(tree: Root, code: ReadonlyMap<object, Element>, scope: Scope): Render {
  const definitions: Definition[] = [];
  walk<Nodes>(tree, (node) => {
    if (node.type === 'definition') definitions.push(node);
  });
  const state = stateOf(definitions, handlersFor(code, scope));
  return (piece) => {
    const hast: HastRoot = { type: 'root', children: state.wrap(state.all(piece), false) };
    return scope.isMarkdown ? safeHtml(hast, scope) : hast;
  };
}

/**
 * What `toHast` knows while it works. It looks for definitions in the tree that it is given; in one
 * that has nothing else they are soon found, and what is then known serves every piece.
 */
function stateOf(definitions: Definition[], handlers: Handlers): State {
  let known: State | undefined;
  const root = (state: State): undefined => {
    known = state;
  };
  toHast({ type: 'root', children: definitions }, { handlers: { ...handlers, root } });
  if (!known) throw new Error('toHast did not ask for its root.');
  return known;
}

function handlersFor(code: ReadonlyMap<object, Element>, scope: Scope): Handlers {
  const { labels } = scope.options;
  return {
    mdxJsxFlowElement: (state, node, parent) =>
      renderElement(node, state.all(node) as ElementContent[], scope, parent),
    mdxJsxTextElement: (state, node, parent) =>
      renderElement(node, state.all(node) as ElementContent[], scope, parent),
    mdxFlowExpression: (_state, node) => refuseCode(node, scope),
    mdxTextExpression: (_state, node) => refuseCode(node, scope),
    mdxjsEsm: (_state, node) => refuseCode(node, scope),
    paragraph(state, node) {
      const rendered = defaultHandlers.paragraph(state, node);
      return { ...rendered, properties: { ...rendered.properties, ...directionOf(node) } };
    },
    html: (_state, node): ElementContent => ({
      type: 'raw',
      value: node.value,
      position: node.position,
    }),
    ...defListHastHandlers,
    blockquote(state, node) {
      const { alert } = (node as Blockquote).data ?? {};
      if (!alert) return defaultHandlers.blockquote(state, node);
      scope.notesWithTitle += 1;
      const known = labels.alerts[alert.kind as keyof typeof labels.alerts];
      const title = scope.typographic(alert.title || (known ?? labels.alerts.note));
      const id = `note-${scope.notesWithTitle}`;
      return component('Note', { title, id }, state.all(node) as ElementContent[]);
    },
    code: (_state, node) => code.get(node),
    link(state, node) {
      const href = resolveLink(node.url, scope, node);
      const children = withoutLinks(state.all(node) as ElementContent[], scope, node);
      return href === undefined ? children : anchor(href, node.title, children);
    },
    linkReference(state, node) {
      const definition = state.definitionById.get(String(node.identifier).toUpperCase());
      const children = withoutLinks(state.all(node) as ElementContent[], scope, node);
      if (!definition) return children;
      const href = resolveLink(definition.url, scope, definition);
      return href === undefined ? children : anchor(href, definition.title, children);
    },
    image: (_state, node) => image(node.url, node.alt, node.title, node, scope),
    imageReference(state, node) {
      const definition = state.definitionById.get(String(node.identifier).toUpperCase());
      return definition && image(definition.url, node.alt, definition.title, node, scope);
    },
    footnoteReference: (_state, node) => noteMark(node.identifier, scope),
    footnoteDefinition: () => undefined,
    table(state, node) {
      const columns = node.children[0]?.children.length ?? 0;
      const [head, ...body] = node.children.map((row: Root, i: number) =>
        h(
          'tr',
          Array.from({ length: columns }, (_, column) => {
            // a row has as many cells as the first: what it lacks is empty, what it has beyond is dropped
            const cell = row.children[column];
            const align = node.align?.[column];
            const properties = {
              ...(align && { class: `al-${align.charAt(0)}` }),
              ...(i === 0 && { scope: 'col' }),
            };
            return h(
              i === 0 ? 'th' : 'td',
              properties,
              cell ? (state.all(cell) as ElementContent[]) : [],
            );
          }),
        ),
      );
      const table = h('table', [
        ...(head ? [h('thead', head)] : []),
        ...(body.length > 0 ? [h('tbody', body)] : []),
      ]);
      // of Markdown, HTML's tables are given their regions too
      return scope.isMarkdown ? table : scrolling(table, scope);
    },
    listItem(state, node, parent) {
      const loose = parent?.type === 'list' && (parent.spread || parent.children.some(isSpread));
      const children = (state.all(node) as ElementContent[]).flatMap((child) =>
        !loose && child.type === 'element' && child.tagName === 'p' ? child.children : child,
      );
      const [opening] = node.children;
      // its mark stands where its text begins, and a tight list has no paragraphs to say where
      const direction = opening?.type === 'paragraph' ? directionOf(opening) : {};
      if (typeof node.checked !== 'boolean') return h('li', direction, children);
      const box = h('input', {
        type: 'checkbox',
        disabled: true,
        checked: node.checked,
        ariaLabel: node.checked ? labels.taskDone : labels.taskOpen,
      });
      const [first, ...rest] = children;
      return first?.type === 'element' && first.tagName === 'p'
        ? h('li', { class: 'task', ...direction }, [
            { ...first, children: [box, text(' '), ...first.children] },
            ...rest,
          ])
        : h('li', { class: 'task', ...direction }, [box, text(' '), ...children]);
    },
  };
}

/** Says of a text from right to left that it is one; the others run as the page does. */
function directionOf(paragraph: Paragraph): { dir?: 'rtl' } {
  return isRightToLeft(textOf(paragraph)) ? { dir: 'rtl' } : {};
}

/** A link; its address escaped as CommonMark says. */
function anchor(
  href: string,
  title: string | null | undefined,
  children: ElementContent[],
): Element {
  return h('a', { href: normalizeUri(href), ...(title && { title }) }, children);
}

function isSpread(item: RootContent): boolean {
  return item.type === 'listItem' && item.spread === true;
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}

function image(
  src: string,
  alt: string | null | undefined,
  title: string | null | undefined,
  node: Parameters<typeof placeOf>[0],
  scope: Scope,
): ElementContent {
  scope.images.push({ target: src, ...placeOf(node) });
  return component('Image', { src, alt: alt ?? '', ...(title && { title }) });
}

/** A note's mark: a red letter that links to the note, and is linked back to. */
function noteMark(identifier: string, scope: Scope): ElementContent | undefined {
  if (!scope.definitions.has(identifier)) return undefined;
  const marks = (scope.noteMarks.get(identifier) ?? 0) + 1;
  scope.noteMarks.set(identifier, marks);
  const number = [...scope.noteMarks.keys()].indexOf(identifier) + 1;
  const id = marks === 1 ? `fnref-${number}` : `fnref-${number}-${marks}`;
  const mark = h(
    'a',
    { class: 'note-mark', id, href: `#fn-${number}`, ariaDescribedBy: ['notes'] },
    letterOf(number, scope.options.letters),
  );
  return marked(mark, { note: number });
}
