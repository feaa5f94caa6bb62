import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sheet } from '../checks/sheet.ts';
import type { CompileOptions } from '../markdown/scope.ts';
import type { ArticleRecord } from '../record/article.ts';
import type { Problem } from '../record/problem.ts';
import { loadPictures, readKnown, saveKnown } from './article-pictures.ts';
import { articleId, FOLDER, toSheet } from './brief.ts';
import type { ArticleCache } from './cache.ts';
import { compileAll, type SourceFile } from './compile-all.ts';
import { listFiles } from './files.ts';
import { pipelineDigest } from './pipeline.ts';

export interface LoadedArticles {
  /** Articles without errors, by path. */
  records: ArticleRecord[];
  /** Every article as the checks see it. */
  sheets: Sheet[];
  problems: Problem[];
}

/**
 * Reads every article; compiles those that the cache does not have.
 * @param root the project's folder
 */
export async function loadArticles(
  root: string,
  options: CompileOptions,
  cache: ArticleCache,
): Promise<LoadedArticles> {
  const pipeline = pipelineDigest(root);
  const files = listFiles(root, FOLDER, '.mdx').map((file): SourceFile => {
    const source = readFileSync(join(root, file), 'utf8');
    return { file, source, digest: digestOf(source, file, options, pipeline) };
  });
  const missing = files.filter(({ digest }) => !cache.has(digest));
  await compileAll(missing, options, (digest, compiled) => cache.set(digest, compiled));
  const records: ArticleRecord[] = [];
  const known = readKnown(root, pipeline);
  const sheets: Sheet[] = [];
  const problems: Problem[] = [];
  for (const { file, digest } of files) {
    const brief = cache.brief(digest);
    if (!brief) throw new Error(`${file}: not in the cache after it was compiled`);
    sheets.push(toSheet(file, brief));
    const pictures = await loadPictures(root, file, brief, known);
    const found = [...brief.problems, ...pictures.problems];
    problems.push(...found);
    if (brief.frontmatter && !found.some(({ severity }) => severity === 'error')) {
      const { frontmatter, words, corrected, charts } = brief;
      records.push({
        id: articleId(file),
        file,
        digest,
        frontmatter,
        words,
        corrected,
        pictures: pictures.pictures,
        ...(charts && { charts }),
      });
    }
  }
  cache.save();
  saveKnown(root, pipeline, known);
  return { records, sheets, problems };
}

/** Everything that decides what an article compiles to: its source, the options, the compiler itself. */
export function digestOf(
  source: string,
  file: string,
  options: CompileOptions,
  pipeline: string,
): string {
  return createHash('sha256')
    .update(JSON.stringify([pipeline, options, file]))
    .update(source)
    .digest('hex')
    .slice(0, 32);
}
