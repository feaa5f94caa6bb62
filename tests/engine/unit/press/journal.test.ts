import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listAll } from '../../../../src/content/files.ts';
import { manifestPath, type Place, publish, recover } from '../../../../src/press/journal.ts';
import { readManifest } from '../../../../src/press/manifest.ts';

let root: string;
let place: Place;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'journal-'));
  place = { dist: join(root, 'dist'), staging: join(root, 'staging'), state: join(root, 'state') };
  mkdirSync(place.state);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(folder: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** A folder's files, as one value. */
function contents(folder: string): Record<string, string> {
  return Object.fromEntries(
    listAll(folder).map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );
}

describe('publishing', () => {
  test('a whole tree takes the place of the site', () => {
    write(place.dist, { 'index.html': 'old', 'gone.html': 'old' });
    write(place.staging, { 'index.html': 'new', 'a/b.html': 'new' });
    publish(place, { kind: 'swap' });
    expect(contents(place.dist)).toEqual({ 'index.html': 'new', 'a/b.html': 'new' });
    expect(existsSync(place.staging)).toBe(false);
  });

  test('changed files take their places, others stay, removed ones go with their empty folders', () => {
    write(place.dist, { 'index.html': 'old', 'kept.html': 'kept', 'a/b/gone.html': 'old' });
    write(place.staging, { 'index.html': 'new', 'c/new.html': 'new' });
    publish(place, {
      kind: 'apply',
      move: ['index.html', 'c/new.html'],
      remove: ['a/b/gone.html'],
    });
    expect(contents(place.dist)).toEqual({
      'index.html': 'new',
      'kept.html': 'kept',
      'c/new.html': 'new',
    });
    expect(existsSync(join(place.dist, 'a'))).toBe(false);
  });

  test('a journal that was damaged is no release: the next build makes the whole site', () => {
    for (const half of ['', '{"kind":"app', '{"kind":"apply"}']) {
      write(place.dist, { 'index.html': 'old' });
      write(place.state, { 'journal.json': half, 'manifest.json': '{}' });
      expect(recover(place)).toBe(false);
      expect(contents(place.state)).toEqual({});
      expect(contents(place.dist)).toEqual({ 'index.html': 'old' });
    }
  });

  test('a manifest that was damaged is none', () => {
    for (const half of ['', '{"version":1}', '{"version":1,"code":"a","pages":{}}', '[]']) {
      write(place.state, { 'manifest.json': half });
      expect(readManifest(manifestPath(place))).toBeUndefined();
    }
  });

  test('there is nothing to finish after a release that ended', () => {
    write(place.staging, { 'index.html': 'new' });
    publish(place, { kind: 'swap' });
    expect(recover(place)).toBe(false);
  });
});

test('a release that was interrupted is finished although another place was built meanwhile', () => {
  const other: Place = { ...place, dist: join(root, 'other'), state: join(root, 'other-state') };
  mkdirSync(other.state);
  write(place.dist, { 'index.html': 'old', a: 'a file where a folder belongs: publishing stops' });
  write(place.staging, { 'a/index.html': 'new', 'index.html': 'new' });
  const move = ['a/index.html', 'index.html'];
  expect(() => publish(place, { kind: 'apply', move, remove: [] })).toThrow();
  write(other.staging, { 'index.html': 'draft' });
  publish(other, { kind: 'swap' });

  rmSync(join(place.dist, 'a'));
  expect(recover(place)).toBe(true);
  expect(contents(place.dist)).toEqual({ 'index.html': 'new', 'a/index.html': 'new' });
  expect(contents(other.dist)).toEqual({ 'index.html': 'draft' });
});

/** Publishes release after release, alternately whole and by changed files, until it is killed. */
const PUBLISHER = `
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publish, recover } from '${fileURLToPath(new URL('../../../../src/press/journal.ts', import.meta.url))}';
const root = process.argv[2];
const place = { dist: join(root, 'dist'), staging: join(root, 'staging'), state: join(root, 'state') };
const names = Array.from({ length: 60 }, (_, i) => 'p' + i + '/index.html');
recover(place);
for (let release = Number(process.argv[3]); ; release += 1) {
  for (const name of names) {
    mkdirSync(join(place.staging, name, '..'), { recursive: true });
    writeFileSync(join(place.staging, name), String(release));
  }
  console.log(release);
  publish(place, release % 2 === 0 ? { kind: 'swap' } : { kind: 'apply', move: names, remove: [] });
}
`;

test('killed 40 times at random moments, the site is one release, whole', async () => {
  const script = join(root, 'publisher.mts');
  writeFileSync(script, PUBLISHER);
  // a slow machine may be killed before its first release
  write(
    place.dist,
    Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`p${i}/index.html`, 'first'])),
  );
  const found: string[] = [];
  for (let kill = 0; kill < 40; kill += 1) {
    const child = spawn(process.execPath, [script, root, String(kill * 1000)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise((resolve) => child.on('close', resolve));
    await new Promise((resolve) => child.stdout?.once('data', resolve));
    await sleep(20 + Math.random() * 60);
    child.kill('SIGKILL');
    await ended;
    recover(place);
    const files = contents(place.dist);
    expect(Object.keys(files)).toHaveLength(60);
    expect(new Set(Object.values(files)).size).toBe(1);
    found.push(Object.values(files)[0] ?? '');
  }
  // the killing must have met releases under way, not one that never moved
  expect(new Set(found).size).toBeGreaterThan(4);
}, 300_000);
