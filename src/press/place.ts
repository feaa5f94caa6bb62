import { randomUUID } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { errorCode, rename } from '../content/move.ts';

/** The folders of one release place: `dist/` and what belongs to it. */
export interface Place {
  /** The site. */
  dist: string;
  /** The build that becomes the site. */
  staging: string;
  /** Folder of manifest and journal. */
  state: string;
  /** Whether the site's folder itself has to stay: a web server's, behind a link. */
  stays?: boolean;
}

/** A place without what its next release is made in. */
export type ReleasePlace = Omit<Place, 'staging'>;

type State = Pick<Place, 'state'>;

/** A file that is in a site while it is between two releases: who uploads it looks for that. */
export const UNFINISHED = '.unfinished';

/** What the root of a file system has by itself. */
const OF_DISKS = ['lost+found'];

/** Path of a place's manifest. */
export function manifestPath({ state }: State): string {
  return join(state, 'manifest.json');
}

/** Path of the manifest of a release that is being published. */
export function nextManifestPath({ state }: State): string {
  return join(state, 'manifest.next.json');
}

/** Path of what is still to be done, while a release is published. */
export function journalPath({ state }: State): string {
  return join(state, 'journal.json');
}

/** The tree that is being published: below the state of its place, which no other build writes to. */
export function stagedTree({ state }: State): string {
  return join(state, 'staged');
}

/** The tree that was the site. */
export function oldTree({ state }: State): string {
  return join(state, 'old');
}

/** Puts a tree aside: to delete a large one takes long, and a site need not wait for that. */
export function discard(place: State, tree: string): void {
  if (existsSync(tree)) rename(tree, join(place.state, `${TRASH}${randomUUID()}`));
}

const TRASH = 'trash-';

/** Deletes what was put aside; what another program has open stays until the next time. */
export function sweep({ state }: State): void {
  for (const name of readdirSync(state).filter((one) => one.startsWith(TRASH))) {
    try {
      rmSync(join(state, name), { recursive: true, force: true, maxRetries: 3 });
    } catch {
      // the site is as it should be
    }
  }
}

/**
 * The folder of a site itself, where a link stands for it: a web server's.
 * @throws Error with one sentence when the link leads nowhere
 */
export function realFolder(dist: string): string {
  if (!lstatSync(dist, { throwIfNoEntry: false })?.isSymbolicLink()) return dist;
  if (existsSync(dist)) return realpathSync(dist);
  const text = `${dist} is a link to ${readlinkSync(dist)}, which is not there. Make that folder, or remove the link.`;
  throw Object.assign(new Error(text), { name: 'OwnersMistake' });
}

/** Folders of a project that a build reads or makes anew, with what is in them. */
const TAKEN = /^(?:content|dist|node_modules|public|src|tests|\.git|\.github)(?=\/)/;

/**
 * Why a site cannot lie at a path of the project: the next build would read it, or delete it.
 * @param inside the path from the root, with forward slashes
 * @returns a sentence; undefined when it can
 */
export function misplaced(inside: string): string | undefined {
  const [folder] = TAKEN.exec(inside) ?? [];
  return (
    folder &&
    `${inside} lies within ${folder}/, ${folder === 'dist' ? 'which a build makes anew' : 'which is of the project'}. Name another folder in SITE_OUT.`
  );
}

/**
 * Why no release can take a folder's place: what was in it would be deleted, or it cannot be written.
 * @param mayBeOthers whether it may be a folder with something else in it
 * @returns a sentence; undefined when it can
 */
export function unfitFolder({ dist, state }: ReleasePlace, mayBeOthers = true): string | undefined {
  const stat = statSync(dist, { throwIfNoEntry: false });
  const isSite = existsSync(manifestPath({ state })) || existsSync(join(dist, 'index.html'));
  if (stat && !isSite && (stat.isFile() || (mayBeOthers && holdsSomething(dist)))) {
    return `${dist} holds what is no site, and a build would delete it. Name an empty folder, or one that is not there.`;
  }
  let folder = dist;
  while (!existsSync(folder)) folder = dirname(folder);
  try {
    accessSync(folder, constants.W_OK);
    return undefined;
  } catch (error) {
    return `${folder} cannot be written (${errorCode(error)}), and the site belongs ${folder === dist ? 'there' : 'into it'}. Let this user write there, or name another folder in SITE_OUT.`;
  }
}

function holdsSomething(folder: string): boolean {
  return readdirSync(folder).some((name) => !OF_DISKS.includes(name));
}
