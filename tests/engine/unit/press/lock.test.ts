import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeLock } from '../../../../src/press/lock.ts';
import { type Run, runNode } from '../../../support/project.ts';

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
  expect(readdirSync(lock)).toEqual([]);
});

test('a lock whose process has died is free', async () => {
  await user('dies');
  expect(readdirSync(lock)).toHaveLength(1);
  expect(await user()).toEqual({ code: 0, output: '' });
  expect(readdirSync(lock)).toEqual([]);
});

test('an id that another process has had since the machine started holds nothing', async () => {
  mkdirSync(lock);
  const signature = join(lock, String(process.ppid));
  writeFileSync(signature, '');
  utimesSync(signature, 0, 0);
  expect(await user()).toEqual({ code: 0, output: '' });
  expect(readdirSync(lock)).toEqual([]);
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
  expect(readdirSync(lock)).toEqual([]);
}, 60_000);
