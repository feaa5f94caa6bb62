import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { moveFile, patiently, removeFile } from '../../../../src/content/move.ts';

const folder = mkdtempSync(join(tmpdir(), 'move-'));
afterAll(() => rmSync(folder, { recursive: true }));

const held = () => Object.assign(new Error('held'), { code: 'EBUSY' });

test('what another program holds for a moment is tried again, and not for ever', () => {
  let times = 0;
  const work = (): string => {
    times += 1;
    if (times < 4) throw held();
    return 'done';
  };
  expect(patiently(work)).toBe('done');
  expect(times).toBe(4);
  expect(() =>
    patiently(() => {
      throw held();
    }, 120),
  ).toThrow('held');
});

test('another error is told at once', () => {
  let times = 0;
  const work = (): void => {
    times += 1;
    throw Object.assign(new Error('full'), { code: 'ENOSPC' });
  };
  expect(() => patiently(work)).toThrow('full');
  expect(times).toBe(1);
});

test.runIf(existsSync('/dev/shm'))('a file moves to another disk, over what is there', () => {
  const elsewhere = mkdtempSync('/dev/shm/move-');
  writeFileSync(join(folder, 'a'), 'new');
  writeFileSync(join(elsewhere, 'a'), 'old');
  moveFile(join(folder, 'a'), join(elsewhere, 'a'));
  expect(readFileSync(join(elsewhere, 'a'), 'utf8')).toBe('new');
  expect(existsSync(join(folder, 'a'))).toBe(false);
  expect(existsSync(join(elsewhere, 'a.part'))).toBe(false);
  rmSync(elsewhere, { recursive: true });
});

test('to remove what is no file, or below a file, does nothing', () => {
  writeFileSync(join(folder, 'file'), '');
  for (const path of ['', 'nothing', 'file/below']) removeFile(join(folder, path));
  expect(existsSync(join(folder, 'file'))).toBe(true);
  removeFile(join(folder, 'file'));
  expect(existsSync(join(folder, 'file'))).toBe(false);
});
