import type { PageData } from './frontmatter.ts';

/** A page of the owner's (`content/pages/`): about, methods, policies. */
export interface OwnPage extends PageData {
  id: string;
  /** Path of its file, from the project's folder. */
  file: string;
  /** Its MDX, without the frontmatter. */
  body: string;
}

/** What only Vite can put together: imports, exports and pictures. */
const MODULE = /^(?:import|export)\b|\bimport\s*[.(]|!\[/m;

/**
 * Whether a page is compiled with the templates; any other is compiled by itself, in hundredths of a second.
 * @param mdx of the page, with or without its frontmatter
 */
export function isModule(mdx: string): boolean {
  return MODULE.test(mdx);
}
