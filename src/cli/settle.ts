import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isUnfinished, recover } from '../press/journal.ts';
import { takeLock } from '../press/lock.ts';
import { type ReleasePlace, UNFINISHED } from '../press/place.ts';
import { root } from './paths.ts';
import { fail } from './say.ts';

/** Takes the lock that builds of this project have one after another. */
export function lockBuilds(): Promise<() => void> {
  return takeLock(join(root, '.cache', 'building.lock'), (who) =>
    console.error(`Another build is running (${who}): waiting for it.`),
  );
}

/**
 * For a command that reads a built site: finishes the release that a killed build has left in it, and
 * waits for one that is being published. Where that cannot be done, the command ends with a sentence.
 */
export async function settle(place: ReleasePlace): Promise<void> {
  if (isUnfinished(place)) (await hold(place))();
  refuseUnfinished(place);
}

/**
 * The same for a command that reads all of a site: nothing is published until it gives the site back.
 * @returns a function that gives it back
 */
export async function hold(place: ReleasePlace): Promise<() => void> {
  const unlock = await lockBuilds();
  if (recover(place)) console.error('Finished the release that an interrupted build had begun.');
  refuseUnfinished(place);
  return unlock;
}

/** A site may have been brought here while it was between two releases. */
function refuseUnfinished({ dist }: ReleasePlace): void {
  if (existsSync(join(dist, UNFINISHED))) {
    fail(`${dist} is between two releases. "npm run build" makes it whole.`);
  }
}
