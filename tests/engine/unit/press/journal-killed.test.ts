import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Change, isUnfinished, recover } from '../../../../src/press/journal.ts';
import { type Place, UNFINISHED } from '../../../../src/press/place.ts';
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

const KILLER = new URL('../../../support/kill-at.ts', import.meta.url).href;

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
