import type { Article } from '../record/article.ts';
import type { ArticleFile, Whole } from '../record/article-file.ts';
import type { ArticleCache } from './cache.ts';
import { FileDigests } from './file-digests.ts';

/**
 * What a process has read of a publication: a preview reads after every save, and what has not changed
 * since is not read again. A command that reads once begins with an empty one.
 */
export class Reading {
  readonly digests: FileDigests;
  /** Compiled articles, by digest. */
  readonly files = new Map<string, ArticleFile>();
  /** Where their texts are. */
  texts: ArticleCache | undefined;
  /** Each file as it was when nothing was wrong with it, by path: a preview shows that until it is mended. */
  readonly whole = new Map<string, ArticleFile & Whole>();
  /** Whether articles with errors are shown as they can be, for a picture of what is not mended yet. */
  anyway = false;
  /** The articles of files. */
  readonly articles = new Map<ArticleFile, { made: unknown[]; article: Article }>();

  /** @param root the project's folder */
  constructor(root: string, digests = new FileDigests(root)) {
    this.digests = digests;
  }
}
