import { checkModel } from '../checks/check.ts';
import { type Archive, buildArchive, type Content } from '../record/archive.ts';
import type { Article } from '../record/article.ts';
import type { Problem } from '../record/problem.ts';
import type { Site } from '../record/site.ts';
import type { Text } from '../record/text.ts';
import { ArticleCache } from './cache.ts';
import { readContent } from './content.ts';
import { Memo } from './memo.ts';
import { readPalette } from './palette.ts';
import { Reading } from './reading.ts';

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
  /** The problems of the content's files; entries with errors are not in the archive. */
  problems: readonly Problem[];
  /** Finds the problems that only show when everything is seen together. */
  check(): Problem[];
  /** What earlier builds worked out. */
  memo: Memo;
  /** What it is made of, as another thread can be sent it. */
  parts: SnapshotParts;
}

/** What a snapshot is made of beside the facts of the publication, as plain data. */
export interface SnapshotParts {
  root: string;
  content: Content;
  /** Milliseconds since 1970 UTC. */
  now: number;
  drafts: boolean;
}

interface SnapshotOptions {
  drafts?: boolean;
  memo?: Memo;
  reading?: Reading;
}

/**
 * Reads the content, and makes the record of it.
 * @param root the project's folder
 * @param now milliseconds since 1970 UTC
 * @param options whether drafts and future entries are in it; what was worked out, and read, before
 */
export async function readSnapshot(
  root: string,
  site: Site,
  now: number,
  { drafts = false, memo = new Memo(), reading = new Reading(root) }: SnapshotOptions = {},
): Promise<Snapshot> {
  const { content, problems, model } = await readContent(root, site, now, reading);
  reading.texts ??= new ArticleCache(root);
  const snapshot = snapshotOf(site, { root, content, now, drafts }, reading.texts, memo);
  return { ...snapshot, problems, check: () => checkModel(model) };
}

/** The snapshot of what was read. */
export function snapshotOf(
  site: Site,
  parts: SnapshotParts,
  texts = new ArticleCache(parts.root),
  memo = new Memo(),
): Snapshot {
  const { root, content, now, drafts } = parts;
  return {
    root,
    parts,
    problems: [],
    check: () => [],
    memo,
    text: (article) => texts.text(article),
    archive: buildArchive(content, site, now, { drafts, palette: readPalette(root), memo }),
  };
}
