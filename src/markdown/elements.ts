import { distance } from 'fastest-levenshtein';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Nodes } from 'mdast';
import { isImageName } from '../lib/media.ts';
import { nearest } from '../lib/text.ts';
import {
  type ComponentName,
  type ComponentProps,
  componentSchemas,
  INLINE,
  type InstanceName,
  type InstanceProps,
  isComponent,
} from '../record/components.ts';
import { type OwnComponent, ownComponents } from '../record/own-components.ts';
import type { Component, ComponentOf } from '../record/text.ts';
import { renderHtml } from './html.ts';
import { propProblems } from './prop-problems.ts';
import { type JsxElement, literalProps, placeOfProp } from './props.ts';
import type { Scope } from './scope.ts';
import { placeOf } from './scope.ts';

/** A tag of the text as HTML or as an instance; what must not be there is a problem and leaves its children. */
export function renderElement(
  node: JsxElement,
  children: ElementContent[],
  scope: Scope,
  parent?: Nodes,
): ElementContent[] {
  const { name } = node;
  if (name === null) {
    scope.problem(node, {
      code: 'element-unknown',
      field: '<>',
      message: 'An empty tag "<>" does nothing here.',
      fix: 'Remove it.',
    });
    return children;
  }
  if (isComponent(name)) return renderComponent(name, node, children, scope);
  const own = ownComponents().get(name);
  if (own) return renderOwn(name, own, node, children, scope);
  return renderHtml(name, node, children, scope, parent);
}

/** A component of the owner's. */
function renderOwn(
  name: string,
  own: OwnComponent,
  node: JsxElement,
  children: ElementContent[],
  scope: Scope,
): ElementContent[] {
  const given = literalProps(name, node, scope);
  if (!given || !standsAlone(name, node, scope)) return children;
  const checked = own.props.safeParse(given);
  if (!checked.success) {
    const known = Object.keys(own.props.shape);
    for (const { path, ...problem } of propProblems(name, known, checked.error.issues, given)) {
      scope.problem(placeOfProp(node, path) ?? node, problem);
    }
    return children;
  }
  const props = checked.data;
  try {
    return [component('Own', { name, props, instead: own.instead(props) }, children)];
  } catch (error) {
    scope.problem(node, {
      code: 'component-broken',
      field: `<${name}>`,
      message: `What feeds have in its place cannot be made: ${error instanceof Error ? error.message : error}.`,
      fix: `Look at "instead" in src/publication/components/${name}.ts.`,
    });
    return children;
  }
}

function renderComponent(
  name: ComponentName,
  node: JsxElement,
  children: ElementContent[],
  scope: Scope,
): ElementContent[] {
  const given = literalProps(name, node, scope);
  if (!given || !fits(name, node, children, scope)) return children;
  const schema = componentSchemas[name];
  const checked = schema.safeParse(given);
  if (!checked.success) {
    for (const { path, ...problem } of propProblems(
      name,
      Object.keys(schema.shape),
      checked.error.issues,
      given,
    )) {
      scope.problem(placeOfProp(node, path) ?? node, problem);
    }
    return children;
  }
  switch (name) {
    case 'Cite':
      return cite(checked.data as ComponentProps<'Cite'>, node, scope);
    case 'Term':
      return term(checked.data as ComponentProps<'Term'>, node, children, scope);
    case 'Note': {
      const props = checked.data as ComponentProps<'Note'>;
      scope.notesWithTitle += 1;
      const id = `note-${scope.notesWithTitle}`;
      const title = scope.typographic(props.title);
      return [component('Note', { title, id }, children)];
    }
    case 'Figure': {
      const props = captioned(checked.data as ComponentProps<'Figure'>, scope);
      if (props.src === undefined && isEmpty(children)) {
        scope.problem(node, {
          code: 'component-empty',
          field: '<Figure>',
          message: '<Figure> shows nothing.',
          fix: 'Put a table between its tags, or give it src and alt of an image.',
        });
        return children;
      }
      for (const target of [props.src, props.dark]) {
        if (target !== undefined) scope.images.push({ target, ...placeOf(node) });
      }
      if (isImageName(props.alt ?? '')) {
        scope.problem(node, {
          code: 'image-alt',
          field: '<Figure alt>',
          message: `"${props.alt}" names the image's file, not what it shows.`,
          fix: 'Write what it shows.',
        });
      }
      const letter = scope.exhibit(props.caption);
      return [component('Figure', { ...props, letter }, children)];
    }
    case 'Chart': {
      const props = captioned(checked.data as ComponentProps<'Chart'>, scope);
      const letter = scope.exhibit(props.caption);
      return [component('Chart', { ...props, letter }, children)];
    }
    case 'Timeline': {
      const { caption, events } = checked.data as ComponentProps<'Timeline'>;
      for (const href of new Set(events.map((event) => event.href))) {
        if (href !== undefined) scope.links.push({ target: href, ...placeOf(node) });
      }
      const props = {
        ...(caption !== undefined && { caption: scope.typographic(caption) }),
        events: events.map((event) => ({ ...event, text: scope.typographic(event.text) })),
      };
      return [component('Timeline', props, children)];
    }
    case 'PullQuote': {
      const props = checked.data as ComponentProps<'PullQuote'>;
      const citeNumber =
        props.cite === undefined ? undefined : sourceNumber(props.cite, name, node, scope);
      const by = scope.typographic(props.by);
      const cited = citeNumber !== undefined && { citeNumber };
      return [component('PullQuote', { ...props, by, ...cited }, children)];
    }
    case 'Embed': {
      const props = checked.data as ComponentProps<'Embed'>;
      const { sources } = scope.options.lists;
      if (props.type !== undefined && !sources.includes(props.type)) {
        scope.problem(node, {
          code: 'prop-wrong',
          field: '<Embed type>',
          message: `The value "${props.type}" does not fit: it must be one of ${sources.join(', ')}.`,
          fix: 'Change the value.',
        });
      }
      scope.links.push({ target: props.href, ...placeOf(node) });
      return [component('Embed', props, children)];
    }
    // one that needs nothing more
    default:
      return [component(name, checked.data as InstanceProps[typeof name], children)];
  }
}

/** A component with what the compiler adds to its props. */
export function component<Name extends InstanceName>(
  name: Name,
  props: InstanceProps[Name],
  children: ElementContent[] = [],
): Component {
  return { type: 'component', name, props, children } as ComponentOf<Name> as Component;
}

/** An element as a mark: not words of the text, but a sign that points to a source or a note. */
export function marked(element: Element, what: { source?: number; note?: number } = {}): Element {
  return Object.assign(element, { data: { mark: true as const, ...what } });
}

function captioned<T extends { caption: string; note?: string | undefined }>(
  props: T,
  scope: Scope,
): T {
  const note = props.note === undefined ? {} : { note: scope.typographic(props.note) };
  return { ...props, caption: scope.typographic(props.caption), ...note };
}

/** Whether a component stands where it may and has the children it may have. */
function fits(
  name: ComponentName,
  node: JsxElement,
  children: ElementContent[],
  scope: Scope,
): boolean {
  if (!INLINE.has(name) && !standsAlone(name, node, scope)) return false;
  const empty = isEmpty(children);
  const needs = name === 'Note' || name === 'PullQuote' || name === 'Term';
  const refuses = name === 'Cite' || name === 'Chart' || name === 'Timeline' || name === 'Embed';
  if (needs && empty) {
    scope.problem(node, {
      code: 'component-empty',
      field: `<${name}>`,
      message: `<${name}> has nothing between its tags.`,
      fix: `Write its text between <${name} …> and </${name}>.`,
    });
    return false;
  }
  if (refuses && !empty) {
    scope.problem(node, {
      code: 'component-children',
      field: `<${name}>`,
      message: `<${name}> has text between its tags, which it would not show.`,
      fix: `Close it with "/>" and put the text before or after it.`,
    });
    return false;
  }
  return true;
}

/** Whether a component stands between paragraphs. */
function standsAlone(name: string, node: JsxElement, scope: Scope): boolean {
  if (node.type !== 'mdxJsxTextElement') return true;
  scope.problem(node, {
    code: 'component-place',
    field: `<${name}>`,
    message: `<${name}> stands within a sentence.`,
    fix: 'Put it on lines of its own, with an empty line before and after.',
  });
  return false;
}

function isEmpty(children: readonly ElementContent[]): boolean {
  return children.every((child) => child.type === 'text' && child.value.trim() === '');
}

/** A source's number; an id that the frontmatter lacks is a problem. */
function sourceNumber(
  id: string,
  name: string,
  node: JsxElement,
  scope: Scope,
): number | undefined {
  const number = scope.sources.get(id);
  if (number !== undefined) return number;
  const known = [...scope.sources.keys()];
  const meant = nearest(id, known, distance);
  scope.problem(node, {
    code: 'cite-unknown',
    field: `<${name}>`,
    message: `No source has the id "${id}".`,
    fix: meant
      ? `Did you mean "${meant}"?`
      : known.length > 0
        ? `The sources are ${known.join(', ')}.`
        : 'Add it to sources in the frontmatter.',
  });
  return undefined;
}

function cite(props: ComponentProps<'Cite'>, node: JsxElement, scope: Scope): ElementContent[] {
  const number = sourceNumber(props.id, 'Cite', node, scope);
  if (number === undefined) return [];
  const mark = h('a', { class: 'citation', href: `#s${number}` }, `[${number}]`);
  return [marked(mark, { source: number })];
}

function term(
  props: ComponentProps<'Term'>,
  node: JsxElement,
  children: ElementContent[],
  scope: Scope,
): ElementContent[] {
  scope.terms.push({ target: props.id, ...placeOf(node) });
  const href = `${scope.options.glossary}#${encodeURIComponent(props.id)}`;
  return [h('a', { class: 'term', href }, children)];
}
