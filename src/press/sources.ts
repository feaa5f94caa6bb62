import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { FileDigests } from '../content/file-digests.ts';
import { codeDigest, contentDigest, sourceFiles } from './digests.ts';

/** What a build was begun with: digests of what it is going to read. */
export interface Begun {
  code: string;
  content: string;
  /** When the digests were taken, in milliseconds since 1970 UTC. */
  at: number;
}

/** How the files are that a site is made of, without reading them: while that is the same, none was written. */
interface SourceState {
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
  const first = sourceState(root);
  return () =>
    sourceState(root).digest === first.digest &&
    // what was written before this watch began, and after the digests were taken, shows in the digests
    (first.latest < begun.at - SKEW ||
      (codeDigest(root) === begun.code &&
        contentDigest(root, new FileDigests(root)) === begun.content));
}

/** Clocks of disks and of processes differ by less, in milliseconds. */
const SKEW = 2000;

function sourceState(root: string): SourceState {
  const hash = createHash('sha256');
  let latest = 0;
  for (const path of sourceFiles(root)) {
    const stat = statSync(join(root, path), { throwIfNoEntry: false });
    hash.update(`${path}\0${stat?.ino} ${stat?.size} ${stat?.mtimeMs} ${stat?.ctimeMs}\0`);
    latest = Math.max(latest, stat?.ctimeMs ?? 0);
  }
  return { digest: hash.digest('hex'), latest };
}
