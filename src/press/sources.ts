import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { FileDigests } from '../content/file-digests.ts';
import { codeDigest, codeFiles, contentDigest } from './digests.ts';

/** What a build was begun with: digests of what it is going to read. */
export interface Begun {
  code: string;
  content: string;
  /** The digests of the content's files, each looked at once. */
  digests: FileDigests;
  /** When the digests were taken, in milliseconds since 1970 UTC. */
  at: number;
}

/** How the files of the code are, without reading them: while that is the same, none was written. */
interface CodeState {
  digest: string;
  /** When one of them was last written, in milliseconds since 1970 UTC. */
  latest: number;
}

/**
 * Watches over the files that a build reads, from now on.
 * @returns a function that says whether they are still what the build was begun with, each moment
 *   between: a file that was saved and put back meanwhile may have been read in either form
 */
export function watchSources(root: string, begun: Begun): () => boolean {
  const first = codeState(root);
  return () =>
    begun.digests.areAsSeen() &&
    // another one is there, or one is not
    contentDigest(root, begun.digests) === begun.content &&
    codeState(root).digest === first.digest &&
    // what was written before this watch began, and after the digest was taken, shows in the digest
    (first.latest < begun.at - SKEW || codeDigest(root) === begun.code);
}

/** Clocks of disks and of processes differ by less, in milliseconds. */
const SKEW = 2000;

function codeState(root: string): CodeState {
  const hash = createHash('sha256');
  let latest = 0;
  for (const path of codeFiles(root)) {
    const stat = statSync(join(root, path), { throwIfNoEntry: false });
    hash.update(`${path}\0${stat?.size} ${stat?.mtimeMs} ${stat?.ctimeMs}\0`);
    latest = Math.max(latest, stat?.ctimeMs ?? 0);
  }
  return { digest: hash.digest('hex'), latest };
}
