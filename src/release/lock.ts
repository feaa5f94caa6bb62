import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long a build waits for another one, in milliseconds. */
const PATIENCE = 15 * 60_000;

/**
 * Takes a lock that one process holds at a time; waits while another that is alive has it.
 * @param path the lock's file
 * @param onWait told once, with the other process's id, when there is something to wait for
 * @returns a function that gives the lock back
 * @throws Error when the other process still has it after a quarter of an hour
 */
export async function takeLock(path: string, onWait: (pid: number) => void): Promise<() => void> {
  mkdirSync(dirname(path), { recursive: true });
  const start = Date.now();
  let told = false;
  while (!tryLock(path)) {
    const pid = holder(path);
    if (pid === undefined || !isAlive(pid)) {
      rmSync(path, { force: true });
      continue;
    }
    if (!told) onWait(pid);
    told = true;
    if (Date.now() - start > PATIENCE) {
      throw new Error(`Another build (process ${pid}) has not ended. End it, then build again.`);
    }
    await sleep(200);
  }
  return () => rmSync(path, { force: true });
}

function tryLock(path: string): boolean {
  try {
    const file = openSync(path, 'wx');
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function holder(path: string): number | undefined {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    return pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
