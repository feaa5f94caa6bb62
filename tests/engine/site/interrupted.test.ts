import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recover } from '../../../src/press/journal.ts';
import type { Manifest } from '../../../src/press/manifest.ts';
import { corpusFiles, random } from '../../bench/corpus.ts';
import { deep } from '../../support/deep.ts';
import { Project, TEST_NOW } from '../../support/project.ts';

/** Kills in one run. */
const KILLS = deep('KILLS', 2, 40);

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
    project.files().map((path) => {
      const bytes = readFileSync(join(project.root, 'dist', path));
      return [path, createHash('sha256').update(bytes).digest('hex').slice(0, 16)];
    }),
  );
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

test('a build that cannot write its files leaves the site as it was', async () => {
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
}, 120_000);

test('of two builds at once the second waits for the first, and both end well', async () => {
  edit(2000);
  const [first, second] = await Promise.all([project.run('build'), project.run('build')]);
  expect([first.code, second.code], first.output + second.output).toEqual([0, 0]);
  expect(first.output + second.output).toMatch(/Another build is running \(process \d+\): waiting/);
  expect(site()).toEqual(stated());
}, 120_000);
