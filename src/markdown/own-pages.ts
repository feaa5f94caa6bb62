import { unified } from '@astrojs/markdown-remark';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import type { Processor } from 'unified';
import { type Signs, signsOf } from '../lib/typography.ts';
import { emphasisBesideCjk } from './gfm.ts';
import { setPunctuation } from './punctuation.ts';

/** A publication's language, and the signs of each. */
export interface Language {
  lang: string;
  signs: Readonly<Record<string, Signs>>;
}

/**
 * How owners' pages are compiled, here and by Astro: as articles are read, with emphasis beside full-width
 * punctuation, and signs of the publication's language or of the `lang` that words have.
 */
export function pageProcessor(language: Language) {
  return unified({
    gfm: false,
    smartypants: false,
    remarkPlugins: [remarkGfm, [asInArticles, language]],
  });
}

function asInArticles(this: Processor, { lang, signs }: Language): (tree: Root) => void {
  emphasisBesideCjk.call(this, { singleTilde: true });
  return (tree) => setPunctuation(tree, (own) => signsOf(signs, own, lang));
}

/** The one import of a page that imports nothing itself: what makes elements. */
const RUNTIME = /^import \{(.+)\} from "astro\/jsx-runtime";$/m;

/**
 * The code of an owner's page that is no module, as the body of a function of Astro's JSX runtime that returns
 * the page's component and the function that lists its headings.
 * @param mdx of the page, without its frontmatter
 * @param file whose path errors name
 * @throws VFileMessage where it is no MDX; the checks find that before
 */
export async function pageCode(mdx: string, file: string, language: Language): Promise<string> {
  const renderer = await pageProcessor(language).createMdxRenderer?.(
    { syntaxHighlight: false, gfm: false, smartypants: false },
    { optimize: false },
  );
  if (!renderer) throw new Error('Astro’s processor of Markdown compiles no MDX.');
  const { code } = await renderer.process(mdx, file, {});
  const body = code
    .replace(RUNTIME, (_, names: string) => `const {${names.replaceAll(' as ', ': ')}} = runtime;`)
    .replaceAll(/^export (?:default )?/gm, '');
  return `${body}\nreturn { MDXContent, getHeadings };`;
}
