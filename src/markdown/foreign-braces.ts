import type { Problem } from '../record/problem.ts';

/** Braces of other programs, which a writer brought along. */
export const FOREIGN: readonly [pattern: RegExp, is: string, fix: string][] = [
  [/^\{#[^}\n]*\}/, 'names a heading elsewhere; here its id comes of its words', 'Remove it.'],
  [/^\{:[^}\n]*\}/, "is Jekyll's, and gives classes and ids", 'Remove it.'],
  [
    /^\{%[^\n]*?%\}/,
    "is Jekyll's or Liquid's, and runs nothing here",
    'Write out what it stood for.',
  ],
  [
    /^\{[ \t]*(?:[.#][\w-]+|[\w-]+=[^\s{}]+)(?:[ \t]+(?:[.#][\w-]+|[\w-]+=[^\s{}]+))*[ \t]*\}/,
    "is Pandoc's, and gives classes and sizes",
    'Remove it.',
  ],
  [/^\{\{[<%][^\n]*?[>%]\}\}/, "is Hugo's, and runs nothing here", 'Write out what it stood for.'],
  [/^\{\{[^\n]*?\}\}/, "is a template's, and runs nothing here", 'Write out what it stood for.'],
];

/**
 * What to say of braces behind a text, if they are a formula's.
 * @param before all that stands before them
 */
export function formulaBraces(before: string): Pick<Problem, 'message' | 'fix'> | undefined {
  if (!/(?:\\[a-zA-Z]+(?:\{[^{}]*\})*|[_^])$/.test(before.slice(-100))) return undefined;
  return {
    message: 'These braces are a formula of LaTeX, and nothing sets formulas here.',
    fix: 'Write the formula in words, or between backticks.',
  };
}

/** What to say of braces with which a text begins, if they are another program's. */
export function foreignBraces(text: string): Pick<Problem, 'message' | 'fix'> | undefined {
  for (const [pattern, is, fix] of FOREIGN) {
    const [found] = pattern.exec(text) ?? [];
    if (found !== undefined) return { message: `"${found}" ${is}.`, fix };
  }
  return undefined;
}
