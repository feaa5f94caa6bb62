import { type ChildProcess, spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { freePort } from '../../../src/cli/engines.ts';
import { bringTemplates } from '../../support/kept-templates.ts';
import { Project, TEST_NOW } from '../../support/project.ts';
import { SHELVES } from '../unit/checks/desk.ts';

let project: Project;
let server: ChildProcess;
let elsewhere = '';

beforeAll(() => {
  project = new Project(SHELVES);
  elsewhere = join(project.root, 'elsewhere');
  bringTemplates(project.root);
});
afterAll(() => {
  server?.kill();
  project.remove();
});

test('npm start builds, then serves at the port that was asked for; the site may be anywhere', async () => {
  const port = await freePort(0);
  let said = '';
  // a user whose files nobody else may read
  const umask = process.umask(0o077);
  server = spawn(process.execPath, ['src/cli/start.ts', '--port', String(port), '--watch'], {
    cwd: project.root,
    env: { ...process.env, SITE_NOW: TEST_NOW, SITE_OUT: elsewhere, NODE_ENV: '', VITEST: '' },
  });
  process.umask(umask);
  for (const stream of [server.stdout, server.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  const url = `http://127.0.0.1:${port}/`;
  await vi.waitFor(() => expect(said).toContain(`${url} (Ctrl+C stops it)`), {
    timeout: 100_000,
    interval: 200,
  });
  expect(said).toContain('Built in');
  expect((await fetch(url)).status).toBe(200);
  expect(project.files('elsewhere')).toContain('index.html');
});

test('what is published may be read by a web server, whatever this user’s other files may', () => {
  const modes = (paths: readonly string[]) => {
    const mode = (path: string) => (statSync(join(elsewhere, path)).mode & 0o777).toString(8);
    return [...new Set(paths.map(mode))];
  };
  const files = project.files('elsewhere');
  expect(modes(files)).toEqual(['644']);
  expect(modes(files.map((path) => dirname(path)))).toEqual(['755']);
});

test('with --watch it builds again when a file is saved', async () => {
  const [file = ''] = project.files('content/articles').filter((path) => path.endsWith('.mdx'));
  const path = `content/articles/${file}`;
  project.write({ [path]: `${project.read(path)}\nAnother word, Xylograph.\n` });
  const page = `elsewhere/${file.replace('.mdx', '/index.html')}`;
  await vi.waitFor(() => expect(project.read(page)).toContain('Xylograph'), {
    timeout: 100_000,
    interval: 200,
  });
});

test('npm run portable copies the site from there', async () => {
  const { code, output } = await project.run('portable', [], { SITE_OUT: elsewhere });
  expect(output).toContain('portable/index.html');
  expect(code).toBe(0);
});
