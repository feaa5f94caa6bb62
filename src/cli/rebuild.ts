import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'astro';
import { formatProblems } from '../domain/problem.ts';
import { Routes } from '../domain/routes.ts';
import { archiveOfBuild } from '../loader/archive.ts';
import { now } from '../loader/clock.ts';
import { contentOfBuild } from '../loader/content.ts';
import { nextChange } from '../outputs/next-change.ts';
import { beginRelease } from '../release/current.ts';
import { nextManifestPath, type Place, publish } from '../release/journal.ts';
import { listAll } from '../release/list.ts';
import { type Manifest, megabytes, writeManifest } from '../release/manifest.ts';
import { partialBuild } from '../release/partial.ts';
import { Keeper, planRelease } from '../release/plan.ts';
import { verify } from '../release/verify.ts';
import site from '../site.config.ts';
import type { Progress } from './progress.ts';

/** What is built, and over what. */
export interface Job {
  root: string;
  place: Place;
  /** The release that the site is now; undefined to build from nothing. */
  last: Manifest | undefined;
  /** Whether drafts and future entries are built too. */
  drafts: boolean;
  /** Digests of the code and of the content, taken before either is read. */
  code: string;
  content: string;
}

/**
 * Checks the content, renders what changed beside the site, looks it over, and only then makes it the
 * site.
 * @returns what to say of it; undefined when nothing was published, which has been said
 */
export async function rebuild(job: Job, progress: Progress): Promise<string | undefined> {
  const { root, place, last, code, content } = job;
  progress.stage('reading');
  const until = await readContent(job, progress);
  if (until === 'unsound') return undefined;

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
    made: { content, from: now(), ...(until !== undefined && { until }) },
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
    return undefined;
  }
  progress.stage('publishing');
  writeManifest(nextManifestPath(place), next);
  publish(place, change);
  progress.end();
  return `${summary(last, next, result.rendered.size)}\nBuilt in ${progress.times()}.`;
}

/** Reads and checks the content. Gives the moment when the site changes by itself, if there is one. */
async function readContent(
  { root, drafts }: Job,
  progress: Progress,
): Promise<number | undefined | 'unsound'> {
  const { problems } = await contentOfBuild(root, site, now());
  if (!problems.some(({ severity }) => severity === 'error')) {
    return nextChange(await archiveOfBuild(root, site, now(), { drafts }));
  }
  progress.end();
  console.error(`${formatProblems(problems)}\nNothing was built; the last site stays as it was.`);
  return 'unsound';
}

function summary(last: Manifest | undefined, next: Manifest, rendered: number): string {
  const files = Object.entries(next.files);
  const changed = files.filter(([path, { hash }]) => last?.files[path]?.hash !== hash).length;
  return `${Object.keys(next.pages).length} pages, ${rendered} rendered; ${files.length} files, ${changed} new or changed; ${megabytes(next)}.`;
}
