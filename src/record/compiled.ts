import { countWords } from '../lib/text.ts';
import type { InstanceName, InstanceProps } from './components.ts';
import type { Problem } from './problem.ts';

/*
 * What the compiler makes of an article's text. All of it is plain JSON, so that it can be cached
 * and sent between threads; the same value serves page, feed, search and checks.
 */

/** A run of finished HTML, or a component to be rendered. */
export type Part = string | Instance;

/** A component with checked props and compiled children. */
export type Instance = {
  [Name in InstanceName]: { component: Name; props: InstanceProps[Name]; children: Part[] };
}[InstanceName];

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
  parts: Part[];
  text: string;
}

/** Most notes that stand beside the text, and the words in them that always find room there. */
const BESIDE = { notes: 12, words: 60 };

/**
 * Whether notes have room beside their text: in a column half as wide they must not run past its end.
 * @param words of the text and its notes together
 */
export function fitBeside(notes: readonly FootNote[], words: number): boolean {
  const theirs = notes.reduce((sum, { text }) => sum + countWords(text), 0);
  return notes.length <= BESIDE.notes && (theirs <= BESIDE.words || theirs * 3 <= words);
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

export interface Compiled {
  parts: Part[];
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

/** Whether a text has words in italics. */
export function hasItalics({ parts, notes }: Pick<Compiled, 'parts' | 'notes'>): boolean {
  const all = [...parts, ...notes.flatMap((note) => note.parts)];
  return everyPart(all).some((part) => typeof part === 'string' && /<(?:em|cite)[ >]/.test(part));
}

/** Every part of a text, those within components too, in order. */
export function* everyPart(parts: readonly Part[]): Generator<Part> {
  for (const part of parts) {
    yield part;
    if (typeof part !== 'string') yield* everyPart(part.children);
  }
}
