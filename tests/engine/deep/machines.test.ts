import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { bringTemplates } from '../../support/kept-templates.ts';
import { Project, TEST_NOW } from '../../support/project.ts';
import { onPath } from '../../tools/programs.mjs';
import { SHELVES } from '../unit/checks/desk.ts';

/*
 * Machines of other kinds, as far as root can make them of this one: a container whose sources may only
 * be read, a disk that is blind to capitals.
 */

const NOBODY = 65_534;
const mayMount = spawnSync('unshare', ['-m', 'true']).status === 0;

let project: Project;
afterEach(() => project?.remove());

const PIER = `---\ntitle: The pier\ndescription: What it is.\npubDate: 2018-01-02\nnumber: 18-1\n---\n\nA text.\n`;

describe.skipIf(!mayMount)(
  'where sources may only be read, and nobody owns what is written',
  () => {
    const WRITABLE = ['.cache', 'dist'];

    /** Runs a command among disks of which only some folders may be written. */
    function run(command: string, args: string[] = [], writable = [...WRITABLE, '.astro']) {
      const { root } = project;
      const packages = realpathSync(join(root, 'node_modules'));
      const only = (folder: string) =>
        `mount --bind '${folder}' '${folder}'; mount -o remount,bind,ro '${folder}'`;
      const script = [
        'set -e',
        only(packages),
        `mount --bind '${root}' '${root}'`,
        ...writable.map((name) => `mount --bind '${root}/${name}' '${root}/${name}'`),
        `mount -o remount,bind,ro '${root}'`,
        `cd '${root}'; umask 077`,
        `exec ${asNobody} '${process.execPath}' src/cli/${command}.ts "$@"`,
      ].join('\n');
      return spawnSync('unshare', ['-m', 'bash', '-c', script, 'bash', ...args], {
        encoding: 'utf8',
        env: { ...process.env, HOME: '/nowhere', SITE_NOW: TEST_NOW, NODE_ENV: '', VITEST: '' },
      });
    }

    const drop = `setpriv --reuid=${NOBODY} --regid=${NOBODY} --clear-groups`;
    // what root alone may enter, nobody cannot read
    const canRead = spawnSync('bash', ['-c', `${drop} '${process.execPath}' -e 0`]).status === 0;
    const asNobody = canRead ? drop : '';

    test('a site is built, and found again; what cannot be written is said', () => {
      project = new Project({ ...SHELVES, 'content/articles/2018/pier.mdx': PIER });
      chmodSync(project.root, 0o755);
      for (const name of [...WRITABLE, '.astro']) {
        mkdirSync(join(project.root, name), { recursive: true });
        if (canRead) chownSync(join(project.root, name), NOBODY, NOBODY);
      }
      expect(run('build', [], WRITABLE)).toMatchObject({
        status: 1,
        stderr: expect.stringMatching(
          /^Templates have to be compiled, .*\. Writable have to be \.astro, \.cache and the folder of the site\.\n$/,
        ),
      });
      const built = run('build');
      expect([built.status, built.stderr]).toEqual([0, '']);
      expect(built.stdout).toContain('Built in');
      expect(project.files()).toContain('2018/pier/index.html');
      expect(run('build').stdout).toContain('Nothing has changed');
      expect(run('check').status).toBe(0);
      const begun = run('new', ['A headline']);
      expect(begun.status).toBe(1);
      expect(begun.stderr).toMatch(/^content\/\S* is not there, and could not be made\.\n$/);
    });
  },
);

const hasExfat = mayMount && onPath('mkfs.exfat') && onPath('mount.exfat-fuse');

describe.skipIf(!hasExfat)('on a disk that is blind to capitals', () => {
  const folder = mkdtempSync(join(tmpdir(), 'blind-'));
  const disk = join(folder, 'disk');
  let device = '';
  beforeAll(() => {
    mkdirSync(disk);
    const image = join(folder, 'image');
    execFileSync('truncate', ['-s', '200M', image]);
    execFileSync('mkfs.exfat', [image], { stdio: 'ignore' });
    device = execFileSync('losetup', ['-f', '--show', image], { encoding: 'utf8' }).trim();
    execFileSync('mount.exfat-fuse', [device, disk], { stdio: 'ignore' });
  });
  afterAll(() => {
    spawnSync('umount', [disk]);
    spawnSync('losetup', ['-d', device]);
    rmSync(folder, { recursive: true });
  });

  test('a file that is spelt otherwise from now on stays, under its new name', async () => {
    project = new Project({
      ...SHELVES,
      'content/articles/2018/pier.mdx': PIER,
      'public/Press/Logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    });
    bringTemplates(project.root);
    const env = { SITE_OUT: join(disk, 'site'), SITE_WITHOUT: 'compress,search' };
    const build = async () => {
      const { code, output } = await project.run('build', [], env);
      expect(code, output).toBe(0);
    };
    await build();
    const names = () =>
      execFileSync('find', ['.', '-ipath', './press/*'], { cwd: env.SITE_OUT, encoding: 'utf8' });
    expect(names()).toBe('./Press/Logo.svg\n');
    project.write({ 'public/press/logo.svg': project.read('public/Press/Logo.svg') });
    project.delete('public/Press');
    await build();
    expect(names()).toBe('./press/logo.svg\n');
  });

  test('a picture is found under its own name alone', async () => {
    const picture = 'content/articles/2018/Bodies.svg';
    project = new Project({
      ...SHELVES,
      'content/articles/2018/pier.mdx': `${PIER}\n![Bodies](bodies.svg)\n`,
      [picture]: '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    });
    const content = join(disk, 'content');
    cpSync(join(project.root, 'content'), content, { recursive: true });
    const script = `mount --bind '${content}' content && exec '${process.execPath}' src/cli/check.ts`;
    const { stdout } = spawnSync('unshare', ['-m', 'sh', '-c', script], {
      cwd: project.root,
      encoding: 'utf8',
      env: { ...process.env, SITE_NOW: TEST_NOW, NODE_ENV: '', VITEST: '' },
    });
    expect(stdout).toContain('Did you mean "Bodies.svg"?');
  });
});
