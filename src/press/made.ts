import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { readForNow } from './bytes.ts';
import { listAll } from './list.ts';

/** What a release was made of beside the code, and for how long it is right. */
export interface Made {
  /** Digest of all files of the content. */
  content: string;
  /** The moment for which it was made, in milliseconds since 1970 UTC. */
  from: number;
  /** When an entry next appears or goes by itself; never, when it is left out. */
  until?: number | undefined;
}

/** Digest of every file below `content/`, by names and bytes. */
export function contentDigest(root: string): string {
  const folder = join(root, 'content');
  const hash = createHash('sha256');
  for (const path of listAll(folder)) {
    const bytes = readForNow(join(folder, path));
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex').slice(0, 16);
}

/** Whether what was made of some content is still right: the same content, and a moment that changes nothing. */
export function isStillRight(made: Made | undefined, content: string, now: number): boolean {
  return (
    made !== undefined &&
    made.content === content &&
    now >= made.from &&
    now < (made.until ?? Number.POSITIVE_INFINITY)
  );
}
