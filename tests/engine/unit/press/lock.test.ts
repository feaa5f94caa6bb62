import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeLock } from '../../../../src/press/lock.ts';
import { type Run, runNode } from '../../../support/project.ts';

const LOCK = new URL('../../../../src/press/lock.ts', import.meta.url).href;
const USER = fileURLToPath(new URL('./lock-user.ts', import.meta.url));

let folder: string;
let lock: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
  lock = join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Another process that takes the lock. */
function user(way: 'leaves' | 'dies' = 'leaves'): Promise<Run> {
  return runNode([USER, lock, join(folder, 'room'), way], folder);
}

test('the second waits until the first gives the lock back, and says so once', async () => {
  const unlock = await takeLock(lock, () => {
    throw new Error('nothing to wait for');
  });
  setTimeout(unlock, 4000);
  expect(await user()).toEqual({ code: 0, output: 'waited\n' });
});

test('a lock whose process has died is free', async () => {
  await user('dies');
  expect(await user()).toEqual({ code: 0, output: '' });
});

test('a lock whose file was spoilt is one all the same', async () => {
  for (const bytes of ['no database', '\0'.repeat(5000), randomBytes(5000)]) {
    writeFileSync(lock, bytes);
    (await takeLock(lock, () => {}))();
    writeFileSync(lock, bytes);
    expect(await user()).toEqual({ code: 0, output: '' });
  }
});

test('a folder or a link in its place is made a lock, and what a link leads to stays as it is', async () => {
  mkdirSync(join(lock, 'within'), { recursive: true });
  (await takeLock(lock, () => {}))();
  const other = join(dirname(lock), 'other.txt');
  writeFileSync(other, 'of somebody');
  rmSync(lock);
  symlinkSync(other, lock);
  (await takeLock(lock, () => {}))();
  expect(readFileSync(other, 'utf8')).toBe('of somebody');
  expect(await user()).toEqual({ code: 0, output: '' });
});

test('between containers, where one process id is two processes, one waits for the other', async () => {
  const inContainer = (script: string) => ['-pf', '--mount-proc', process.execPath, '-e', script];
  if (spawnSync('unshare', inContainer('')).status !== 0) return;
  const take = (then: string) => `
    import(${JSON.stringify(LOCK)}).then(async ({ takeLock }) => {
      const unlock = await takeLock(${JSON.stringify(lock)}, (who) => console.log('waits for ' + who));
      console.log('has it as ' + process.pid);
      setTimeout(unlock, ${then});
    });`;
  const first = spawn('unshare', inContainer(take('1500')));
  await new Promise((resolve) => first.stdout.once('data', resolve));
  const second = spawnSync('unshare', inContainer(take('0')), { encoding: 'utf8' });
  expect(second.stdout).toBe('waits for process 1\nhas it as 1\n');
});

test('of many that come at once, after one that died, one has it at a time', async () => {
  for (let round = 0; round < 4; round += 1) {
    await user('dies');
    const runs = await Promise.all(Array.from({ length: 5 }, () => user()));
    expect(runs.map(({ code, output }) => (code === 0 ? '' : output))).toEqual([
      '',
      '',
      '',
      '',
      '',
    ]);
  }
}, 60_000);
