import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commit, git } from '../../support/git.ts';
import { Project } from '../../support/project.ts';

/*
 * Two writers, and one on the web, with a real git: what the deploy workflow does before it builds is
 * one script, which is run here in a shallow copy of the branch, as there.
 */

const ENGINE = fileURLToPath(new URL('../../..', import.meta.url));
const article = (title: string, day: string) =>
  `---\ntitle: ${title}\ndescription: The harbour council decided it on Monday.\npubDate: ${day}\n---\n\nThe council met on Monday, and the pilots were there too. It was over soon.\n`;

const FERRY = 'content/articles/2026/a-ferry-is-late.mdx';
const PIER = 'content/articles/2026/a-pier-is-painted.mdx';
const CRANE = 'content/articles/2026/a-crane-is-sold.mdx';

let work = '';
let origin = '';
let clones = 0;

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'writers-'));
  origin = join(work, 'origin.git');
  const project = Project.of('english');
  try {
    project.write({
      [FERRY]: article('A ferry is late', '2026-11-19'),
      // a link to the packages is no folder
      '.gitignore': 'node_modules\n.cache/\n.astro/\n',
    });
    expect((await project.run('register')).code).toBe(0);
    for (const name of ['.github', '.gitattributes']) {
      cpSync(join(ENGINE, name), join(project.root, name), { recursive: true });
    }
    git(project.root, 'init', '--quiet', '--initial-branch=main');
    commit(project.root, 'A publication');
    git(work, 'clone', '--quiet', '--bare', project.root, origin);
  } finally {
    project.remove();
  }
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe.each([
  ['the pier first', [PIER, CRANE]],
  ['the crane first', [CRANE, PIER]],
])('two branches that each add an article, %s', (_order, order) => {
  test('merge, are numbered when they are registered, and keep the ids of their first publication', async () => {
    const remote = join(work, `two-${clones}.git`);
    git(work, 'clone', '--quiet', '--bare', origin, remote);
    const writer = clone(remote);
    for (const path of [PIER, CRANE]) {
      git(writer, 'switch', '--quiet', '--create', path.slice(24, -4), 'main');
      write(writer, path, article(path.slice(24, -4), path === PIER ? '2026-11-20' : '2026-11-21'));
      commit(writer, 'An article');
    }
    git(writer, 'switch', '--quiet', 'main');
    for (const path of order) merge(writer, path.slice(24, -4));
    git(writer, 'push', '--quiet', 'origin', 'main');

    const { copy, code } = deploy(remote);
    expect(code).toBe(0);
    expect(entry(copy, PIER)).toMatchObject({
      number: '26-48',
      feed: 'docket/2026/a-pier-is-painted',
    });
    expect(entry(copy, CRANE)).toMatchObject({ number: '26-49' });
    // the branch has it, and another run has nothing to do
    expect(git(remote, 'log', '-1', '--format=%s', 'main')).toBe('Register what is published');
    expect(deploy(remote).head).toBe(git(remote, 'rev-parse', 'main'));
    expect(check(copy)).toContain('0 errors');
  });
});

test('two branches that each register merge too', () => {
  const remote = join(work, 'registered.git');
  git(work, 'clone', '--quiet', '--bare', origin, remote);
  const writer = clone(remote);
  for (const path of [PIER, CRANE]) {
    git(writer, 'switch', '--quiet', '--create', path.slice(24, -4), 'main');
    write(writer, path, article(path.slice(24, -4), '2026-11-20'));
    node(writer, 'register');
    commit(writer, 'An article, registered');
  }
  git(writer, 'switch', '--quiet', 'main');
  for (const path of [PIER, CRANE]) merge(writer, path.slice(24, -4));
  const said = check(writer);
  expect(said).toMatch(/The docket number 26-48 is also that of .* Remove the line/);
  const second = said.includes(`${CRANE}:5`) ? CRANE : PIER;
  write(writer, second, readFileSync(join(writer, second), 'utf8').replace('number: 26-48\n', ''));
  commit(writer, 'Remove the number');
  git(writer, 'push', '--quiet', 'origin', 'main');
  const { copy, code } = deploy(remote);
  expect(code).toBe(0);
  expect(entry(copy, second).number).toBe('26-49');
  expect(check(copy)).toContain('0 errors');
});

test('a comma mended on the web is registered as minor; a new meaning waits for a date', () => {
  const remote = join(work, 'web.git');
  git(work, 'clone', '--quiet', '--bare', origin, remote);
  const web = clone(remote);
  const text = readFileSync(join(web, FERRY), 'utf8');
  write(web, FERRY, text.replace('too. It', 'too; it'));
  commit(web, 'Update a-ferry-is-late.mdx');
  git(web, 'push', '--quiet', 'origin', 'main');
  expect(check(web)).toContain('0 errors');
  const { copy, code } = deploy(remote);
  expect(code).toBe(0);
  expect(entry(copy, FERRY).minor).toHaveLength(1);

  git(web, 'pull', '--quiet', '--rebase', 'origin', 'main');
  const rewritten = `${text.slice(0, text.lastIndexOf('---'))}---\n\nNothing of what stood here until today was true, and nobody who was asked about it knew why.\n`;
  write(web, FERRY, rewritten);
  commit(web, 'Update a-ferry-is-late.mdx');
  git(web, 'push', '--quiet', 'origin', 'main');
  const refused = deploy(remote);
  expect(refused.code).toBe(1);
  const advice = /Write "(updatedDate: [^"]+)" among its fields/.exec(refused.output)?.[1] ?? '';
  write(web, FERRY, rewritten.replace('\npubDate', `\n${advice}\npubDate`));
  commit(web, 'Update a-ferry-is-late.mdx');
  git(web, 'push', '--quiet', 'origin', 'main');
  expect(deploy(remote).code).toBe(0);
});

test('somebody pushes while it registers; a branch that takes no push is said', () => {
  const remote = join(work, 'busy.git');
  git(work, 'clone', '--quiet', '--bare', origin, remote);
  const writer = clone(remote);
  write(writer, PIER, article('A pier', '2026-11-20'));
  commit(writer, 'An article');
  git(writer, 'push', '--quiet', 'origin', 'main');
  const copy = shallow(remote);
  write(writer, CRANE, article('A crane', '2026-11-21'));
  commit(writer, 'Another one');
  git(writer, 'push', '--quiet', 'origin', 'main');
  expect(run(copy).code).toBe(0);
  expect(git(remote, 'log', '-2', '--format=%s', 'main').split('\n')).toEqual([
    'Register what is published',
    'Another one',
  ]);
  write(remote, 'hooks/pre-receive', '#!/bin/sh\necho protected >&2; exit 1\n', 0o755);
  const { code, output } = run(shallow(remote));
  expect(code).toBe(1);
  expect(output).toContain('set the variable REGISTER to pull-request');
});

/** A copy with the engine's packages. */
function clone(remote: string, ...options: string[]): string {
  clones += 1;
  const dir = join(work, `clone-${clones}`);
  git(work, 'clone', '--quiet', ...options, `file://${remote}`, dir);
  symlinkSync(join(ENGINE, 'node_modules'), join(dir, 'node_modules'));
  return dir;
}

/** What the workflow checks out. */
function shallow(remote: string): string {
  return clone(remote, '--depth=1');
}

/** What the workflow does before it builds. */
function deploy(remote: string): { copy: string; head: string; code: number; output: string } {
  const copy = shallow(remote);
  const { code, output } = run(copy);
  return { copy, head: git(copy, 'rev-parse', 'HEAD'), code, output };
}

function run(copy: string): { code: number; output: string } {
  return attempt('bash', ['.github/register.sh', 'main'], copy);
}

function check(dir: string): string {
  return node(dir, 'check');
}

function node(dir: string, command: string): string {
  return attempt(process.execPath, [`src/cli/${command}.ts`], dir).output;
}

function attempt(program: string, args: string[], cwd: string): { code: number; output: string } {
  const path = `${dirname(process.execPath)}${delimiter}${process.env.PATH}`;
  const env = {
    ...process.env,
    PATH: path,
    NO_COLOR: '1',
    VITEST: '',
    SITE_NOW: '2026-11-22T12:00:00Z',
  };
  try {
    return {
      code: 0,
      output: execFileSync(program, args, { cwd, env, encoding: 'utf8', stdio: 'pipe' }),
    };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { code: status, output: stdout + stderr };
  }
}

function merge(dir: string, branch: string): void {
  git(dir, '-c', 'user.name=Ada', '-c', 'user.email=ada@quay.example', 'merge', '--quiet', branch);
}

function write(dir: string, path: string, text: string, mode = 0o644): void {
  writeFileSync(join(dir, path), text, { mode });
}

function entry(dir: string, path: string): Record<string, unknown> {
  const file = path.replace('articles', 'ledger').replace(/\.mdx$/, '.json');
  return JSON.parse(readFileSync(join(dir, file), 'utf8'));
}
