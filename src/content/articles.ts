import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Article, toArticle } from '../record/article.ts';
import {
  ARTICLES,
  type ArticleFile,
  isArticleName,
  isWhole,
  keyOf,
} from '../record/article-file.ts';
import { type Ledger, oldAddresses } from '../record/ledger.ts';
import type { Problem } from '../record/problem.ts';
import type { Site } from '../record/site.ts';
import { loadPictures, readKnown, saveKnown } from './article-pictures.ts';
import { ArticleCache } from './cache.ts';
import { compileAll } from './compile-all.ts';
import type { CompileJob } from './compile-worker.ts';
import { listFiles } from './files.ts';
import { compileOptions } from './options.ts';
import { pipelineDigest } from './pipeline.ts';

export interface LoadedArticles {
  /** Every article's file, whatever is wrong with it, by path. */
  files: ArticleFile[];
  /** The articles without errors of their own. */
  articles: Article[];
  problems: Problem[];
}

/**
 * Reads every article; compiles those that the cache does not have.
 * @param root the project's folder
 * @param ledger what knows the addresses that articles had before
 */
export async function loadArticles(
  root: string,
  site: Site,
  ledger: Ledger,
): Promise<LoadedArticles> {
  const pipeline = pipelineDigest(root);
  const files = await compiledFiles(root, site, pipeline);
  const known = readKnown(root, pipeline);
  const articles: Article[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    const { pictures, problems: ofPictures } = await loadPictures(root, file, known);
    const found = [...file.problems, ...ofPictures];
    problems.push(...found);
    if (!isWhole(file) || found.some(({ severity }) => severity === 'error')) continue;
    const old = oldAddresses(ledger, keyOf(file), file.id);
    articles.push(toArticle(file, site, { pictures, old }));
  }
  saveKnown(root, pipeline, known);
  return { files, articles, problems };
}

async function compiledFiles(root: string, site: Site, pipeline: string): Promise<ArticleFile[]> {
  const options = compileOptions(site);
  const made = JSON.stringify([pipeline, options]);
  const jobs = listFiles(root, ARTICLES, '')
    .filter(isArticleName)
    .map((file): CompileJob => {
      const source = readFileSync(join(root, file), 'utf8');
      return [file, source, digestOf(made, file, source)];
    });
  const cache = new ArticleCache(root);
  try {
    const files = cache.files();
    const missing = jobs.filter(([, , digest]) => !files.has(digest));
    await compileAll(missing, options, (article, text) => {
      files.set(article.digest, article);
      cache.add(article, text);
    });
    if (missing.length > 0) cache.save(jobs.map(([, , digest]) => digest));
    return jobs.flatMap(([, , digest]) => files.get(digest) ?? []);
  } finally {
    cache.close();
  }
}

/** Everything that decides what an article compiles to: the compiler and its options, its path, its text. */
function digestOf(made: string, file: string, source: string): string {
  const hash = createHash('sha256').update(made).update(`\n${file}\n`).update(source);
  return hash.digest('hex').slice(0, 32);
}
