import { type Archive, buildArchive } from '../record/archive.ts';
import type { Article } from '../record/article.ts';
import type { Problem } from '../record/problem.ts';
import type { Site } from '../record/site.ts';
import type { Text } from '../record/text.ts';
import { ArticleCache } from './cache.ts';
import { checkContent } from './content.ts';
import { readInks } from './inks.ts';

/**
 * What a command has read of a publication: one value that is handed to everything that makes the
 * site. The clock, the zone and whether drafts are in it are the archive's `now`, `site.zone` and
 * `preview`.
 */
export interface Snapshot {
  /** The project's folder. */
  root: string;
  archive: Archive;
  /**
   * The text of an article.
   * @throws Error with a sentence when the cache has lost it
   */
  text(article: Article): Text;
  /** Every problem of the content; entries with errors are not in the archive. */
  problems: readonly Problem[];
}

/**
 * Reads and checks the content, and makes the record of it.
 * @param root the project's folder
 * @param now milliseconds since 1970 UTC
 * @param drafts whether drafts and future entries are in it
 */
export async function readSnapshot(
  root: string,
  site: Site,
  now: number,
  drafts = false,
): Promise<Snapshot> {
  const { content, problems } = await checkContent(root, site, now);
  const cache = new ArticleCache(root);
  return {
    root,
    problems,
    text: (article) => cache.text(article),
    archive: buildArchive(content, site, now, { drafts, inks: readInks(root) }),
  };
}
