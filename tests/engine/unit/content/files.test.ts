import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isSpeltSo, listAll, listFiles } from '../../../../src/content/files.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'list-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('a link counts as what it leads to, and as nothing when that is not there', () => {
  for (const folder of ['content/2018', 'elsewhere']) {
    mkdirSync(join(root, folder), { recursive: true });
  }
  writeFileSync(join(root, 'content/2018/a.mdx'), '');
  writeFileSync(join(root, 'elsewhere/b.mdx'), '');
  symlinkSync('../elsewhere', join(root, 'content/2019'), 'dir');
  symlinkSync('../elsewhere/b.mdx', join(root, 'content/c.mdx'));
  // what Emacs leaves beside a file that is being edited
  symlinkSync('someone@host.1234', join(root, 'content/2018/.#a.mdx'));
  const found = ['2018/a.mdx', '2019/b.mdx', 'c.mdx'];
  expect(listAll(join(root, 'content'))).toEqual(found);
  expect(listFiles(root, 'content', '.mdx')).toEqual(found.map((path) => `content/${path}`));
});

test.each([
  ['content/2018/Bodies.PNG', true],
  ['content/2018/bodies.png', false],
  ['Content/2018/Bodies.PNG', false],
  ['content/2018', true],
  ['content/2018/gone.png', false],
  ['content/gone/Bodies.PNG', false],
])('%s is on disk in these letters: %s', (path, isSo) => {
  mkdirSync(join(root, 'content/2018'), { recursive: true });
  writeFileSync(join(root, 'content/2018/Bodies.PNG'), '');
  expect(isSpeltSo(root, path)).toBe(isSo);
});
