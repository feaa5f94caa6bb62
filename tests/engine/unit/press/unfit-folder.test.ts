import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { unfitFolder } from '../../../../src/press/journal.ts';

const root = mkdtempSync(join(tmpdir(), 'places-'));
const state = join(root, 'state');
mkdirSync(state);
afterAll(() => rmSync(root, { recursive: true }));

/** A folder with these files, and what is said of it as a site's folder. */
function said(name: string, ...files: string[]): string | undefined {
  const dist = join(root, name);
  for (const file of files) {
    mkdirSync(dist, { recursive: true });
    writeFileSync(join(dist, file), '');
  }
  return unfitFolder({ dist, state });
}

test('a site takes the place of a site, and of nothing', () => {
  expect(said('deep/down/site')).toBeUndefined();
  expect(said('site', 'index.html', 'about.html')).toBeUndefined();
});

test('a site does not take the place of other files', () => {
  expect(said('content', 'ledger.json')).toMatch(/content holds what is no site/);
  expect(said('content/ledger.json')).toMatch(/holds what is no site/);
});

test.runIf(existsSync('/dev/shm'))('a site is not made for another disk', () => {
  const dist = '/dev/shm/nowhere/site';
  expect(unfitFolder({ dist, state })).toMatch(/is on another disk/);
});
