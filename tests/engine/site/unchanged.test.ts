import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { articleFile, corpusFiles, makeEntry } from '../../bench/corpus.ts';
import { Project } from '../../support/project.ts';

/** When an entry of these tests comes out. */
const OUT = '2026-11-23T09:00:00Z';
const future = { ...makeEntry(900, 1000), id: '2026/later', date: OUT, number: '26-901' };

/** What takes half of a build's time, and no part in these tests. */
const WITHOUT = { SITE_WITHOUT: 'compress' };

let project: Project;
beforeAll(async () => {
  project = new Project({
    ...corpusFiles(6),
    'content/articles/2026/later.mdx': articleFile(future).replace(/^storyline: .*\n/m, ''),
  });
  await project.build(WITHOUT);
});
afterAll(() => project.remove());

/** Whether a build says that there was nothing to do. */
async function isIdle(env: Record<string, string> = {}): Promise<boolean> {
  const { code, output } = await project.run('build', [], { ...WITHOUT, ...env });
  expect(code, output).toBe(0);
  return output.startsWith('Nothing has changed: ');
}

function times(): Record<string, number> {
  const stat = (path: string) => statSync(join(project.root, 'dist', path)).mtimeMs;
  return Object.fromEntries(project.files().map((path) => [path, stat(path)]));
}

describe('a build of what is built already', () => {
  test('says so, and touches nothing', async () => {
    const before = times();
    expect(await isIdle()).toBe(true);
    expect(times()).toEqual(before);
  });

  test('is made when something else is to be left out', async () => {
    expect(await isIdle({ SITE_WITHOUT: 'compress,search' })).toBe(false);
    expect(await isIdle()).toBe(false);
  });

  test('is made when a file of the site is gone, or one of the content is new', async () => {
    project.delete('dist/rss.xml');
    expect(await isIdle()).toBe(false);
    expect(project.files()).toContain('rss.xml');
    project.write({ 'content/authors/desk.yaml': 'name: Another desk\n' });
    expect(await isIdle()).toBe(false);
    expect(await isIdle()).toBe(true);
  });

  test('is made at another moment only if that shows', async () => {
    expect(await isIdle({ SITE_NOW: '2026-11-23T08:59:59Z' })).toBe(true);
    expect(project.files()).not.toContain('2026/later/index.html');
    expect(await isIdle({ SITE_NOW: OUT })).toBe(false);
    expect(project.files()).toContain('2026/later/index.html');
  });

  test('is not made as of an earlier moment, when an entry that is out would be gone', async () => {
    const { code, output } = await project.run('build', [], WITHOUT);
    expect(output).toBe(
      [
        'The clock says 2026-11-22 12:00 UTC, but the site was built as of 2026-11-23 09:00 UTC, and what came out or was withdrawn since, at 2026-11-23 09:00 UTC, would be taken back.',
        'If this clock is slow, set it, or give the moment: SITE_NOW=2026-11-23T09:00:00.000Z. If the site was built ahead of its time: npm run build -- --force.',
        'Nothing was built; the last site stays as it was.\n',
      ].join('\n'),
    );
    expect(code).toBe(1);
    expect(project.files()).toContain('2026/later/index.html');
    // the clocks of two machines differ a little
    expect(await isIdle({ SITE_NOW: '2026-11-23T08:59:00Z' })).toBe(true);
  });

  test('is not taken for sound when its content is not', async () => {
    project.write({ 'content/authors/desk.yaml': 'nam: Another desk\n' });
    const { code, output } = await project.run('build');
    expect([code, output]).toEqual([1, expect.stringContaining('Nothing was built')]);
  });
});
