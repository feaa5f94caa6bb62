import './mistakes.ts';
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'astro';
import { formatProblems } from '../domain/problem.ts';
import { Routes } from '../domain/routes.ts';
import { slugify } from '../lib/slug.ts';
import { archiveOfBuild } from '../loader/archive.ts';
import { now } from '../loader/clock.ts';
import { contentOfBuild } from '../loader/content.ts';
import { codeDigest } from '../release/code.ts';
import { beginRelease } from '../release/current.ts';
import {
  manifestPath,
  nextManifestPath,
  type Place,
  publish,
  recover,
} from '../release/journal.ts';
import { listAll } from '../release/list.ts';
import { takeLock } from '../release/lock.ts';
import { isWhole, type Manifest, readManifest, writeManifest } from '../release/manifest.ts';
import { partialBuild } from '../release/partial.ts';
import { Keeper, planRelease } from '../release/plan.ts';
import { verify } from '../release/verify.ts';
import site from '../site.config.ts';
import { Progress } from './progress.ts';

/*
 * `npm run build`: checks the content, renders what changed beside the site, looks it over, and
 * only then makes it the site. `--force` builds from nothing.
 */

const { values: flags } = parseArgs({ options: { force: { type: 'boolean', default: false } } });
const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = resolve(root, process.env.SITE_OUT ?? 'dist');
const place: Place = {
  dist,
  // always the same folder: Astro's caches belong to it
  staging: join(root, '.cache', 'staging'),
  state: join(root, '.cache', 'releases', slugify(dist.slice(root.length)) || 'site'),
};

const progress = new Progress();
// one moment for the whole build, wherever it is asked for
now();
mkdirSync(place.state, { recursive: true });
const unlock = await takeLock(join(root, '.cache', 'build.lock'), (pid) =>
  console.log(`Another build is running (process ${pid}): waiting for it.`),
);
try {
  process.exitCode = await run();
} finally {
  unlock();
}

async function run(): Promise<number> {
  if (recover(place)) console.log('Finished the release that an interrupted build had begun.');
  progress.stage('reading');
  if (flags.force) rmSync(join(root, '.cache', 'articles'), { recursive: true, force: true });
  if (!(await isSound())) return 1;

  const code = codeDigest(root, site.articles.code === 'allow');
  const last = flags.force ? undefined : lastRelease(code);
  const keeper = new Keeper(last, progress);
  const { integration, result } = partialBuild(last?.pages, (done, total) =>
    progress.step(done, total),
  );
  rmSync(place.staging, { recursive: true, force: true });
  progress.stage('pages');
  const endRelease = beginRelease(keeper);
  await build({ root, outDir: place.staging, logLevel: 'error', integrations: [integration] });
  endRelease();

  progress.stage('verifying');
  const staged = listAll(place.staging);
  const publicFiles = new Set(listAll(join(root, 'public')));
  const { next, change } = planRelease(last, {
    code,
    staging: place.staging,
    staged,
    rendered: result,
    keeper,
    publicFiles,
  });
  const wrong = verify(next, place.staging, staged, new Routes(site.url).base);
  if (wrong.length > 0) {
    progress.end();
    console.error(
      `The build was not published; the last site stays as it was.\n${wrong.join('\n')}`,
    );
    return 1;
  }
  progress.stage('publishing');
  writeManifest(nextManifestPath(place), next);
  publish(place, change);
  progress.end();
  console.log(summary(last, next, result.rendered.size));
  return 0;
}

/** The last release, if the site is still what it made and nothing but content has changed. */
function lastRelease(code: string): Manifest | undefined {
  const manifest = readManifest(manifestPath(place));
  return manifest?.code === code && isWhole(dist, manifest) ? manifest : undefined;
}

async function isSound(): Promise<boolean> {
  const { problems } = await contentOfBuild(root, site, now());
  if (!problems.some(({ severity }) => severity === 'error')) {
    await archiveOfBuild(root, site, now());
    return true;
  }
  progress.end();
  console.error(`${formatProblems(problems)}\nNothing was built; the last site stays as it was.`);
  return false;
}

function summary(last: Manifest | undefined, next: Manifest, rendered: number): string {
  const files = Object.entries(next.files);
  const changed = files.filter(([path, { hash }]) => last?.files[path]?.hash !== hash).length;
  const bytes = files.reduce((sum, [, { size }]) => sum + size, 0);
  return [
    `${Object.keys(next.pages).length} pages, ${rendered} rendered; ${files.length} files, ${changed} new or changed; ${(bytes / 1e6).toFixed(1)} MB.`,
    `Built in ${progress.times()}.`,
  ].join('\n');
}
