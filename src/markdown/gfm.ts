import type { Root } from 'mdast';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfmStrikethroughCjkFriendly } from 'micromark-extension-cjk-friendly-gfm-strikethrough';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Plugin, type Processor, unified } from 'unified';

/** Whether one tilde strikes through, as on GitHub, or two alone. */
interface Options {
  singleTilde: boolean;
}

/** What may be a bare address, of which GFM makes a link: one that is no link's target already, or of a link without an end. */
const MAYBE_AUTOLINK = /(?<!\]\()(?:www\.|https?:)|@|\]\((?:www\.|https?:)[^)\n]*$/im;

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f]/u;

/** Whether a text may have a bare address. */
export function mayHaveAddress(text: string): boolean {
  return MAYBE_AUTOLINK.test(text);
}

/**
 * Parsers of Markdown with GFM and some syntax more: each text is given one that reads what it may
 * have, since what it has not would take half of the time of parsing.
 */
export function parsersOf(
  syntax: Plugin<[]>,
  options: Options,
): (text: string) => { parse(text: string): Root } {
  const base = () => unified().use(remarkParse).use(syntax);
  const full = base().use(remarkGfm, options).freeze();
  /** Without bare addresses as links. */
  const fast = base().use(gfmWithoutAutolinks, options).freeze();
  /** Emphasis beside full-width punctuation: `**历经十年，**年内`, which CommonMark leaves as it stands. */
  const cjk = base().use(remarkGfm, options).use(emphasisBesideCjk, options).freeze();
  return (text) => {
    if (CJK.test(text)) return cjk;
    return mayHaveAddress(text) ? full : fast;
  };
}

/** The parts of `remark-gfm` but one. */
function gfmWithoutAutolinks(this: Processor, options: Options): void {
  const data = this.data();
  data.micromarkExtensions ??= [];
  data.fromMarkdownExtensions ??= [];
  data.micromarkExtensions.push(
    gfmFootnote(),
    gfmStrikethrough(options),
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

/** Reads emphasis beside full-width punctuation. */
export function emphasisBesideCjk(this: Processor, options: Options): void {
  const data = this.data();
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push(cjkFriendlyExtension(), gfmStrikethroughCjkFriendly(options));
}
