import { existsSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { listAll } from '../content/files.ts';
import { askGit, fileAt, git } from './git.ts';

/** A release of the engine: a folder. */
export interface Release {
  dir: string;
  /** Where git has its history: a repository, and the name of the release in it. */
  source: string;
  ref: string;
  version: string;
  files: readonly string[];
  read(path: string): Buffer | undefined;
  mode(path: string): number | undefined;
}

/** What a publication was made from. */
export interface Base {
  /** What it is, for people. */
  name: string;
  files: readonly string[];
  read(path: string): Buffer | undefined;
  /** Whether files changed by hand can be merged; else they are kept as they are. */
  isWhole: boolean;
}

/** A mistake of the person who upgrades, as a sentence. */
export class UpgradeProblem extends Error {}

/**
 * The release of a name: a folder, or a tag of the repository that releases come from.
 * @param from address of that repository
 * @param work folder for what is fetched
 */
export function findRelease(name: string, from: string | undefined, work: string): Release {
  if (existsSync(resolve(name))) {
    return { ...releaseIn(resolve(name), name), source: resolve(name), ref: 'HEAD' };
  }
  if (from === undefined) {
    throw new UpgradeProblem(
      `"${name}" is no folder, and it is not known where releases come from. Name a folder, or type: git remote add upstream ADDRESS`,
    );
  }
  const dir = cloneOf(from, name, work);
  if (dir === undefined) {
    throw new UpgradeProblem(
      `There is no release "${name}" in ${from}. Name one of its tags, or a folder.`,
    );
  }
  return { ...releaseIn(dir, name), source: from, ref: name };
}

/**
 * What a repository was made from: the folder that is named, the commit at which it left the history of
 * the release, the tag of its version, or the beginning of its own history.
 */
export function findBase(
  root: string,
  {
    folder,
    from,
    release,
    version,
    work,
  }: {
    folder: string | undefined;
    from: string | undefined;
    release: Pick<Release, 'source' | 'ref'>;
    version: string;
    work: string;
  },
): Base {
  if (folder !== undefined)
    return { name: folder, ...releaseIn(resolve(folder), folder), isWhole: true };
  const shared = fromSharedHistory(root, release, version);
  if (shared !== undefined) return shared;
  const dir = from === undefined ? undefined : cloneOf(from, `v${version}`, work);
  if (dir !== undefined) return { name: `v${version}`, ...releaseIn(dir, dir), isWhole: true };
  return fromHistory(root, version);
}

/**
 * The commit at which a repository that was cloned left the history of the release. One that came to its
 * version by an upgrade left it before: then that is not what it has.
 */
function fromSharedHistory(
  root: string,
  { source, ref }: Pick<Release, 'source' | 'ref'>,
  version: string,
): Base | undefined {
  const theirs = 'refs/upgrade/release';
  const fetched = ['--quiet', '--no-tags', '--no-write-fetch-head', source, `+${ref}:${theirs}`];
  if (askGit(root, 'fetch', ...fetched) === undefined) return undefined;
  const commit = askGit(root, 'merge-base', 'HEAD', theirs);
  git(root, 'update-ref', '-d', theirs);
  if (!commit) return undefined;
  const base = atCommit(root, commit);
  return versionOf(base).version === version ? { ...base, isWhole: true } : undefined;
}

function atCommit(root: string, commit: string): Omit<Base, 'isWhole'> {
  return {
    name: `commit ${commit.slice(0, 10)}`,
    files: git(root, '-c', 'core.quotePath=false', 'ls-tree', '-r', '--name-only', commit).split(
      '\n',
    ),
    read: (path) => fileAt(root, commit, path),
  };
}

/** What its `package.json` says of a release. */
function versionOf({ read }: Pick<Base, 'read'>): { name?: string; version?: string } {
  return JSON.parse(read('package.json')?.toString() ?? '{}') as {
    name?: string;
    version?: string;
  };
}

/**
 * The commit that brought the engine into a repository. What was changed since, was by hand; what it was
 * changed from may not be a release, so it is kept as it is.
 */
function fromHistory(root: string, version: string): Base {
  const found = askGit(
    root,
    'log',
    '--format=%H',
    `-S"version": "${version}"`,
    '--',
    'package.json',
  );
  const commit = found?.split('\n').at(-1) ?? '';
  if (commit === '' || commit === git(root, 'rev-parse', 'HEAD')) {
    throw new UpgradeProblem(
      `It is not known what was changed by hand since version ${version}. Name a folder with that version: --base FOLDER`,
    );
  }
  return { ...atCommit(root, commit), isWhole: false };
}

function releaseIn(dir: string, name: string): Omit<Release, 'source' | 'ref'> {
  const read = (path: string) => {
    const file = join(dir, path);
    return existsSync(file) && statSync(file).isFile() ? readFileSync(file) : undefined;
  };
  const { name: what, version } = versionOf({ read });
  if (what === undefined || version === undefined || !read('src/cli/check.ts')) {
    throw new UpgradeProblem(
      `${name} is no release: it has no package.json with a version, or no src/cli/.`,
    );
  }
  // a folder that is worked in has more than the release
  const tracked = askGit(dir, '-c', 'core.quotePath=false', 'ls-files', '--cached', '.');
  const files =
    tracked === undefined || tracked === '' ? listAll(dir).filter(isSource) : tracked.split('\n');
  return {
    dir,
    version,
    files,
    read,
    mode: (path) => (existsSync(join(dir, path)) ? statSync(join(dir, path)).mode : undefined),
  };
}

function isSource(path: string): boolean {
  return !/(?:^|\/)(?:node_modules|dist|\.git|\.cache|\.astro)\//.test(path);
}

/** A copy of a tag; undefined where there is none. */
function cloneOf(from: string, tag: string, work: string): string | undefined {
  const dir = join(mkdtempSync(join(work, 'release-')), 'engine');
  const options = ['--quiet', '--depth=1', '-c', 'advice.detachedHead=false', '--branch', tag];
  return askGit(work, 'clone', ...options, from, dir) === undefined ? undefined : dir;
}
