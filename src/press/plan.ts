import { join } from 'node:path';
import type { CurrentRelease, Reporter } from './current.ts';
import type { Change } from './journal.ts';
import type { Made } from './made.ts';
import { type BuiltFile, describeFile, type Manifest } from './manifest.ts';
import type { Rendered } from './partial.ts';

/** For how many releases a script or style that the site no longer uses is kept for pages in caches. */
const RELEASES_KEPT = 2;

/** Files whose names change with what they are or show: pages that name them must not come before them. */
const HASHED = /^(?:_assets|images|cards|charts)\//;

/**
 * Those of them that are nobody's but the site's own. What is drawn for an entry goes at once when it
 * is not used: its entry may have been withdrawn.
 */
const MAY_LINGER = /^_assets\//;

/** Files that are made from another one: `page.html.br`, `page.html.gz`. */
const VARIANT = /\.(?:br|gz)$/;

/** Collects, while a build runs, which files of the last release stay. */
export class Keeper implements CurrentRelease {
  readonly kept = new Set<string>();
  readonly steps: Record<string, string> = {};
  readonly #last: Manifest | undefined;
  readonly #reporter: Reporter;

  /** @param last the last release, or undefined to write everything anew */
  constructor(last: Manifest | undefined, reporter: Reporter) {
    this.#last = last;
    this.#reporter = reporter;
  }

  get isWhole(): boolean {
    return this.#last === undefined;
  }

  stage(name: string): void {
    this.#reporter.stage(name);
  }

  step(done: number, total: number): void {
    this.#reporter.step(done, total);
  }

  keep(path: string): boolean {
    if (!this.#last?.files[path]) return false;
    this.kept.add(path);
    return true;
  }

  keepStep(step: string, key: string): boolean {
    this.steps[step] = key;
    if (this.#last?.steps[step] !== key) return false;
    for (const [path, { from }] of Object.entries(this.#last.files)) {
      if (from === step) this.kept.add(path);
    }
    return true;
  }
}

/** What a build made, for {@link planRelease}. */
export interface Build {
  /** Digest of code, configuration and dependencies. */
  code: string;
  made: Made;
  staging: string;
  /** Paths of the staged files. */
  staged: readonly string[];
  rendered: Rendered;
  keeper: Keeper;
  /** Names of the files in `public/`. */
  publicFiles: ReadonlySet<string>;
}

/** What a release will be, and how it comes about. */
export interface Plan {
  next: Manifest;
  change: Change;
  /** Files of the site that the new tree needs, since it takes the place of the whole. */
  bring: string[];
}

/**
 * The release that a build makes of the last one, and what has to change in the site for it.
 * @param last the release that the build was made over, or undefined when it was made from nothing
 * @param before what the site consists of now: also when other code made it
 */
export function planRelease(
  last: Manifest | undefined,
  before: Manifest | undefined,
  build: Build,
): Plan {
  const files: Record<string, BuiltFile> = {};
  const pageOf = new Map(
    Object.entries(build.rendered.pages).map(([path, { file }]) => [file, path]),
  );
  const from = (path: string): string => {
    const base = path.replace(VARIANT, '');
    return (
      pageOf.get(base) ?? (build.publicFiles.has(base) ? 'public' : (base.split('/')[0] ?? base))
    );
  };
  for (const path of build.staged) {
    files[path] = describeFile(join(build.staging, path), from(path));
  }
  for (const [path, file] of Object.entries(last?.files ?? {})) {
    if (files[path]) continue;
    const base = path.replace(VARIANT, '');
    const page = build.rendered.pages[pageOf.get(base) ?? ''];
    const unchanged = page !== undefined && !build.rendered.rendered.has(pageOf.get(base) ?? '');
    if (!unchanged && !build.keeper.kept.has(base) && !build.keeper.kept.has(path)) continue;
    const { retired: _, ...used } = file;
    files[path] = used;
  }
  const lingering: string[] = [];
  for (const [path, file] of Object.entries(before?.files ?? {})) {
    const retired = (file.retired ?? 0) + 1;
    if (files[path] || !MAY_LINGER.test(path) || retired > RELEASES_KEPT) continue;
    files[path] = { ...file, retired };
    lingering.push(path);
  }
  const next: Manifest = {
    version: 1,
    code: build.code,
    made: build.made,
    pages: sortKeys(build.rendered.pages),
    steps: sortKeys(build.keeper.steps),
    files: sortKeys(files),
  };
  return last
    ? { next, change: applied(last, next, build), bring: [] }
    : { next, change: { kind: 'swap' }, bring: lingering };
}

/** The moves and removals that make the site of the last release that of the next. */
function applied(last: Manifest, next: Manifest, build: Build): Change {
  const move = build.staged
    .filter((path) => last.files[path]?.hash !== next.files[path]?.hash)
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const remove = Object.keys(last.files).filter((path) => !next.files[path]);
  return { kind: 'apply', move, remove };
}

/** What pages need comes before the pages, and what names others comes last. */
function rank(path: string): number {
  const base = path.replace(VARIANT, '');
  if (HASHED.test(base)) return 0;
  if (/^pagefind\/(?!.*pagefind-entry|pagefind\.js)/.test(base)) return 1;
  return base.endsWith('.html') ? 2 : 3;
}

function sortKeys<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
