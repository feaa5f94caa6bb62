import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startEngine } from '../../../../src/cli/engines.ts';
import { hostOf } from '../../../../src/cli/say.ts';
import { serveSite } from '../../../../src/cli/server.ts';
import { systemSentence } from '../../../../src/cli/system-error.ts';
import { Project } from '../../../support/project.ts';
import { SHELVES } from '../checks/desk.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const work = realpathSync(mkdtempSync(join(tmpdir(), 'machines-')));
const isWindows = process.platform === 'win32';
afterAll(() => rmSync(work, { recursive: true }));

describe('the path of the project', () => {
  const signs = isWindows ? ['#', '%'] : ['#', '%', '?', '*', '"'];
  test.each(signs)('with %s is told before anything else', (sign) => {
    const folder = join(work, `my${sign}site`, 'src/cli');
    mkdirSync(folder, { recursive: true });
    cpSync(join(root, 'src/cli/require-node.cjs'), join(folder, 'require-node.cjs'));
    const run = spawnSync(process.execPath, [join(folder, 'require-node.cjs')], {
      encoding: 'utf8',
    });
    expect(run.stderr).toBe(
      `This project lies in ${join(folder, '../..')}. Tools that build it cannot read a path with "${sign}": rename that folder, or move the project.\n`,
    );
    expect(run.status).toBe(1);
  });

  test.each([' ', 'é', '人', '[2]', "'", '&', '$', '()', '+', '@'])('with %s is one', (sign) => {
    const folder = join(work, `my${sign}site`, 'src/cli');
    mkdirSync(folder, { recursive: true });
    cpSync(join(root, 'src/cli/require-node.cjs'), join(folder, 'require-node.cjs'));
    const run = spawnSync(process.execPath, [join(folder, 'require-node.cjs')], {
      encoding: 'utf8',
    });
    expect([run.stderr, run.status]).toEqual(['', 0]);
  });
});

test.each([
  ['npm/11.0.0 node/v20.0.0 linux x64', 'npm ci'],
  ['pnpm/10.0.0 npm/? node/v20.0.0 linux x64', 'pnpm install'],
  ['yarn/4.0.0 npm/? node/v20.0.0 linux x64', 'yarn install'],
  ['bun/1.3.0 npm/? node/v20.0.0 linux x64', 'bun install'],
])('an old Node is told in the words of %s', (agent, install) => {
  const script = `Object.defineProperty(process.versions, 'node', { value: '20.1.0' }); require('./src/cli/require-node.cjs')`;
  const env = { ...process.env, npm_config_user_agent: agent };
  const run = spawnSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8', env });
  expect(run.stderr).toBe(
    `This project runs on Node 24, which "${install}" installs into node_modules; what runs here is Node 20.1.0. Run "${install}" again with install scripts allowed for the package "node", or install Node 24.\n`,
  );
});

test('a system’s error is told in a sentence, with its file from the project', () => {
  const error = (code: string, path: string, syscall = 'open') =>
    systemSentence(Object.assign(new Error(code), { code, path, syscall }));
  expect(error('ENOSPC', join(root, 'dist/a.html'), 'write')).toBe(
    'The disk is full: dist/a.html could not be written. Make room, and begin again.',
  );
  expect(error('EROFS', join(root, '.cache/x'))).toMatch(
    /^\.cache\/x lies on a disk that is read-only\./,
  );
  expect(error('EACCES', '/srv/site/a')).toMatch(
    /^\/srv\/site\/a may not be read or written by this user\./,
  );
  expect(error('ENOTDIR', join(root, '.cache/cards'))).toMatch(
    /^\.cache\/cards: a file stands where/,
  );
  // a fault of the program is told as one
  expect(systemSentence(new TypeError('x'))).toBeUndefined();
  expect(error('ENOENT', 'x')).toBeUndefined();
});

test('what is machine code is in the lock file for every system', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const builds = new Map<string, string[]>();
  for (const [name, { os, cpu, libc }] of Object.entries<Record<string, string[]>>(packages)) {
    const [, family] = /^(.*)[-/](?:linux|darwin|win32|windows)/.exec(name) ?? [];
    if (family === undefined || !os || !cpu) continue;
    // one that names no library of C brings its own
    const of = (libc ?? ['glibc', 'musl']).map((one) => (os[0] === 'linux' ? ` ${one}` : ''));
    builds.set(family, [...(builds.get(family) ?? []), ...of.map((one) => `${os} ${cpu}${one}`)]);
  }
  expect(builds.size).toBeGreaterThan(8);
  const linux = ['x64', 'arm64'].flatMap((cpu) => [`linux ${cpu} glibc`, `linux ${cpu} musl`]);
  for (const [family, systems] of builds) {
    // on Windows it comes within sharp
    const windows = family.endsWith('-libvips') ? [] : ['win32 x64'];
    const wanted = [...linux, 'darwin x64', 'darwin arm64', ...windows];
    expect(systems, family).toEqual(expect.arrayContaining(wanted));
  }
});

test('git checks texts out with the line ends that digests are taken of', () => {
  const lines = readFileSync(join(root, '.gitattributes'), 'utf8').split('\n');
  expect(lines).toContain('* text=auto eol=lf');
  for (const kind of ['png', 'jpg', 'webp', 'woff2', 'ico'])
    expect(lines).toContain(`*.${kind} binary`);
});

test.runIf(process.platform === 'linux')(
  'a server is reached by other machines only when it is told so',
  async () => {
    const dir = join(work, 'site');
    mkdirSync(dir, { recursive: true });
    writeFileSync(join(dir, 'index.html'), '<title>Home</title>');
    const status = async (host: string | undefined): Promise<number> => {
      const { url, close } = await serveSite({ dir, port: 0, host });
      // another address of this machine
      const answer = await fetch(url.replace('127.0.0.1', '127.0.0.2')).catch(() => undefined);
      await close();
      return answer?.status ?? 0;
    };
    expect(await status(undefined)).toBe(0);
    expect(await status(hostOf({ host: true }))).toBe(200);
    expect(hostOf({ host: false })).toBeUndefined();
  },
);

test.skipIf(isWindows)('a missing folder of temporary files is told', async () => {
  const dir = join(work, 'built');
  mkdirSync(join(dir, '.edge'), { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = join(work, 'nowhere');
  try {
    await expect(startEngine('nginx', { dir, port: 0 })).rejects.toThrow(
      `Nothing can be written to ${join(work, 'nowhere')}, the folder of temporary files (ENOENT). Make it, or name another one in TMPDIR.`,
    );
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
});

describe('commands', () => {
  let project: Project;
  beforeAll(() => {
    project = new Project({ ...SHELVES, 'public/nul.txt': 'x\n' });
  });
  afterAll(() => project.remove());

  test('take the "--" that pnpm and Yarn hand on', async () => {
    const { output, code } = await project.run('check', ['--', '--json']);
    expect(JSON.parse(output)).toMatchObject([{ file: 'public/nul.txt', code: 'file-odd' }]);
    expect(code).toBe(0);
  });

  test.each(['con', 'aux', 'nul', 'com1'])('give no article the name %s', async (name) => {
    const { output, code } = await project.command('new', [name]);
    expect(output).toContain(`"${name}" is a name that Windows keeps for itself`);
    expect(code).toBe(1);
  });

  test('check works where nothing may be written, and the others say so', () => {
    const run = (command: string, ...args: string[]) => {
      const script = `mount --bind '${project.root}' '${project.root}' && mount -o remount,bind,ro '${project.root}' && cd '${project.root}' && exec '${process.execPath}' src/cli/${command}.ts "$@"`;
      return spawnSync('unshare', ['-m', 'sh', '-c', script, 'sh', ...args], {
        encoding: 'utf8',
        env: {
          ...process.env,
          SITE_NOW: '2026-11-22T12:00:00Z',
          NODE_ENV: '',
          VITEST: '',
          INIT_CWD: project.root,
        },
      });
    };
    if (spawnSync('unshare', ['-m', 'true']).status !== 0) return;
    const checked = run('check');
    expect(checked.stdout).toContain('0 errors, 1 warning in 1 file.');
    expect([checked.status, checked.stderr]).toEqual([0, '']);
    for (const [command, ...args] of [
      ['build'],
      ['register'],
      ['new', 'A headline'],
      ['schemas'],
    ]) {
      const { status, stderr } = run(command ?? '', ...args);
      expect(stderr, command).toMatch(
        /^\S+ (?:lies on a disk that is read-only|is not there, and could not be made)\b[^\n]*\n$/,
      );
      expect(status, command).toBe(1);
    }
  });
});
