import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const LARGEST = 1024 * 1024 * 64;

/**
 * What a git command prints.
 * @throws Error with what git says
 */
export function git(dir: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, {
    cwd: dir,
    encoding: 'utf8',
    maxBuffer: LARGEST,
  });
  if (status !== 0) throw new Error(stderr?.trim() || `git ${args[0]} failed.`);
  return stdout.trimEnd();
}

/** The same; undefined where git refuses. */
export function askGit(dir: string, ...args: string[]): string | undefined {
  try {
    return git(dir, ...args);
  } catch {
    return undefined;
  }
}

/** A file of a commit; undefined where it has none. */
export function fileAt(dir: string, commit: string, path: string): Buffer | undefined {
  try {
    return execFileSync('git', ['show', `${commit}:${path}`], {
      cwd: dir,
      maxBuffer: LARGEST,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return undefined;
  }
}

/** A text merged of three; undefined where both sides changed one place. */
export function mergeTexts(base: Buffer, ours: Buffer, theirs: Buffer): Buffer | undefined {
  return withFiles({ ours, base, theirs }, (dir) => {
    const { status, stdout } = spawnSync('git', ['merge-file', '-p', 'ours', 'base', 'theirs'], {
      cwd: dir,
      maxBuffer: LARGEST,
    });
    return status === 0 ? stdout : undefined;
  });
}

/** What was changed between two texts, as `diff` writes it. */
export function differenceOf(before: Buffer, after: Buffer): string {
  return withFiles({ before, after }, (dir) => {
    const args = ['diff', '--no-index', '--no-color', 'before', 'after'];
    return spawnSync('git', args, { cwd: dir, encoding: 'utf8', maxBuffer: LARGEST }).stdout;
  });
}

function withFiles<Value>(files: Record<string, Buffer>, use: (dir: string) => Value): Value {
  const dir = mkdtempSync(join(tmpdir(), 'merge-'));
  try {
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(dir, name), bytes);
    return use(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
