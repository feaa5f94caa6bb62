import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long a build waits for another one, in milliseconds. */
const PATIENCE = 15 * 60_000;
/** By how much the clock may have been set right since the machine started, in milliseconds. */
const TOLERANCE = 60_000;

/**
 * Takes a lock that one process holds at a time, and waits while another process holds it. A process
 * writes a file named by its id, then lists the folder: it holds the lock when no other living process
 * has a file there. Of two that write at the same time at least one sees the other's. The file of a
 * process that has ended is deleted.
 * @param folder of the processes' files
 * @param onWait told once, with the other process's id, when there is something to wait for
 * @returns a function that gives the lock back
 * @throws Error when the other process still has it after a quarter of an hour
 */
export async function takeLock(folder: string, onWait: (pid: number) => void): Promise<() => void> {
  mkdirSync(folder, { recursive: true });
  const signature = join(folder, String(process.pid));
  const giveBack = (): void => rmSync(signature, { force: true });
  const start = Date.now();
  let told = false;
  for (;;) {
    let other = signedBy(folder);
    if (other === undefined) {
      writeFileSync(signature, '');
      other = signedBy(folder);
      if (other === undefined) return giveBack;
      giveBack();
    }
    if (!told) onWait(other);
    told = true;
    if (Date.now() - start > PATIENCE) {
      throw new Error(
        `Another build (process ${other}) has not ended. End it; if that process is no build, remove the file ${join(folder, String(other))}. Then build again.`,
      );
    }
    // by chance, so that two that gave way to each other do not do so for ever
    await sleep(100 + 200 * Math.random());
  }
}

/** Another process that has signed and is alive; signatures of the dead go. */
function signedBy(folder: string): number | undefined {
  for (const name of readdirSync(folder)) {
    const pid = Number(name);
    if (pid === process.pid) continue;
    const path = join(folder, name);
    if (isAlive(pid) && signedSinceStart(path)) return pid;
    rmSync(path, { force: true });
  }
  return undefined;
}

/** Ids begin anew when the machine starts: an older signature's process is another one by now. */
function signedSinceStart(path: string): boolean {
  const signed = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return signed !== undefined && signed > Date.now() - uptime() * 1000 - TOLERANCE;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
