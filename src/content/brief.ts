import type { Places, Sheet } from '../checks/sheet.ts';
import type { Frontmatter } from '../record/frontmatter.ts';
import type { Imprint } from '../record/ledger.ts';
import type { Problem } from '../record/problem.ts';
import type { Reference, Text } from '../record/text.ts';

/** Where articles lie. */
export const FOLDER = 'content/articles';

/** What the cache keeps of an article's file beside its compiled text: all that follows from its bytes. */
export interface ArticleBrief {
  /** Undefined when the frontmatter breaks the contract. */
  frontmatter?: Frontmatter;
  /** Of a frontmatter that breaks the contract: the fields that keep it. */
  partial?: Partial<Frontmatter>;
  /** Where the frontmatter's values stand. */
  places: Places;
  /** Whether the text could be read at all. */
  readable: boolean;
  /** Ids of the text that a link may point to. */
  anchors: string[];
  words: number;
  /** Whether it shows a chart. */
  charts?: true;
  /** For each correction: the paragraph with the corrected words, or 0. */
  corrected: number[];
  images: Reference[];
  /** Links within the site. */
  links: Reference[];
  terms: Reference[];
  /** Of what it says; undefined while something of it cannot be read. */
  imprint?: Imprint;
  /** Of frontmatter and text. */
  problems: Problem[];
}

/** An article's file, compiled. */
export interface CompiledFile {
  brief: ArticleBrief;
  text: Text;
}

/** `content/articles/2018/slug.mdx` is `2018/slug`. */
export function articleId(file: string): string {
  return file.slice(FOLDER.length + 1, -'.mdx'.length);
}

/** An article as the checks see it. */
export function toSheet(
  file: string,
  { frontmatter, partial = {}, places, readable, anchors, links, terms, imprint }: ArticleBrief,
): Sheet {
  const data = frontmatter ?? partial;
  return {
    file,
    id: articleId(file),
    data,
    places,
    readable,
    anchors,
    links,
    terms,
    ...(imprint && { imprint }),
  };
}
