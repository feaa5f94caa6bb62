import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/*
 * How a verified build becomes the site. What is to be done is written down first; a process that
 * is killed half-way leaves the journal, and whoever next builds, serves or deploys finishes it.
 * Every step can be taken twice, so finishing is doing it again.
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

/** What makes a staged build the site. */
export type Change =
  /** The staged tree takes the place of the whole site. */
  | { kind: 'swap' }
  /** Staged files take their places, in this order; then others go. */
  | { kind: 'apply'; move: string[]; remove: string[] };

type Journal = Change & { staging: string };

/** Path of a place's manifest. */
export function manifestPath(place: Pick<Place, 'state'>): string {
  return join(place.state, 'manifest.json');
}

/** Path of the manifest of a release that is being published. */
export function nextManifestPath(place: Pick<Place, 'state'>): string {
  return join(place.state, 'manifest.next.json');
}

/** Publishes a staged build whose manifest has been written to {@link nextManifestPath}. */
export function publish(place: Place, change: Change): void {
  rmSync(oldTree(place), { recursive: true, force: true });
  const journal: Journal = { ...change, staging: place.staging };
  const path = journalPath(place);
  writeFileSync(`${path}.tmp`, JSON.stringify(journal), { flush: true });
  renameSync(`${path}.tmp`, path);
  finish(place, journal);
}

/**
 * Finishes what an interrupted process left. To be called before anything builds, serves or
 * deploys a site.
 * @returns whether there was something to finish
 */
export function recover(place: Omit<Place, 'staging'>): boolean {
  const path = journalPath(place);
  if (!existsSync(path)) return false;
  const journal = JSON.parse(readFileSync(path, 'utf8')) as Journal;
  finish({ ...place, staging: journal.staging }, journal);
  return true;
}

function finish(place: Place, journal: Journal): void {
  if (journal.kind === 'swap') swap(place);
  else apply(place, journal.move, journal.remove);
  const next = nextManifestPath(place);
  if (existsSync(next)) renameSync(next, manifestPath(place));
  rmSync(journalPath(place), { force: true });
  rmSync(oldTree(place), { recursive: true, force: true });
}

function swap(place: Place): void {
  if (!existsSync(place.staging)) return;
  if (existsSync(place.dist)) renameSync(place.dist, oldTree(place));
  mkdirSync(dirname(place.dist), { recursive: true });
  renameSync(place.staging, place.dist);
}

function apply({ dist, staging }: Place, move: string[], remove: string[]): void {
  for (const path of move) {
    const from = join(staging, path);
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

function oldTree(place: Pick<Place, 'state'>): string {
  return join(place.state, 'old');
}
