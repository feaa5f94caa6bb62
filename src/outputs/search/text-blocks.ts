import type { ElementContent } from 'hast';
import type { InstanceName } from '../../record/components.ts';
import type { Component, ComponentOf } from '../../record/text.ts';
import type { Block } from './blocks.ts';

/** A text taken apart into blocks: paragraphs, headings, items of lists, rows of tables, boxes. */
export function textBlocks(nodes: readonly ElementContent[]): Block[] {
  const reader = new BlockReader();
  for (const node of nodes) reader.read(node);
  reader.close();
  return reader.blocks.filter(({ text }) => text !== '');
}

/** Elements whose text stands apart from what is before and after them. */
const APART =
  /^(?:p|h[1-6]|li|ul|ol|dl|dt|dd|blockquote|pre|table|caption|tr|hr|figure|figcaption|div|details|summary)$/;
/** What stands between the cells of a row and the lines of a component where they are shown as one. */
const BETWEEN = ' · ';

class BlockReader {
  readonly blocks: Block[] = [];
  #kind: 'text' | 'heading' = 'text';
  /** Where a link to what is read leads: the last element with an id. */
  #id = '';
  #text = '';

  read(node: ElementContent): void {
    if (node.type === 'text') this.#text += node.value;
    else if (node.type === 'component') this.#readComponent(node);
    else if (node.type === 'element' && !node.data?.mark) {
      const { tagName, properties, children } = node;
      const isApart = APART.test(tagName);
      if (isApart) this.close();
      const before = this.#id;
      const id = typeof properties.id === 'string' ? properties.id : undefined;
      if (id !== undefined) this.#id = id;
      if (/^h[1-6]$/.test(tagName)) this.#kind = 'heading';
      if (tagName === 'br') this.#text += ' ';
      if ((tagName === 'td' || tagName === 'th') && this.#text !== '') this.#text += BETWEEN;
      for (const child of children) this.read(child);
      if (isApart) this.close();
      this.#kind = 'text';
      // what stands within a paragraph or an item does not lend its id to what follows
      if (id !== undefined && !/^(?:p|h[1-6])$/.test(tagName)) this.#id = before;
    }
  }

  /** Ends the block that is being read. */
  close(): void {
    const text = this.#text.replace(/\s+/g, ' ').trim();
    if (text !== '') this.blocks.push({ kind: this.#kind, id: this.#id, text });
    this.#text = '';
  }

  #readComponent(node: Component): void {
    this.close();
    const before = this.#id;
    const id = idOf(node);
    if (id !== undefined) this.#id = id;
    this.#text = wordsOf(node)
      .filter((line) => line !== '')
      .join(BETWEEN);
    this.close();
    const instead = node.name === 'Own' ? node.props.instead : [];
    for (const child of [...instead, ...node.children]) this.read(child);
    this.close();
    this.#id = before;
  }
}

/** Props that are words for readers, whichever component has them. */
const WORDS = ['title', 'caption', 'by', 'publisher', 'text', 'alt', 'note', 'credit'];

/** The words of components that have more than those; numbers of a chart say nothing without their drawing. */
const words: { [Name in InstanceName]?: (props: ComponentOf<Name>['props']) => string[] } = {
  Own: () => [],
  Timeline: ({ caption, events }) => [caption ?? '', ...events.map(({ text }) => text)],
};

function wordsOf<Name extends InstanceName>({ name, props }: ComponentOf<Name>): string[] {
  return words[name]?.(props) ?? WORDS.map((prop) => String(Reflect.get(props, prop) ?? ''));
}

/** The component’s id on the page; one without is found at the paragraph before it. */
function idOf({ name, props }: Component): string | undefined {
  if (name === 'Note') return props.id;
  if (name === 'Figure' || name === 'Chart') return `exhibit-${props.letter.toLowerCase()}`;
  return undefined;
}
