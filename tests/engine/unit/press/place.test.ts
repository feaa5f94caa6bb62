import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { misplaced, realFolder, unfitFolder } from '../../../../src/press/place.ts';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'places-')));
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

test.each([
  ['public/site', 'public/site lies within public/, which is of the project.'],
  ['content/out', 'content/out lies within content/, which is of the project.'],
  ['dist/news', 'dist/news lies within dist/, which a build makes anew.'],
])('nor does it lie where the next build would read or delete it: %s', (path, says) => {
  expect(misplaced(path)).toBe(`${says} Name another folder in SITE_OUT.`);
});

test.each(['dist', 'web', '.cache/drafts', 'distribution/site', '../public/site'])(
  'it may lie in %s',
  (path) => expect(misplaced(path)).toBeUndefined(),
);

test('what the root of a disk has by itself is nothing', () => {
  expect(said('disk', 'lost+found')).toBeUndefined();
});

test.runIf(existsSync('/dev/shm'))('a site may be on another disk', () => {
  expect(unfitFolder({ dist: '/dev/shm/nowhere/site', state })).toBeUndefined();
});

test('a site is not made where nothing can be written', () => {
  const [disk, script] = [join(root, 'read-only'), join(root, 'said.mts')];
  mkdirSync(disk);
  const module = new URL('../../../../src/press/place.ts', import.meta.url).href;
  const asked = JSON.stringify({ dist: join(disk, 'site'), state });
  writeFileSync(
    script,
    `import { unfitFolder } from '${module}'; console.log(unfitFolder(${asked}));`,
  );
  const run = `mount -t tmpfs -o ro tmpfs '${disk}' && '${process.execPath}' '${script}'`;
  const { status, stdout } = spawnSync('unshare', ['-m', 'sh', '-c', run], { encoding: 'utf8' });
  if (status !== 0) return;
  expect(stdout).toBe(
    `${disk} cannot be written (EROFS), and the site belongs into it. Let this user write there, or name another folder in SITE_OUT.\n`,
  );
});

test('a link stands for the folder of a web server', () => {
  const [web, link] = [join(root, 'web'), join(root, 'link')];
  symlinkSync(web, link, 'dir');
  expect(() => realFolder(link)).toThrow(
    `${link} is a link to ${web}, which is not there. Make that folder, or remove the link.`,
  );
  mkdirSync(web);
  expect(realFolder(link)).toBe(web);
  expect(realFolder(web)).toBe(web);
});
