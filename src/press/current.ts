import type { Snapshot } from '../content/snapshot.ts';

/*
 * The one global of the project. Vite compiles pages into modules of their own, so nothing can be
 * passed to them and no variable of a module is shared with them: what they show is kept here. The
 * build sets it once; the preview sets it anew with every change of the content.
 */

const KEY = Symbol.for('the snapshot that pages show');

type Shared = typeof globalThis & { [KEY]?: Promise<Snapshot> };

/** Sets what pages show from now on. */
export function setSnapshot(snapshot: Promise<Snapshot>): void {
  (globalThis as Shared)[KEY] = snapshot;
}

/**
 * What pages show.
 * @throws Error when no command has read the content
 */
export function currentSnapshot(): Promise<Snapshot> {
  const snapshot = (globalThis as Shared)[KEY];
  if (snapshot) return snapshot;
  throw new Error('No content has been read: pages are rendered by a build or a preview.');
}
