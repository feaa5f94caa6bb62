import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeManifest } from '../../../../src/press/manifest.ts';
import { FIXTURES } from '../../../support/fixtures.ts';
import { Project } from '../../../support/project.ts';

const work = mkdtempSync(join(tmpdir(), 'delta-'));
const project = new Project();
afterAll(() => {
  project.remove();
  rmSync(work, { recursive: true, force: true });
});

function manifest(name: string, hashes: Record<string, string>): string {
  const path = join(work, `${name}.json`);
  const files = Object.fromEntries(
    Object.entries(hashes).map(([file, hash]) => [file, { hash, size: 1, from: 'x' }]),
  );
  writeManifest(path, { version: 1, code: '', pages: {}, steps: {}, files });
  return path;
}

test('a delta names what object storage keeps with a file, and the addresses that a CDN purges', async () => {
  const before = { 'index.html': '1', 'topics/中国/index.html': '1', 'feed.json': '1' };
  const same = { '_assets/a.abc123.css': '1' };
  const old = manifest('old', { ...before, ...same, '.edge/table.json': '1', _headers: '1' });
  const next = manifest('new', {
    ...{ 'index.html': '2', 'topics/中国/index.html': '2', 'feed.json': '2' },
    ...{ ...same, '.edge/table.json': '2', _headers: '2', 'cards/b.abc123.png': '1' },
  });
  const { code, output } = await project.run('delta', ['--json', old, next]);
  expect(code).toBe(0);
  const said = JSON.parse(output) as { differences: object[]; purge: string[] };
  expect(said.purge.sort()).toEqual(
    ['', 'feed.json', 'topics/%E4%B8%AD%E5%9B%BD/'].map((path) => FIXTURES.english.url + path),
  );
  expect(said.differences).toContainEqual(
    expect.objectContaining({
      path: 'cards/b.abc123.png',
      type: 'image/png',
      cache: 'public, max-age=31536000, immutable',
    }),
  );
  expect(said.differences).toContainEqual(
    expect.objectContaining({
      path: 'feed.json',
      type: 'application/feed+json; charset=utf-8',
      cache: 'public, max-age=900',
    }),
  );
});
