import type { CompileOptions } from '../markdown/scope.ts';
import { compileFile } from './compile-file.ts';
import { readComponents } from './own-components.ts';

/** A file to be compiled: its path, its bytes as text, the digest that it is kept under, what its wikilinks mean. */
export type CompileJob = readonly [
  file: string,
  source: string,
  digest: string,
  wikilinks: readonly (readonly [name: string, path: string])[],
];

/**
 * A thread's work: compiles files.
 * @returns of each the {@link ArticleFile} and the {@link Text} as JSON: strings are far cheaper to
 *   send than trees, and keep nothing of the source in memory
 */
export async function compileFiles({
  jobs,
  root,
  options,
}: {
  jobs: readonly CompileJob[];
  root: string;
  options: CompileOptions;
}): Promise<[article: string, text: string][]> {
  await readComponents(root, options.components);
  const compiled: [string, string][] = [];
  for (const [file, source, digest, wikilinks] of jobs) {
    const targets = new Map(wikilinks);
    const { article, text } = await compileFile(file, source, digest, options, targets);
    compiled.push([JSON.stringify(article), JSON.stringify(text)]);
  }
  return compiled;
}
