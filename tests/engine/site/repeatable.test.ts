import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listAll } from '../../../src/content/files.ts';
import { corpusFiles } from '../../bench/corpus.ts';
import { Project, runNode } from '../../support/project.ts';

/** Two places, each with a folder, a zone, a language and a day of its own. */
const here = new Project(corpusFiles(5));
/** Compressed forms follow from the files, wherever these are. */
const WITHOUT = { SITE_WITHOUT: 'compress' };
const elsewhere = mkdtempSync(join(tmpdir(), 'elsewhere-'));
const there = join(elsewhere, 'a folder', 'of another name');

beforeAll(async () => {
  const copy = new Project(corpusFiles(5));
  mkdirSync(join(elsewhere, 'a folder'));
  renameSync(copy.root, there);
  await here.buildOnce({
    ...WITHOUT,
    TZ: 'Pacific/Honolulu',
    LC_ALL: 'C',
    SITE_NOW: '2026-11-22T12:00:00Z',
  });
  const { code, output } = await runNode([join(there, 'src', 'cli', 'build.ts')], there, {
    ...WITHOUT,
    TZ: 'Asia/Kolkata',
    LC_ALL: 'tr_TR.UTF-8',
    SITE_NOW: '2026-11-25T03:00:00Z',
  });
  expect(code, output).toBe(0);
}, 300_000);
afterAll(() => {
  here.remove();
  rmSync(elsewhere, { recursive: true, force: true });
});

test('the same content is the same site, in another folder, zone, locale and day', () => {
  const sites = [join(here.root, 'dist'), join(there, 'dist')] as const;
  const [one, other] = sites.map((site) => listAll(site));
  expect(other).toEqual(one);
  const different = (one ?? []).filter((path) => {
    const [a, b] = sites.map((site) => readFileSync(join(site, path)));
    return !a?.equals(b ?? Buffer.alloc(0));
  });
  expect(different).toEqual([]);
});
