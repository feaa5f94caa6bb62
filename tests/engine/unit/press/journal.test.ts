import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Change, isUnfinished, publish, recover } from '../../../../src/press/journal.ts';
import { readManifest } from '../../../../src/press/manifest.ts';
import { manifestPath, type Place, sweep, UNFINISHED } from '../../../../src/press/place.ts';
import {
  APPLY,
  contents,
  ELSEWHERE,
  NEW,
  OLD,
  PUBLISHER,
  stagedOf,
  write,
} from './journal-room.ts';

let root: string;
let place: Place;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'journal-'));
  place = { dist: join(root, 'dist'), staging: join(root, 'staging'), state: join(root, 'state') };
  mkdirSync(place.state);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

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
