import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listAll } from '../../../src/content/files.ts';
import { copyContent, FIXTURES, type FixtureName } from '../../support/fixtures.ts';
import { commit, git } from '../../support/git.ts';
import { CONFIG, configText } from '../../support/project.ts';

/*
 * An owner upgrades from one tag to the next in a real git repository: one file of the engine changed by hand
 * merges, one does not; and goes back.
 */

const ENGINE = fileURLToPath(new URL('../../..', import.meta.url));
const MERGES = 'src/lib/group.ts';
const CONFLICTS = 'src/lib/letters.ts';
const WORKFLOW = '.github/workflows/ci.yml';

let work = '';
let upstream = '';
let owner = '';

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'upgraded-'));
  upstream = join(work, 'upstream');
  for (const path of git(
    ENGINE,
    '-c',
    'core.quotePath=false',
    'ls-files',
    '--cached',
    '--others',
    '--exclude-standard',
  ).split('\n')) {
    if (/^content\//.test(path) || !existsSync(join(ENGINE, path))) continue;
    mkdirSync(dirname(join(upstream, path)), { recursive: true });
    cpSync(join(ENGINE, path), join(upstream, path));
  }
  // queries, counts and lists of what was published are of the publication that ships
  for (const path of listAll(join(upstream, 'tests/publication'))) {
    if (/\.(?:yaml|txt|json)$/.test(path)) rmSync(join(upstream, 'tests/publication', path));
  }
  publish(upstream, 'english');
  write(upstream, 'src/lib/left-over.ts', 'export const leftOver = 1;\n');
  git(upstream, 'init', '--quiet', '--initial-branch=main');
  commit(upstream, 'Version 1.0.0');
  git(upstream, 'tag', 'v1.0.0');

  owner = join(work, 'owner');
  git(work, 'clone', '--quiet', '--branch', 'v1.0.0', `file://${upstream}`, owner);
  git(owner, 'remote', 'rename', 'origin', 'upstream');
  git(owner, 'switch', '--quiet', '--create', 'own');
  for (const packages of ['', 'tests']) {
    symlinkSync(join(ENGINE, packages, 'node_modules'), join(owner, packages, 'node_modules'));
  }
  write(owner, '.git/info/exclude', 'node_modules\n');
  rmSync(join(owner, 'content'), { recursive: true });
  publish(owner, 'blog');
  write(owner, 'README.md', '# Sheds\n');
  change(owner, MERGES, (text) => `${text}\n// The owner counts sheds here.\n`);
  change(owner, CONFLICTS, (text) => `// The owner begins with alpha.\n${text}`);
  change(owner, WORKFLOW, (text) => text.replace("cron: '23 3", "cron: '5 4"));
  change(owner, 'package.json', (text) =>
    text.replace('"scripts": {', '"scripts": {\n    "poem": "echo A shed",'),
  );
  commit(owner, 'My own publication');

  change(upstream, MERGES, (text) => `// A newer engine groups as before.\n${text}`);
  change(upstream, CONFLICTS, (text) => `// A newer engine begins with a.\n${text}`);
  change(upstream, WORKFLOW, (text) => text.replace('timeout-minutes: 20', 'timeout-minutes: 25'));
  change(upstream, 'package.json', (text) =>
    text
      .replace('"version": "1.0.0"', '"version": "1.1.0"')
      .replace('"scripts": {', '"scripts": {\n    "new-thing": "node src/lib/new-thing.ts",'),
  );
  write(upstream, 'src/lib/new-thing.ts', 'export const newThing = 1;\n');
  write(
    upstream,
    'content/articles/2026/what-upstream-says.mdx',
    '---\ntitle: What upstream says\n---\n',
  );
  write(upstream, 'public/upstream.txt', 'Upstream.\n');
  rmSync(join(upstream, 'src/lib/left-over.ts'));
  commit(upstream, 'Version 1.1.0');
  git(upstream, 'tag', 'v1.1.0');
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('an upgrade', () => {
  test('says in a dry run what it would do, and does nothing', () => {
    const { code, output } = upgrade('v1.1.0', '--dry-run');
    expect(output).toMatch(/^From version 1\.0\.0 \(commit [0-9a-f]{10}\) to 1\.1\.0\.$/m);
    expect(output).toContain(`Changed by you and by the release, merged: ${MERGES}`);
    expect(output).toContain(`${CONFLICTS}: your change does not fit version 1.1.0`);
    expect(code).toBe(0);
    expect(git(owner, 'status', '--porcelain')).toBe('');
    expect(git(owner, 'worktree', 'list').split('\n')).toHaveLength(1);
  });

  test('merges what it can, tells what it cannot, leaves what is the owner’s, and is green', () => {
    const before = builtSite();
    const { code, output } = upgrade('v1.1.0');
    expect(output).toContain('The new version is in place');
    expect(code).toBe(0);
    expect(read(MERGES)).toMatch(/^\/\/ A newer engine groups[\s\S]*counts sheds here\.\n$/);
    expect(read(CONFLICTS)).toMatch(/^\/\/ A newer engine begins/);
    expect(read(`.upgrade/${CONFLICTS}.diff`)).toContain('+// The owner begins with alpha.');
    expect(read(WORKFLOW)).toContain("cron: '5 4");
    expect(read(WORKFLOW)).toContain('timeout-minutes: 25');
    expect(JSON.parse(read('package.json'))).toMatchObject({
      version: '1.1.0',
      scripts: { poem: 'echo A shed', 'new-thing': 'node src/lib/new-thing.ts' },
    });
    expect(existsSync(join(owner, 'src/lib/left-over.ts'))).toBe(false);
    expect(existsSync(join(owner, 'content/articles/2026/what-upstream-says.mdx'))).toBe(false);
    expect(existsSync(join(owner, 'public/upstream.txt'))).toBe(false);
    expect(read('README.md')).toBe('# Sheds\n');
    expect(git(owner, 'diff', '--cached', '--name-only', '--', 'content', 'public', CONFIG)).toBe(
      '',
    );
    expect(builtSite()).toEqual(before);
  }, 600_000);

  test('goes back by git alone, and wants a clean start', () => {
    expect(upgrade('v1.1.0').output).toContain('There are changes that are not committed.');
    git(owner, 'reset', '--quiet', '--hard');
    expect(git(owner, 'status', '--porcelain')).toBe('');
    expect(JSON.parse(read('package.json')).version).toBe('1.0.0');
    expect(existsSync(join(owner, 'src/lib/left-over.ts'))).toBe(true);
  });

  test('changes nothing where the copy does not pass', () => {
    git(upstream, 'switch', '--quiet', '--create', 'broken');
    change(upstream, 'src/lib/text.ts', (text) => `${text}\nthrow new Error('broken release');\n`);
    commit(upstream, 'Version 1.2.0');
    git(upstream, 'tag', 'v1.2.0');
    const { code, output } = upgrade('v1.2.0');
    expect(output).toContain('failed on the copy. Nothing was changed.');
    expect(code).toBe(1);
    expect(git(owner, 'status', '--porcelain')).toBe('');
  });

  test.each([
    ['a release that is not there', ['v9'], 'There is no release "v9"'],
    ['no release', [], 'Name the release: a tag or a folder.'],
    ['a folder that is none', [tmpdir()], 'is no release'],
  ])('refuses %s in a sentence', (_what, args, sentence) => {
    const { code, output } = upgrade(...args);
    expect(output).toContain(sentence);
    expect(output).not.toContain('    at ');
    expect(code).toBe(1);
    expect(git(owner, 'worktree', 'list').split('\n')).toHaveLength(1);
  });

  test('of a clone, needs no tag and no address: what it was made from is where it left', () => {
    git(owner, 'remote', 'remove', 'upstream');
    git(owner, 'tag', '--delete', 'v1.0.0');
    const { code, output } = upgrade(upstreamAt('v1.1.0'), '--dry-run');
    expect(output).toContain(`Changed by you and by the release, merged: ${MERGES}`);
    expect(output).not.toContain('kept as it is');
    expect(code).toBe(0);
    expect(git(owner, 'for-each-ref', 'refs/upgrade')).toBe('');
  });

  test('without the release that it was made from, keeps and lists what was changed by hand', () => {
    for (const tag of ['v1.0.0', 'v1.1.0']) {
      rmSync(join(upstreamAt(tag), '.git'), { recursive: true, force: true });
    }
    const { code, output } = upgrade(upstreamAt('v1.1.0'), '--dry-run');
    expect(output).toContain(`Changed by you and kept as it is: ${MERGES}`);
    expect(output).toContain(`Changed by you and kept as it is: ${CONFLICTS}`);
    expect(output).toMatch(/\d+ taken/);
    expect(code).toBe(0);
    const named = upgrade(upstreamAt('v1.1.0'), '--base', upstreamAt('v1.0.0'), '--dry-run');
    expect(named.output).toContain(`merged: ${MERGES}`);
  });
});

test('a repository of version 1.0 is taken over: its configuration, its look', () => {
  const old = join(work, 'old');
  const base = join(work, 'old-base');
  for (const dir of [old, base]) {
    write(dir, 'package.json', '{ "name": "shed", "version": "1.0.0" }\n');
    write(dir, 'src/cli/check.ts', '');
    write(
      dir,
      'src/site.config.ts',
      "import { defineSite } from './domain/site.ts';\n\nexport default defineSite({\n  identity: { domain: 'shed.example', year: 2020 },\n  security: { contact: 'mailto:a@shed.example' },\n});\n",
    );
    write(dir, 'src/styles/tokens.css', ':root { --ink: #000 }\n');
    write(dir, 'src/styles/fonts.css', '@font-face { font-family: A }\n');
  }
  write(old, 'src/styles/tokens.css', ':root { --ink: #123 }\n');
  git(old, 'init', '--quiet', '--initial-branch=main');
  commit(old, 'A shed');
  const { code, output } = run(
    process.execPath,
    ['src/cli/upgrade.ts', '--into', old, '--base', base, '--untested'],
    ENGINE,
  );
  expect(output).toContain('The configuration lies in src/publication/site.config.ts now.');
  expect(code).toBe(0);
  expect(readFileSync(join(old, CONFIG), 'utf8')).toBe(
    "import { defineSite } from '../record/site.ts';\n\nexport default defineSite({\n  identity: { domain: 'shed.example', year: 2020, word: 'docket' },\n  hsts: { seconds: 63_072_000, subdomains: true, preload: false },\n  security: { contact: 'mailto:a@shed.example' },\n});\n",
  );
  expect(readFileSync(join(old, 'src/publication/tokens.css'), 'utf8')).toMatch(
    /@import[\s\S]*--ink: #123/,
  );
  expect(existsSync(join(old, 'src/site.config.ts'))).toBe(false);
  expect(existsSync(join(old, 'src/styles'))).toBe(false);
  expect(existsSync(join(old, 'src/publication/fonts.css'))).toBe(true);
});

/** Content and configuration of a fixture. */
function publish(dir: string, name: FixtureName): void {
  copyContent(name, join(dir, 'content'));
  write(dir, CONFIG, configText(FIXTURES[name]));
}

/** Pages of the built site, and the ids of its feed. */
function builtSite(): { pages: string[]; ids: string[] } {
  const { code, output } = run(process.execPath, ['src/cli/build.ts'], owner);
  if (code !== 0) throw new Error(output);
  const pages = listAll(join(owner, 'dist')).filter((path) => path.endsWith('.html'));
  const ids = [...readFileSync(join(owner, 'dist/atom.xml'), 'utf8').matchAll(/<id>(.*?)<\/id>/g)];
  return { pages, ids: ids.map(([, id = '']) => id) };
}

function upgrade(...args: string[]): { code: number; output: string } {
  return run(process.execPath, ['src/cli/upgrade.ts', ...args], owner);
}

/** A folder with a release. */
function upstreamAt(tag: string): string {
  const dir = join(work, tag);
  if (!existsSync(dir)) git(work, 'clone', '--quiet', '--branch', tag, `file://${upstream}`, dir);
  return dir;
}

function run(program: string, args: string[], cwd: string): { code: number; output: string } {
  const env = {
    ...process.env,
    PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
    INIT_CWD: cwd,
    SITE_NOW: '2026-11-22T12:00:00Z',
    SITE_WITHOUT: 'compress',
    NODE_ENV: '',
    VITEST: '',
    TEST_DEEP: '',
    NO_COLOR: '1',
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

function read(path: string): string {
  return readFileSync(join(owner, path), 'utf8');
}

function write(dir: string, path: string, text: string): void {
  mkdirSync(dirname(join(dir, path)), { recursive: true });
  writeFileSync(join(dir, path), text);
}

function change(dir: string, path: string, edit: (text: string) => string): void {
  const text = readFileSync(join(dir, path), 'utf8');
  const changed = edit(text);
  if (changed === text) throw new Error(`${path} is as it was`);
  write(dir, path, changed);
}
