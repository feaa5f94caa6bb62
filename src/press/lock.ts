import { lstatSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long a build waits for another one, in milliseconds. */
const PATIENCE = 15 * 60_000;
/** What SQLite says of a file that another process has locked, and of one that was spoilt. */
const [BUSY, SPOILT] = [5, 26];

/**
 * Takes a lock that one process holds at a time, and waits while another process holds it. It is a lock
 * of the file system, by SQLite: it ends with its process however that ends, and holds between
 * containers, in which the same process id is another process.
 * @param path of the lock's file
 * @param onWait told once, who has it, when there is something to wait for
 * @returns a function that gives the lock back
 * @throws Error when the other process still has it after a quarter of an hour
 */
export async function takeLock(path: string, onWait: (who: string) => void): Promise<() => void> {
  mkdirSync(dirname(path), { recursive: true });
  // what a folder or a link does in its place is nobody's lock
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() === false)
    rmSync(path, { recursive: true });
  const database = new DatabaseSync(path);
  const end = performance.now() + PATIENCE;
  for (let tries = 0; !isTaken(database, path); tries++) {
    // Who has just taken the lock has not said its name yet: the second try knows it.
    if (tries === 1) onWait(holderOf(path));
    if (performance.now() > end) {
      database.close();
      throw new Error(
        `Another build (${holderOf(path)}) has not ended. End it, and build again; nothing needs to be removed.`,
      );
    }
    await sleep(100 + 100 * Math.random());
  }
  writeFileSync(holderPath(path), `process ${process.pid}`);
  return () => {
    // the next holder must not be taken for this one
    rmSync(holderPath(path), { force: true });
    database.close();
  };
}

/** Takes the lock, if nobody has it. */
function isTaken(database: DatabaseSync, path: string): boolean {
  try {
    database.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined;
    if (code === BUSY) return false;
    if (code !== SPOILT) throw error;
    // an empty file is a lock too, and nobody can have had a spoilt one
    truncateSync(path);
    return isTaken(database, path);
  }
}

function holderOf(path: string): string {
  try {
    return readFileSync(holderPath(path), 'utf8');
  } catch {
    return 'which has just begun';
  }
}

function holderPath(path: string): string {
  return `${path}.txt`;
}
