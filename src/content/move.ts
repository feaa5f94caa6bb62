import { copyFileSync, lstatSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';

/** What Windows answers while another program, a scanner or an editor, has a file open. */
const HELD = ['EPERM', 'EBUSY', 'EACCES'];
/** How long such a program may take, in milliseconds. */
const PATIENCE = 3000;

/** The code of a system's error (`ENOENT`); empty for another error. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Renames a file or a folder; on Windows again and again while another program has it open. */
export function rename(from: string, to: string): void {
  if (process.platform === 'win32') patiently(() => renameSync(from, to));
  else renameSync(from, to);
}

/** Removes a file; what is no file, or not there, stays as it is. */
export function removeFile(path: string): void {
  if (!isFile(path)) return;
  if (process.platform === 'win32') patiently(() => rmSync(path));
  else rmSync(path);
}

function isFile(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch (error) {
    // a file stands where a folder of the path would
    if (errorCode(error) === 'ENOTDIR') return false;
    throw error;
  }
}

/**
 * Does what another program may keep from being done for a moment.
 * @param patience for how long it is tried, in milliseconds
 */
export function patiently<Result>(work: () => Result, patience = PATIENCE): Result {
  const end = performance.now() + patience;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!HELD.includes(errorCode(error)) || performance.now() > end) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    }
  }
}

/**
 * Moves a file over another, whole at every moment, also to another file system. Done twice, it is as
 * if done once.
 */
export function moveFile(from: string, to: string): void {
  try {
    rename(from, to);
  } catch (error) {
    if (errorCode(error) !== 'EXDEV') throw error;
    const part = `${to}.part`;
    copyFileSync(from, part);
    const { atime, mtime } = statSync(from);
    utimesSync(part, atime, mtime);
    rename(part, to);
    rmSync(from);
  }
}
