import { execFileSync } from 'node:child_process';

/** Runs git in a folder and gives what it says. */
export function git(dir: string, ...args: string[]): string {
  return execFileSync('git', args, {
    cwd: dir,
    encoding: 'utf8',
    stdio: 'pipe',
    maxBuffer: 2 ** 26,
  }).trim();
}

/** Commits all that changed in a folder. */
export function commit(dir: string, message: string): void {
  git(dir, 'add', '--all');
  const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@quay.example'];
  git(dir, ...who, 'commit', '--quiet', '--message', message);
}
