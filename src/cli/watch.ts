import { watch } from 'node:fs';
import { join } from 'node:path';

/** An editor writes several files for one save, in milliseconds. */
const PAUSE = 100;

/** What a site is made of, below the project's folder. */
const FOLDERS = ['content', 'public', 'src'];

/**
 * Does some work whenever a file of the project changes, once for changes that come together, and never
 * twice at a time.
 * @param root the project's folder
 */
export function onChange(root: string, work: () => Promise<unknown>): void {
  let waiting: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  for (const folder of FOLDERS) {
    watch(join(root, folder), { recursive: true }, () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        last = last.then(work, work);
      }, PAUSE);
    });
  }
}
