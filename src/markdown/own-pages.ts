import type { Root } from 'mdast';
import type { Processor } from 'unified';
import { type Signs, signsOf } from '../lib/typography.ts';
import { emphasisBesideCjk } from './gfm.ts';
import { setPunctuation } from './punctuation.ts';

/**
 * The Markdown of owners' pages, which Astro compiles, as that of articles is read: emphasis beside
 * full-width punctuation, signs of the publication's language or of the `lang` that words have.
 */
export function asInArticles(
  this: Processor,
  { lang, signs }: { lang: string; signs: Readonly<Record<string, Signs>> },
): (tree: Root) => void {
  emphasisBesideCjk.call(this, { singleTilde: true });
  return (tree) => setPunctuation(tree, (own) => signsOf(signs, own, lang));
}
