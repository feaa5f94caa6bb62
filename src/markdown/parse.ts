import type { Root } from 'mdast';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { VFileMessage } from 'vfile-message';
import { fileProblem, type Problem } from '../record/problem.ts';
import { syntaxProblem } from './mdx-messages.ts';

/** A single tilde is "about" to most writers; two strike through, as in the GFM specification. */
const OPTIONS = { singleTilde: false };

const full = unified().use(remarkParse).use(remarkMdx).use(remarkGfm, OPTIONS).freeze();

/** The same without bare addresses as links, which take half of the time of parsing. */
const fast = unified().use(remarkParse).use(remarkMdx).use(gfmWithoutAutolinks).freeze();

/** What may be a bare address, of which GFM makes a link: one that is no link's target already. */
const MAYBE_AUTOLINK = /(?<!\]\()(?:www\.|https?:)|@/i;

/**
 * Parses MDX with GFM.
 * @returns the tree, or the one syntax problem that stops MDX from being read at all
 */
export function parseMdx(body: string, file: string): { tree: Root } | { problem: Problem } {
  try {
    return { tree: (MAYBE_AUTOLINK.test(body) ? full : fast).parse(body) };
  } catch (error) {
    if (error instanceof RangeError) throw error;
    if (!(error instanceof VFileMessage)) return { problem: confused(file) };
    return { problem: syntaxProblem(error, body, file) };
  }
}

/** What to say when the parser itself stumbles: it does over some tags that begin or end in odd places. */
function confused(file: string): Problem {
  return fileProblem(file, {
    code: 'mdx',
    message: 'The text cannot be read as MDX, and the reader of MDX cannot say why.',
    fix: 'Look at the last change; put tags on lines of their own, with an empty line before and after.',
  });
}

/** The parts of `remark-gfm` but one. */
function gfmWithoutAutolinks(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions ??= [];
  data.fromMarkdownExtensions ??= [];
  data.micromarkExtensions.push(
    gfmFootnote(),
    gfmStrikethrough(OPTIONS),
    gfmTable(),
    gfmTaskListItem(),
  );
  data.fromMarkdownExtensions.push(
    gfmFootnoteFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    gfmTableFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
  );
}
