import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../../src/cli/engines.ts';
import { listAll } from '../../../src/content/files.ts';
import { recover } from '../../../src/press/journal.ts';
import type { Manifest } from '../../../src/press/manifest.ts';
import { corpusFiles, random } from '../../bench/corpus.ts';
import { deep, isDeep, UNCOMPRESSED } from '../../support/deep.ts';
import { Project, TEST_NOW } from '../../support/project.ts';

/** Kills in one run. */
const KILLS = deep('KILLS', 1, 40);

let project: Project;
let article = '';

beforeAll(async () => {
  const files = corpusFiles(5);
  article = Object.keys(files).find((path) => path.endsWith('.mdx')) ?? '';
  project = new Project(files);
  await project.build();
});
afterAll(() => project.remove());

function edit(n: number): void {
  project.write({ [article]: `${project.read(article)}\nMore, number ${n}.\n` });
}

/** The site as its files are, each with the start of its digest. */
function site(): Record<string, string> {
  return Object.fromEntries(
    project.files().map((path) => [path, digestOf(join(project.root, 'dist', path))]),
  );
}

function digestOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16);
}

/** The site as its manifest says it is. */
function stated(): Record<string, string> {
  const { files } = JSON.parse(project.read('.cache/releases/dist/manifest.json')) as Manifest;
  return Object.fromEntries(Object.entries(files).map(([path, { hash }]) => [path, hash]));
}

test(
  `killed ${KILLS} times at random moments, a build leaves one release, whole`,
  async () => {
    const next = random(7);
    for (let n = 0; n < KILLS; n += 1) {
      edit(n);
      const build = spawn(process.execPath, [join(project.root, 'src/cli/build.ts')], {
        cwd: project.root,
        env: { ...process.env, SITE_NOW: TEST_NOW, NODE_ENV: '' },
        stdio: 'ignore',
      });
      const ended = new Promise((resolve) => build.on('close', resolve));
      await sleep(200 + next() * 5000);
      build.kill('SIGKILL');
      await ended;
      recover({
        dist: join(project.root, 'dist'),
        state: join(project.root, '.cache/releases/dist'),
      });
      expect(site(), `kill ${n}`).toEqual(stated());
    }
    await project.build();
    expect(
      project.read(`dist/${article.slice('content/articles/'.length, -4)}/index.html`),
    ).toContain(`More, number ${KILLS - 1}.`);
  },
  KILLS * 30_000,
);

/** Kills while a release is published, in one run. */
const IN_THE_WINDOW = deep('KILLS_IN_THE_WINDOW', 2, 60);
const KILLER = fileURLToPath(new URL('../../support/kill-at.ts', import.meta.url));
const UPLOAD = fileURLToPath(new URL('../../../.github/rsync.sh', import.meta.url));

/** Runs a build that is killed at one of the changes that it makes to the site and its state. */
async function buildKilled(at: number): Promise<string[]> {
  const log = join(project.root, 'changes.log');
  const state = join(project.root, '.cache/releases/dist');
  await project.run('build', [], {
    ...UNCOMPRESSED,
    NODE_OPTIONS: `--import=${KILLER}`,
    KILL_AT: String(at),
    KILL_IN: [join(project.root, 'dist'), state].join('\n'),
    KILL_LOG: log,
  });
  const changes = readFileSync(log, 'utf8').trim().split('\n');
  rmSync(log);
  return changes;
}

/** What a folder holds after the site was uploaded to it; undefined when that was refused. */
function uploaded(): Record<string, string> | undefined {
  const server = mkdtempSync(join(tmpdir(), 'server-'));
  const { status } = spawnSync(UPLOAD, [join(project.root, 'dist'), server]);
  const files = listAll(server).map((path) => [path, digestOf(join(server, path))]);
  rmSync(server, { recursive: true });
  return status === 0 ? Object.fromEntries(files) : undefined;
}

/** The command that is typed next; each has to find the site whole, or say that it is not. */
const NEXT: readonly (() => Promise<unknown>)[] = [
  () => project.run('build', [], UNCOMPRESSED),
  () => project.run('portable'),
  () => project.run('delta', ['.cache/releases/dist', '.cache/releases/dist']),
  async () => {
    const args = [join(project.root, 'src/cli/serve.ts'), '--port', String(await freePort(0))];
    const server = spawn(process.execPath, args, { cwd: project.root });
    await new Promise((resolve) => server.stdout.once('data', resolve));
    server.kill();
  },
];

test(
  `killed ${IN_THE_WINDOW} times while it publishes, the site is one release, whole, for whoever comes next`,
  async () => {
    await project.build(UNCOMPRESSED);
    const next = random(11);
    let changes = 60;
    for (let n = 0; n < IN_THE_WINDOW; n += 1) {
      const before = site();
      edit(5000 + n);
      changes = Math.max(changes, (await buildKilled(1 + Math.floor(next() * changes))).length);
      const sent = uploaded();
      await NEXT[n % NEXT.length]?.();
      const after = site();
      expect(after, `kill ${n}`).toEqual(stated());
      // what was sent is what was there before, or what is there now
      if (sent && !isDeepStrictEqual(sent, before)) expect(sent, `kill ${n}`).toEqual(after);
    }
  },
  60_000 + IN_THE_WINDOW * 30_000,
);

test.runIf(isDeep)(
  'a build that cannot write its files leaves the site as it was',
  async () => {
    const before = site();
    edit(1000);
    // what a full disk does: from some size on, every write fails
    const script = `ulimit -f 40; exec "${process.execPath}" src/cli/build.ts --force`;
    const build = spawn('bash', ['-c', script], {
      cwd: project.root,
      env: { ...process.env, SITE_NOW: TEST_NOW, NODE_ENV: '' },
      stdio: 'ignore',
    });
    const code = await new Promise((resolve) => build.on('close', resolve));
    expect(code).not.toBe(0);
    expect(site()).toEqual(before);
  },
  120_000,
);

test('of two builds at once the second waits for the first, and both end well', async () => {
  edit(2000);
  const [first, second] = await Promise.all([project.run('build'), project.run('build')]);
  expect([first.code, second.code], first.output + second.output).toEqual([0, 0]);
  expect(first.output + second.output).toMatch(/Another build is running \(process \d+\): waiting/);
  expect(site()).toEqual(stated());
}, 120_000);
