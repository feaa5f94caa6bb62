import type { ElementContent, Nodes } from 'hast';
import { countWords } from '../lib/text.ts';
import { walk } from '../lib/tree.ts';
import type { InstanceName, InstanceProps } from './components.ts';
import type { Problem } from './problem.ts';

/*
 * An article's text: one tree from the compiler to page, feed, search and checks. All of it is plain
 * JSON, so that it can be cached and sent between threads; it becomes a string where it is written out.
 */

/** A component in a text, with checked props and compiled children. */
export type Component = {
  [Name in InstanceName]: ComponentOf<Name>;
}[InstanceName];

/** A component of one name. */
export interface ComponentOf<Name extends InstanceName> {
  type: 'component';
  name: Name;
  props: InstanceProps[Name];
  children: ElementContent[];
}

/** Components stand among the elements of a text; marks are no words of it. */
declare module 'hast' {
  interface ElementContentMap {
    component: Component;
  }
  interface RootContentMap {
    component: Component;
  }
  interface ElementData {
    /** A paragraph's number, or a citation or note mark. */
    mark?: true;
    /** Number of the source that a citation mark names. */
    source?: number;
    /** Number of the note that a note mark names. */
    note?: number;
  }
}

export interface Heading {
  depth: number;
  id: string;
  text: string;
  /** Number of the first paragraph below it, or 0 when none follows. */
  paragraph: number;
}

/** A numbered paragraph: what search finds and citations point to. */
export interface Paragraph {
  n: number;
  /** Text without notes and citation marks. */
  text: string;
  /** Id of the heading it stands under; empty before the first. */
  heading: string;
}

/** A footnote: `a`, `b`, `c`; id `fn-1`, mark `fnref-1`. */
export interface FootNote {
  n: number;
  /** Number of the paragraph with its mark (0 outside paragraphs). */
  paragraph: number;
  tree: ElementContent[];
  text: string;
}

/** Most notes that stand beside the text, and the words that find room there even past its end. */
const BESIDE = { notes: 12, words: 80 };

/** Words that would fill the space around a note. */
const AROUND = 6;

/**
 * Whether notes have room beside their text: in a column half as wide, those from each one on must not run
 * past its end.
 * @param past words that may run past it
 */
export function fitBeside(
  { notes, tree }: Pick<Text, 'notes' | 'tree'>,
  past = BESIDE.words,
): boolean {
  return (
    notes.length <= BESIDE.notes &&
    notes.every(({ paragraph }, i) => {
      const others = notes.slice(i);
      const theirs = others.reduce((sum, { text }) => sum + countWords(text) + AROUND, 0);
      return theirs <= past || theirs * 2 <= wordsFrom(tree, paragraph);
    })
  );
}

/** Words of a text from a numbered paragraph on, lists and headings included. */
function wordsFrom(tree: readonly ElementContent[], paragraph: number): number {
  const first = tree.findIndex(
    (node) => node.type === 'element' && node.properties.id === `p${paragraph}`,
  );
  if (first === -1) return 0;
  let words = 0;
  walk<Nodes>({ type: 'root', children: tree.slice(first) }, (node) => {
    if (node.type === 'text') words += countWords(node.value);
  });
  return words;
}

/** An exhibit of the text: a figure or a chart. */
export interface Exhibit {
  /** `A`, `B`, …, `Z`, `AA`. */
  letter: string;
  caption: string;
}

/** A link or image address as the writer gave it. */
export interface Reference {
  target: string;
  line: number;
  column: number;
}

/** The text of an article. */
export interface Text {
  tree: ElementContent[];
  headings: Heading[];
  paragraphs: Paragraph[];
  notes: FootNote[];
  exhibits: Exhibit[];
  /** For each source, in the order of the frontmatter: the paragraphs that cite it. */
  citations: number[][];
  /** Glossary terms used: the target is the term's id. */
  terms: Reference[];
  /** Addresses of images, as given. */
  images: Reference[];
  /** Addresses of links, as given. */
  links: Reference[];
  words: number;
  /** The whole text, paragraphs and tables, a block a line: for checks and hashes. */
  text: string;
  problems: Problem[];
}

/** The components of a tree, those within others too, in order. */
export function componentsOf(nodes: readonly ElementContent[]): Component[] {
  const found: Component[] = [];
  walk<Nodes>({ type: 'root', children: [...nodes] }, (node) => {
    if (node.type === 'component') found.push(node);
  });
  return found;
}
