import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'astro';
import { archiveOfBuild } from '../content/archive.ts';
import { now } from '../content/clock.ts';
import { contentOfBuild } from '../content/content.ts';
import { nextChange } from '../outputs/next-change.ts';
import { beginRelease } from '../press/current.ts';
import { nextManifestPath, type Place, publish } from '../press/journal.ts';
import { listAll } from '../press/list.ts';
import { type Manifest, megabytes, writeManifest } from '../press/manifest.ts';
import { partialBuild } from '../press/partial.ts';
import { Keeper, planRelease } from '../press/plan.ts';
import { verify } from '../press/verify.ts';
import { formatProblems } from '../record/problem.ts';
import { Routes } from '../record/routes.ts';
import site from '../site.config.ts';
import type { Progress } from './progress.ts';

/** What is built, and over what. */
export interface Job {
  root: string;
  place: Place;
  /** The release that the site is now, if this build may be made over it; undefined to build from nothing. */
  last: Manifest | undefined;
  /** The release that the site is now, whatever made it. */
  before: Manifest | undefined;
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
  const { root, place, last, before, code, content } = job;
  progress.stage('reading');
  const sound = await readContent(job, progress);
  if (!sound) return undefined;
  const { until, warnings } = sound;

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
  const { next, change, bring } = planRelease(last, before, {
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
  for (const path of bring) bringAlong(path, place);
  writeManifest(nextManifestPath(place), next);
  publish(place, change);
  progress.end();
  return [
    summary(last, next, result.rendered.size),
    ...(warnings > 0 ? [`Warnings: ${warnings}. "npm run check" says what they are.`] : []),
    `Built in ${progress.times()}.`,
  ].join('\n');
}

/** Takes a file of the site over into the tree that will be the site. */
function bringAlong(path: string, { dist, staging }: Place): void {
  mkdirSync(dirname(join(staging, path)), { recursive: true });
  cpSync(join(dist, path), join(staging, path), { preserveTimestamps: true });
}

/** What a build has to know of content without an error. */
interface Sound {
  /** When the site changes by itself, if it does. */
  until: number | undefined;
  warnings: number;
}

/** Reads and checks the content; undefined when it has errors, which have been said. */
async function readContent({ root, drafts }: Job, progress: Progress): Promise<Sound | undefined> {
  const { problems } = await contentOfBuild(root, site, now());
  if (!problems.some(({ severity }) => severity === 'error')) {
    const archive = await archiveOfBuild(root, site, now(), { drafts });
    return { until: nextChange(archive), warnings: problems.length };
  }
  progress.end();
  console.error(`${formatProblems(problems)}\nNothing was built; the last site stays as it was.`);
  return undefined;
}

function summary(last: Manifest | undefined, next: Manifest, rendered: number): string {
  const files = Object.entries(next.files);
  const changed = files.filter(([path, { hash }]) => last?.files[path]?.hash !== hash).length;
  return `${Object.keys(next.pages).length} pages, ${rendered} rendered; ${files.length} files, ${changed} new or changed; ${megabytes(next)}.`;
}
