import './mistakes.ts';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { askGit, git } from '../upgrade/git.ts';
import { ASIDE, type Merged, mergeRelease } from '../upgrade/merge.ts';
import { migrate } from '../upgrade/migrations.ts';
import {
  type Base,
  findBase,
  findRelease,
  type Release,
  UpgradeProblem,
} from '../upgrade/release.ts';
import { root as own } from './paths.ts';
import { fail, list, readArguments } from './say.ts';

/*
 * `npm run upgrade -- RELEASE`: brings a newer engine into this repository, from a tag or a folder. All is
 * done and tried on a copy; then git puts it in place at once, and nothing is committed.
 */

const USAGE =
  'npm run upgrade -- RELEASE [--from ADDRESS] [--base FOLDER] [--dry-run] [--untested], or from a newer engine: npm run upgrade -- --into FOLDER [--base FOLDER]';
const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;
const { values, positionals } = readArguments(
  {
    allowPositionals: true,
    options: { from: text, base: text, into: text, 'dry-run': flag, untested: flag },
  },
  USAGE,
);
const here = process.env.INIT_CWD || process.cwd();
const root = values.into === undefined ? own : resolve(here, values.into);
const [named = values.into === undefined ? undefined : own] = positionals;
if (named === undefined) fail(`Name the release: a tag or a folder.\n${USAGE}`);

/** Where each folder of packages is, from the root. */
const PACKAGES = ['.', 'tests'];

if (askGit(root, 'rev-parse', '--show-toplevel') === undefined) {
  fail(
    'An upgrade wants git, which brings you back if you do not like it: git init && git add --all && git commit',
  );
}
if (git(root, 'status', '--porcelain') !== '') {
  fail(
    'There are changes that are not committed. Commit them first: then "git reset --hard" undoes the upgrade alone.',
  );
}
const work = mkdtempSync(join(tmpdir(), 'upgrade-'));
const copy = join(work, 'copy');
git(root, 'worktree', 'add', '--quiet', '--detach', copy, 'HEAD');
try {
  upgrade();
} catch (error) {
  if (!(error instanceof UpgradeProblem)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  git(root, 'worktree', 'remove', '--force', copy);
  rmSync(work, { recursive: true, force: true });
}

function upgrade(): void {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const from = values.from ?? askGit(root, 'remote', 'get-url', 'upstream');
  const isFolder = existsSync(resolve(here, named ?? ''));
  const name = isFolder ? resolve(here, named ?? '') : (named ?? '');
  const release = findRelease(name, from, work);
  const folder = values.base === undefined ? undefined : resolve(here, values.base);
  const base = findBase(root, { folder, from, release, version, work });
  console.log(`From version ${version} (${base.name}) to ${release.version}.`);

  const merged = mergeRelease(copy, release, base);
  const told = migrate(copy, base);
  say(merged, told, release);
  if (values['dry-run']) {
    console.log('Nothing was changed: this was a dry run.');
    return;
  }
  install(release, base);
  if (!values.untested) tryCopy();
  const tree = treeOf(copy);
  git(root, 'read-tree', '-m', '-u', 'HEAD', tree);
  for (const packages of PACKAGES) {
    const lock = join(packages, 'package-lock.json');
    const isOther = askGit(root, 'diff', '--cached', '--quiet', '--', lock) === undefined;
    if (isOther && existsSync(join(root, packages, 'node_modules')))
      run('npm', ['ci'], join(root, packages));
  }
  console.log(
    'The new version is in place, and nothing is committed: look at it (git diff --cached --stat), then commit it. To go back: git reset --hard && npm ci',
  );
}

function say(
  { taken, merged, removed, conflicts, kept }: Merged,
  told: string[],
  { version }: Release,
): void {
  console.log(`Files of the release: ${taken.length} taken, ${removed.length} removed.`);
  list('Changed by you and by the release, merged', merged);
  for (const path of conflicts) {
    console.log(
      `${path}: your change does not fit version ${version}, whose file is in place. What you had changed is in ${ASIDE}/${path}.diff: make it again there, and delete that file.`,
    );
  }
  list(
    'Changed by you and kept as it is',
    kept.filter((path) => existsSync(join(copy, path))),
  );
  for (const line of told) console.log(line);
  console.log('What is new: src/CHANGELOG.md.');
}

/** Sees to it that the copy has its packages: those of the repository where they are the same. */
function install(release: Release, base: Base): void {
  const before = packagesOf(base.read('package.json'));
  const mine = packagesOf(readFileSync(join(copy, 'package.json')));
  const theirs = packagesOf(release.read('package.json'));
  const lock = release.read('package-lock.json');
  const isOwners = packagesOf(readFileSync(join(root, 'package.json'))) !== before;
  if (lock && !isOwners) writeFileSync(join(copy, 'package-lock.json'), lock);
  else if (lock && mine !== packagesOf(readFileSync(join(root, 'package.json')))) {
    if (mine === theirs) writeFileSync(join(copy, 'package-lock.json'), lock);
    run('npm', ['install', '--package-lock-only', '--ignore-scripts'], copy);
  }
  for (const packages of PACKAGES) {
    const [old, new_] = [root, copy].map((dir) => join(dir, packages));
    const there = join(old ?? '', 'node_modules');
    if (!existsSync(join(new_ ?? '', 'package-lock.json'))) continue;
    if (existsSync(there) && sameLock(old ?? '', new_ ?? '')) {
      symlinkSync(there, join(new_ ?? '', 'node_modules'));
    } else if (packages === '.') run('npm', ['ci'], new_ ?? '');
  }
}

function sameLock(a: string, b: string): boolean {
  const read = (dir: string) => readFileSync(join(dir, 'package-lock.json'), 'utf8');
  return existsSync(join(a, 'package-lock.json')) && read(a) === read(b);
}

/** What a `package.json` asks for. */
function packagesOf(bytes: Buffer | undefined): string {
  const { dependencies, devDependencies, overrides } = JSON.parse(bytes?.toString() ?? '{}');
  return JSON.stringify([dependencies, devDependencies, overrides]);
}

/** Checks, builds and tests the copy. */
function tryCopy(): void {
  console.log('Trying it on a copy: check, build, tests of the content.');
  run('npm', ['run', '--silent', 'check'], copy);
  run('npm', ['run', '--silent', 'build'], copy);
  run('npm', ['run', '--silent', 'test:content'], copy);
}

/** Runs a program in a folder; what it says is said when it fails. */
function run(program: string, args: string[], cwd: string): void {
  const bin = dirname(process.execPath);
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: {
      ...process.env,
      INIT_CWD: cwd,
      PATH: `${bin}:${process.env.PATH}`,
      NODE_COMPILE_CACHE: '',
    },
    maxBuffer: 1024 * 1024 * 64,
  });
  if (status === 0) return;
  const said = `${stdout}${stderr}`.trim().split('\n').slice(-60).join('\n');
  throw new UpgradeProblem(
    `${said}\n"${[program, ...args].join(' ')}" failed on the copy. Nothing was changed.`,
  );
}

/** The files of a copy as git keeps them, without its packages. */
function treeOf(dir: string): string {
  const ignored = join(dirname(dir), 'ignored');
  writeFileSync(ignored, 'node_modules\n');
  git(dir, '-c', `core.excludesFile=${ignored}`, 'add', '--all');
  const tree = git(dir, 'write-tree');
  rmSync(ignored);
  return tree;
}
