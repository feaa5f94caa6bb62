import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { writeWhole } from '../content/files.ts';

/*
 * How a verified build becomes the site. What is to be done is written down first; a process that
 * is killed half-way leaves the journal, and the next build of the place finishes it. Every step can
 * be taken twice, so finishing is doing it again.
 */

/** The folders of one release place: `dist/` and what belongs to it. */
export interface Place {
  /** The site. */
  dist: string;
  /** The build that becomes the site; on the same file system. */
  staging: string;
  /** Folder of manifest and journal. */
  state: string;
}

/** A place without what its next release is made in. */
type ReleasePlace = Omit<Place, 'staging'>;

/** What makes a staged build the site. */
export type Change =
  /** The staged tree takes the place of the whole site. */
  | { kind: 'swap' }
  /** Staged files take their places, in this order; then others go. */
  | { kind: 'apply'; move: string[]; remove: string[] };

/** Path of a place's manifest. */
export function manifestPath(place: Pick<Place, 'state'>): string {
  return join(place.state, 'manifest.json');
}

/** Path of the manifest of a release that is being published. */
export function nextManifestPath(place: Pick<Place, 'state'>): string {
  return join(place.state, 'manifest.next.json');
}

/**
 * Why no release can take a folder's place: what was in it would be deleted, or a rename does not
 * lead there.
 * @returns a sentence; undefined when it can
 */
export function unfitFolder({ dist, state }: ReleasePlace): string | undefined {
  const isThere = existsSync(dist);
  const isSite = existsSync(manifestPath({ state })) || existsSync(join(dist, 'index.html'));
  if (isThere && !isSite && (statSync(dist).isFile() || readdirSync(dist).length > 0)) {
    return `${dist} holds what is no site, and a build would delete it. Name an empty folder, or one that is not there.`;
  }
  let folder = isThere ? dist : dirname(dist);
  while (!existsSync(folder)) folder = dirname(folder);
  if (statSync(folder).dev === statSync(state).dev) return undefined;
  return `${dist} is on another disk than the project, and a site is renamed into its place. Name a folder of the project, and copy it.`;
}

/** Publishes a staged build whose manifest has been written to {@link nextManifestPath}. */
export function publish(place: Place, change: Change): void {
  for (const tree of [oldTree(place), stagedTree(place)]) {
    rmSync(tree, { recursive: true, force: true });
  }
  // builds of other places write where this one was made, also when this process ends here
  renameSync(place.staging, stagedTree(place));
  writeWhole(journalPath(place), JSON.stringify(change), true);
  finish(place, change);
}

/**
 * Finishes what an interrupted process left. To be called before anything builds.
 * @returns whether there was something to finish
 */
export function recover(place: ReleasePlace): boolean {
  const path = journalPath(place);
  if (!existsSync(path)) return false;
  const change = readChange(path);
  if (change) finish(place, change);
  else forget(place);
  return change !== undefined;
}

/** What a journal says is to be done; undefined when it is damaged. */
function readChange(path: string): Change | undefined {
  try {
    const change = JSON.parse(readFileSync(path, 'utf8')) as Partial<Change>;
    const isWhole =
      change.kind === 'swap' ||
      (change.kind === 'apply' && Array.isArray(change.move) && Array.isArray(change.remove));
    return isWhole ? (change as Change) : undefined;
  } catch {
    return undefined;
  }
}

/** Where it is not known how far a release came, the next build makes the whole site anew. */
function forget(place: ReleasePlace): void {
  rmSync(manifestPath(place), { force: true });
  rmSync(nextManifestPath(place), { force: true });
  rmSync(journalPath(place));
}

function finish(place: ReleasePlace, change: Change): void {
  if (change.kind === 'swap') swap(place);
  else apply(place, change.move, change.remove);
  const next = nextManifestPath(place);
  if (existsSync(next)) renameSync(next, manifestPath(place));
  rmSync(journalPath(place), { force: true });
  for (const tree of [oldTree(place), stagedTree(place)]) {
    rmSync(tree, { recursive: true, force: true });
  }
}

function swap(place: ReleasePlace): void {
  const staged = stagedTree(place);
  if (!existsSync(staged)) return;
  if (existsSync(place.dist)) renameSync(place.dist, oldTree(place));
  mkdirSync(dirname(place.dist), { recursive: true });
  renameSync(staged, place.dist);
}

function apply(place: ReleasePlace, move: string[], remove: string[]): void {
  const { dist } = place;
  const staged = stagedTree(place);
  for (const path of move) {
    const from = join(staged, path);
    if (!existsSync(from)) continue;
    mkdirSync(dirname(join(dist, path)), { recursive: true });
    renameSync(from, join(dist, path));
  }
  for (const path of remove) {
    rmSync(join(dist, path), { force: true });
    removeEmptyFolders(dist, dirname(path));
  }
}

function removeEmptyFolders(root: string, folder: string): void {
  for (let path = folder; path !== '.' && path !== ''; path = dirname(path)) {
    try {
      rmdirSync(join(root, path));
    } catch {
      return;
    }
  }
}

function journalPath(place: Pick<Place, 'state'>): string {
  return join(place.state, 'journal.json');
}

/** The tree that is being published: below the state of its place, which no other build writes to. */
function stagedTree(place: Pick<Place, 'state'>): string {
  return join(place.state, 'staged');
}

function oldTree(place: Pick<Place, 'state'>): string {
  return join(place.state, 'old');
}
