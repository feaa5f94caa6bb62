import type { FootnoteDefinition } from 'mdast';
import { letterOf } from '../lib/letters.ts';
import { type Signs, signsOf, typographic } from '../lib/typography.ts';
import type { Lists } from '../record/frontmatter.ts';
import { fileProblem, type Problem } from '../record/problem.ts';
import type { Site } from '../record/site.ts';
import type { Exhibit, Reference } from '../record/text.ts';

/** What compiling an article depends on beside its text: part of the digest that caches it. */
export interface CompileOptions {
  /** Whether the first sentence stands in for a description that is missing. */
  describes: boolean;
  /** Whether paragraphs show their numbers; they have them anyway, in their ids. */
  numbered: boolean;
  /** Public address of the site. */
  url: string;
  /** Language of the site (BCP 47). */
  lang: string;
  /** Which rules of the copy desk are on. */
  copyDesk?: Site['articles']['copyDesk'] | undefined;
  /** Base path of the site. */
  base: string;
  /** Path of the glossary page, to which a term's id is added. */
  glossary: string;
  /** Digests of the files of the owner's components. */
  components: Readonly<Record<string, string>>;
  /** Ids of the publication's kinds of article and types of source. */
  lists: Pick<Lists, 'kinds' | 'sources'>;
  /** How each language sets quotation marks and the spaces beside signs, by its tag. */
  signs: Readonly<Record<string, Signs>>;
  /** Words that the compiled text contains. */
  labels: CompileLabels;
  /** Letters in which notes are counted. */
  letters: string;
}

/** The few words that the compiler itself writes; data, so that threads can be given them. */
export interface CompileLabels {
  /** Name of a paragraph's link, `{n}` for its number. */
  paragraph: string;
  /** Name of a note's link back, `{letter}` for the note's letter. */
  back: string;
  /** Text of a note's link back. */
  backText: string;
  /** Name of a table's scrolling region, `{n}` for its number. */
  table: string;
  /** Titles of alerts (`> [!NOTE]`). */
  alerts: Record<'note' | 'tip' | 'important' | 'warning' | 'caution', string>;
  taskDone: string;
  taskOpen: string;
  /** Summary of a `<details>` that has none. */
  details: string;
}

/** Whether a file is plain Markdown; else it is MDX. */
export function isMarkdown(file: string): boolean {
  return file.endsWith('.md');
}

/** One article while it is compiled: what its parts find out about each other. */
export class Scope {
  readonly file: string;
  /** Whether it is plain Markdown (`.md`), which may hold HTML; else MDX. */
  readonly isMarkdown: boolean;
  /** The text as it was written. */
  readonly body: string;
  readonly options: CompileOptions;
  /** Source id to its number, from 1. */
  readonly sources: ReadonlyMap<string, number>;
  readonly problems: Problem[] = [];
  readonly exhibits: Exhibit[] = [];
  readonly images: Reference[] = [];
  readonly links: Reference[] = [];
  readonly terms: Reference[] = [];
  /** Footnote identifiers in the order of their first mark, with the number of marks. */
  readonly noteMarks = new Map<string, number>();
  readonly definitions = new Map<string, FootnoteDefinition>();
  notesWithTitle = 0;
  #tables = 0;

  constructor(
    file: string,
    body: string,
    options: CompileOptions,
    sources: ReadonlyMap<string, number>,
  ) {
    this.file = file;
    this.body = body;
    this.isMarkdown = isMarkdown(file);
    this.options = options;
    this.sources = sources;
  }

  /** Notes a problem at a node of the tree. */
  problem(
    node: Positioned,
    problem: Pick<Problem, 'code' | 'field' | 'message' | 'fix'> &
      Partial<Pick<Problem, 'severity' | 'line'>>,
  ): void {
    this.problems.push(fileProblem(this.file, { ...placeOf(node), ...problem }));
  }

  /** How a language sets its signs; that of the publication where none is named, or it is not known. */
  signsOf(lang?: string): Signs {
    return signsOf(this.options.signs, lang, this.options.lang);
  }

  /** A text that stands alone, made typographic. */
  typographic(text: string): string {
    return typographic(text, this.signsOf());
  }

  /** The number of the next table. */
  nextTable(): number {
    this.#tables += 1;
    return this.#tables;
  }

  /** The letter of the next exhibit. */
  exhibit(caption: string): string {
    const letter = letterOf(this.exhibits.length + 1).toUpperCase();
    this.exhibits.push({ letter, caption });
    return letter;
  }
}

export interface Positioned {
  position?: { start: { line: number; column: number; offset?: number | undefined } } | undefined;
}

/** Where a node stands, 1-based. */
export function placeOf(node: Positioned): { line: number; column: number } {
  const start = node.position?.start;
  return { line: start?.line ?? 1, column: start?.column ?? 1 };
}
