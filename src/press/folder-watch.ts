import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';

/** What happened to a file, as Vite's own watcher names it. */
type Happened = 'add' | 'change' | 'unlink';

/**
 * Watches the files below a folder, by its folders: a watcher for each file, as Vite has it, takes seconds
 * where there are thousands.
 */
export class FolderWatch {
  readonly #folder: string;
  readonly #tell: (happened: Happened, file: string) => void;
  readonly #watchers = new Map<string, FSWatcher>();

  /** @param tell told of each file that is new, written or gone */
  constructor(folder: string, tell: (happened: Happened, file: string) => void) {
    this.#folder = folder;
    this.#tell = tell;
    this.#watch(folder);
  }

  /** Begins again: the folder was not there before, or is another one now. */
  begin(): void {
    this.close();
    this.#watch(this.#folder);
  }

  close(): void {
    for (const folder of this.#watchers.keys()) this.#forget(folder);
  }

  #watch(folder: string): void {
    if (this.#watchers.has(folder)) return;
    try {
      const watcher = watch(folder, { persistent: false }, (event, name) => {
        if (name !== null) this.#look(event, join(folder, name));
      });
      watcher.on('error', () => this.#forget(folder));
      this.#watchers.set(folder, watcher);
      for (const entry of readdirSync(folder, { withFileTypes: true })) {
        if (entry.isDirectory()) this.#watch(join(folder, entry.name));
      }
    } catch {
      // it is gone again, or not there yet
    }
  }

  #look(event: string, path: string): void {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) this.#forget(path);
    if (!stat?.isDirectory()) {
      const isThere = event === 'change' ? 'change' : 'add';
      this.#tell(stat ? isThere : 'unlink', path);
      return;
    }
    // what lies in it may have been there before it was watched
    this.#watch(path);
    this.#tell('add', path);
  }

  #forget(folder: string): void {
    this.#watchers.get(folder)?.close();
    this.#watchers.delete(folder);
  }
}
