import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listAll } from '../../../../src/content/files.ts';
import { type Change, isUnfinished, publish, recover } from '../../../../src/press/journal.ts';
import { readManifest } from '../../../../src/press/manifest.ts';
import { manifestPath, type Place, sweep, UNFINISHED } from '../../../../src/press/place.ts';

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
    // what is put aside goes when nobody waits any more
    sweep(place);
    expect(readdirSync(place.state)).toEqual([]);
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
    for (const half of [
      '',
      '\0\0\0\0',
      'null',
      '[]',
      '7',
      '{}',
      '{"kind":"app',
      '{"kind":"apply"}',
      '{"kind":"apply","move":{},"remove":[]}',
      '{"kind":"apply","move":[7],"remove":[]}',
      '{"kind":"apply","move":[],"remove":[null]}',
      '{"kind":"undo"}',
    ]) {
      write(place.dist, { 'index.html': 'old' });
      write(place.state, { 'journal.json': half, 'manifest.json': '{}' });
      expect(recover(place)).toBe(false);
      expect(contents(place.state)).toEqual({});
      expect(contents(place.dist)).toEqual({ 'index.html': 'old' });
    }
  });

  test('a manifest that was damaged is none', () => {
    for (const half of [
      '',
      '\0\0\0\0',
      'null',
      '7',
      '[]',
      '{"version":1}',
      '{"version":99}',
      '{"version":1,"code":"a","pages":{}}',
      '{"version":1,"code":"a","pages":[],"steps":[],"files":null}',
    ]) {
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
  write(place.dist, { 'index.html': 'old' });
  write(place.state, { 'staged/a/index.html': 'new', 'staged/index.html': 'new' });
  const move = ['a/index.html', 'index.html'];
  write(place.state, { 'journal.json': JSON.stringify({ kind: 'apply', move, remove: [] }) });
  write(other.staging, { 'index.html': 'draft' });
  publish(other, { kind: 'swap' });

  expect(recover(place)).toBe(true);
  expect(contents(place.dist)).toEqual({ 'index.html': 'new', 'a/index.html': 'new' });
  expect(contents(other.dist)).toEqual({ 'index.html': 'draft' });
});

test('behind a link the folder itself stays, which a container may have mounted', () => {
  write(place.dist, OLD);
  write(place.staging, NEW);
  const { ino } = statSync(place.dist);
  publish({ ...place, stays: true }, { kind: 'swap' });
  expect(contents(place.dist)).toEqual(NEW);
  expect(statSync(place.dist).ino).toBe(ino);
});

test('what was a file may be a folder now, and the other way round', () => {
  write(place.dist, { feed: 'old', 'about/index.html': 'old', 'about/deep/x.html': 'old' });
  write(place.staging, { 'feed/index.html': 'new', about: 'new' });
  publish(place, {
    kind: 'apply',
    move: ['feed/index.html', 'about'],
    remove: ['feed', 'about/index.html', 'about/deep/x.html'],
  });
  expect(contents(place.dist)).toEqual({ 'feed/index.html': 'new', about: 'new' });
});

test('times stay as they follow from content, on another disk too', () => {
  const dist = ELSEWHERE ? mkdtempSync(join(ELSEWHERE, 'site-')) : place.dist;
  write(place.staging, { 'index.html': 'new' });
  utimesSync(join(place.staging, 'index.html'), 1_234_567_890, 1_234_567_890);
  publish({ ...place, dist }, { kind: 'swap' });
  expect(statSync(join(dist, 'index.html')).mtimeMs).toBe(1_234_567_890_000);
  expect(contents(dist)).toEqual({ 'index.html': 'new' });
  rmSync(dist, { recursive: true });
});

/**
 * Publishes in a process that sees other mounts than this one.
 * @param script of the shell, in which "$1" is the site and `publish` publishes
 * @returns what it said; undefined where there are no such processes
 */
function publishAmong(script: string, change: Change): string | undefined {
  if (spawnSync('unshare', ['-m', 'true']).status !== 0) return undefined;
  writeFileSync(join(root, 'publisher.mts'), PUBLISHER);
  writeFileSync(join(root, 'windows.mjs'), WINDOWS);
  const publish = `publish() { "${process.execPath}" "$@" "${root}/publisher.mts" "${root}" "${place.dist}" '${JSON.stringify(change)}' 2>&1; }`;
  const args = ['-m', 'bash', '-c', `${publish}\n${script}`, 'bash', place.dist];
  return spawnSync('unshare', args, { encoding: 'utf8' }).stdout;
}

test('a folder that cannot be renamed, since it is mounted, is made the site file by file', () => {
  write(place.dist, { 'index.html': 'old', 'gone.html': 'old' });
  write(place.staging, NEW);
  const said = publishAmong('mount --bind "$1" "$1" && publish', { kind: 'swap' });
  if (said === undefined) return;
  expect(said).toBe('published\n');
  expect(contents(place.dist)).toEqual(NEW);
  expect(isUnfinished(place)).toBe(false);
});

describe('a file of the site that is held', () => {
  const HELD = 'echo old > "$1/../held"; mount --bind "$1/../held" "$1/index.html"; ';
  beforeEach(() => {
    write(place.dist, OLD);
    write(place.staging, Object.fromEntries(stagedOf(APPLY)));
  });

  test('for a moment, as a scanner does on Windows, is waited for', () => {
    const windows = `(sleep 0.7; umount "$1/index.html") & publish --import "${root}/windows.mjs"`;
    const said = publishAmong(HELD + windows, APPLY);
    if (said === undefined) return;
    expect(said).toBe('published\n');
    expect(contents(place.dist)).toEqual(NEW);
  });

  test('for good is told, and the release is finished when it is free', () => {
    const said = publishAmong(`${HELD}publish`, APPLY);
    if (said === undefined) return;
    expect(said).toMatch(/EBUSY: resource busy or locked, rename .*index\.html/);
    expect(UNFINISHED in contents(place.dist)).toBe(true);
    expect(recover(place)).toBe(true);
    expect(contents(place.dist)).toEqual(NEW);
  });

  test('in a site whose place is taken: the new one is there, and the old one goes another time', () => {
    rmSync(place.staging, { recursive: true });
    write(place.staging, NEW);
    // what is mounted in a folder goes with it
    const said = publishAmong(`${HELD}SWEEP=yes publish; ls "$1/../state"`, { kind: 'swap' });
    if (said === undefined) return;
    expect(said).toMatch(/^published\ntrash-\S+\n$/);
    expect(contents(place.dist)).toEqual(NEW);
    sweep(place);
    expect(readdirSync(place.state)).toEqual([]);
  });
});

/** Makes a process take its system for Windows, where files are held. */
const WINDOWS = "Object.defineProperty(process, 'platform', { value: 'win32' });";

/** Publishes one release: `publisher.mts ROOT DIST CHANGE`. */
const PUBLISHER = `
import { join } from 'node:path';
import { publish } from '${new URL('../../../../src/press/journal.ts', import.meta.url).href}';
import { sweep } from '${new URL('../../../../src/press/place.ts', import.meta.url).href}';
const [root, dist, change] = process.argv.slice(2);
const place = { dist, staging: join(root, 'staging'), state: join(root, 'state') };
publish(place, JSON.parse(change));
if (process.env.SWEEP) sweep(place);
console.log('published');
`;
const KILLER = new URL('../../../support/kill-at.ts', import.meta.url).href;

const OLD = { 'index.html': 'old', 'kept.html': 'kept', 'gone/index.html': 'old', file: 'old' };
const NEW = { 'index.html': 'new', 'kept.html': 'kept', 'file/index.html': 'new', 'b.html': 'new' };
const APPLY: Change = {
  kind: 'apply',
  move: ['file/index.html', 'b.html', 'index.html'],
  remove: ['file', 'gone/index.html'],
};

/** A folder of another file system, where there is one. */
const ELSEWHERE = existsSync('/dev/shm') ? '/dev/shm' : undefined;

describe.each<[string, Change, string | undefined]>([
  ['a whole tree', { kind: 'swap' }, undefined],
  ['changed files', APPLY, undefined],
  ['a whole tree, to another disk', { kind: 'swap' }, ELSEWHERE],
  ['changed files, to another disk', APPLY, ELSEWHERE],
])('%s', (name, change, disk) => {
  const isHere = disk !== undefined || !name.includes('disk');

  /** Publishes in another process, which is killed at one of its steps; whether it was. */
  function publishKilled(step: number): boolean {
    const script = join(root, 'publisher.mts');
    writeFileSync(script, PUBLISHER);
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', KILLER, script, root, place.dist, JSON.stringify(change)],
      {
        encoding: 'utf8',
        env: {
          ...process.env,
          KILL_AT: String(step),
          KILL_IN: [place.dist, place.state].join('\n'),
        },
      },
    );
    expect(stderr).toBe('');
    return !stdout.includes('published');
  }

  test.runIf(isHere)('killed at any step, it is the old site or, finished, the new one', () => {
    if (disk) place.dist = join(mkdtempSync(join(disk, 'site-')), 'dist');
    const found: string[] = [];
    try {
      for (let step = 1, killed = true; killed; step += 1) {
        for (const folder of [place.dist, place.staging, place.state]) {
          rmSync(folder, { recursive: true, force: true });
        }
        mkdirSync(place.state);
        write(place.dist, OLD);
        write(place.staging, Object.fromEntries(stagedOf(change)));
        killed = publishKilled(step);
        const asFound = contents(place.dist);
        const isBegun = isUnfinished(place);
        const isMarked = UNFINISHED in asFound;
        const is = (site: object) => isDeepStrictEqual(asFound, site);
        // what is uploaded now is one of the two, or is refused
        expect(is(OLD) || is(NEW) || isMarked || is({}), `step ${step}`).toBe(true);
        expect(recover(place)).toBe(isBegun);
        expect(contents(place.dist), `step ${step}`).toEqual(is(OLD) && !isBegun ? OLD : NEW);
        expect(isUnfinished(place)).toBe(false);
        found.push(isMarked ? 'mixed' : is(OLD) ? 'old' : is(NEW) ? 'new' : 'none');
      }
    } finally {
      if (disk) rmSync(join(place.dist, '..'), { recursive: true });
    }
    expect(found).toEqual(expect.arrayContaining(['old', 'new']));
    if (change.kind === 'apply' || disk) expect(found).toContain('mixed');
    expect(found.length).toBeGreaterThan(7);
  });
});

/** What is staged for a change: the whole site, or what changes. */
function stagedOf(change: Change): [string, string][] {
  const files = Object.entries(NEW);
  return change.kind === 'swap' ? files : files.filter(([path]) => change.move.includes(path));
}
