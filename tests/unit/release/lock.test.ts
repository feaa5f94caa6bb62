import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeLock } from '../../../src/release/lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the second waits until the first gives the lock back, and says so once', async () => {
  const path = join(folder, 'build.lock');
  const unlock = await takeLock(path, () => {
    throw new Error('nothing to wait for');
  });
  const told: number[] = [];
  const second = takeLock(path, (pid) => told.push(pid));
  setTimeout(unlock, 500);
  (await second)();
  expect(told).toEqual([process.pid]);
  expect(existsSync(path)).toBe(false);
});

test('a lock whose process has died is taken over', async () => {
  const path = join(folder, 'build.lock');
  writeFileSync(path, '999999999');
  (await takeLock(path, () => undefined))();
  expect(existsSync(path)).toBe(false);
});
