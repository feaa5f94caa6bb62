import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listAll } from '../content/files.ts';
import type { Snapshot } from '../content/snapshot.ts';
import { plainPath } from '../lib/plain-path.ts';
import { nextChange } from '../outputs/next-change.ts';
import { FOLDER, MANIFEST } from '../outputs/search/names.ts';
import { addressesOf } from '../record/addresses.ts';
import { redirects } from '../record/redirects.ts';
import { setSnapshot } from './current.ts';
import { publish } from './journal.ts';
import { type BuiltPage, type Manifest, writeManifest } from './manifest.ts';
import { nextManifestPath, type Place } from './place.ts';
import { planRelease } from './plan.ts';
import { renderAll } from './render-all.ts';
import { openPages } from './renderer.ts';
import { Staging } from './staging.ts';
import { beginBeside, finishSite, type Reporter, type Steps } from './steps.ts';
import type { Templates } from './templates.ts';
import { Links, verify } from './verify.ts';

/** What is built, and over what. */
export interface ReleaseJob {
  snapshot: Snapshot;
  place: Place;
  /** The release that the site is now, if this build may be made over it; undefined to build from nothing. */
  last: Manifest | undefined;
  /** The release that the site is now, whatever made it. */
  before: Manifest | undefined;
  /** Names of the steps that are left out. */
  skipped: ReadonlySet<string>;
  /** Whether a site with mistakes is made, to be looked at. */
  anyway: boolean;
  /** Digests of the code and of the content, taken before either is read. */
  code: string;
  content: string;
  /** The compiled templates, when they are compiled. */
  templates: Promise<Templates>;
  report: Reporter;
  /** Whether Astro and Vite say what they do. */
  verbose: boolean;
  /** Whether what is read is still what the build was begun with. */
  isCurrent(): boolean;
  /** Is told what people should know though nothing is wrong with their files. */
  warn(message: string): void;
}

/** What came of a build. */
export interface Release {
  next: Manifest;
  /** How many pages were rendered. */
  rendered: number;
  /** Why it was not published, a sentence each; empty when it was. */
  wrong: string[];
  /** Whether it was not published since what it was made of was changed meanwhile. */
  isStale: boolean;
}

/** A site's pages, in the staging folder. */
interface Pages {
  pages: Record<string, BuiltPage>;
  rendered: number;
  links: Links;
}

/** Makes the pages and what stands beside them, looks them over, and only then makes them the site. */
export async function makeRelease(job: ReleaseJob): Promise<Release> {
  const { snapshot, place, last, before, report } = job;
  const { archive } = snapshot;
  setSnapshot(Promise.resolve(snapshot));
  rmSync(place.staging, { recursive: true, force: true });
  mkdirSync(place.staging, { recursive: true });
  const staging = new Staging(place.staging, last);
  const steps: Steps = { snapshot, staging, skipped: job.skipped, report };
  const beside = beginBeside(steps);
  const { pages, rendered, links } = await makePages(job, staging);
  await finishSite(steps, beside);

  report.stage('verifying');
  const until = nextChange(archive);
  const { security } = archive.site;
  const made = {
    content: job.content,
    from: archive.now,
    ...(until !== undefined && { until }),
    security: security.expires,
  };
  const { next, change, bring } = planRelease(last, before, {
    code: job.code,
    made,
    pages,
    staging,
  });
  // what is made over a release has what that has
  const listed = last ? [] : addressesOf(archive).filter(({ kind }) => kind !== 'file');
  const paths = listed.map(({ path }) => path);
  // the page of the search names its index, also where that was left out
  const index = job.skipped.has('search') ? [archive.routes.base + FOLDER + MANIFEST] : [];
  const moved = new Set([...redirects(archive).map(({ from }) => from), ...index.map(plainPath)]);
  const wrong = job.anyway ? [] : verify(next, links, archive.routes.base, paths, moved);
  const isStale = !job.isCurrent();
  if (wrong.length === 0 && !isStale) {
    report.stage('publishing');
    for (const path of bring) bringAlong(path, place);
    writeManifest(nextManifestPath(place), next);
    publish(place, change);
  }
  return { next, rendered, wrong, isStale };
}

/** Renders what is not as the last release has it; by `astro build`, where that cannot be done. */
async function makePages(job: ReleaseJob, staging: Staging): Promise<Pages> {
  let reason = '';
  try {
    return await renderPages(job, staging);
  } catch (error) {
    if (error instanceof Error && error.name === 'OwnersMistake') throw error;
    reason = error instanceof Error ? error.message : String(error);
  }
  const folder = `${staging.folder}-astro`;
  const { referenceBuild } = await import('./compile.ts');
  const pages = await referenceBuild(job.snapshot.root, folder, job.verbose).catch(
    (cause: unknown) => {
      const text = `Astro cannot build the pages, so nothing was built: ${reason}\nLook into content/pages and src; "npx astro build" says where it happens.`;
      throw Object.assign(new Error(text, { cause }), { name: 'OwnersMistake' });
    },
  );
  job.warn(
    `The compiled templates cannot be used, so "astro build" renders every page: ${reason}\n"npm run build -- --force" compiles them anew.`,
  );
  const from = new Map(Object.entries(pages).map(([path, { file }]) => [file, path]));
  const links = new Links();
  for (const path of listAll(folder)) {
    const bytes = readFileSync(join(folder, path));
    staging.write(path, bytes, from.get(path) ?? path.split('/')[0] ?? path);
    if (path.endsWith('.html')) links.add(path, bytes.toString());
  }
  rmSync(folder, { recursive: true });
  return { pages, rendered: from.size, links };
}

async function renderPages(job: ReleaseJob, staging: Staging): Promise<Pages> {
  const { report, last, snapshot } = job;
  const { entry, client, worker } = await job.templates;
  report.stage('pages');
  const links = new Links();
  for (const [path, bytes] of client) {
    staging.write(path, bytes, path.startsWith('_assets/') ? '_assets' : 'public');
  }
  // pages name the assets, whose names follow from what they are
  const names = [...client.keys()].filter((path) => path.startsWith('_assets/')).join('\n');
  const key = createHash('sha256').update(names).digest('hex').slice(0, 16);
  const known = last?.steps._assets === key;
  staging.steps._assets = key;
  const all = await openPages(entry);
  const pages: Record<string, BuiltPage> = {};
  const changed = all.filter(({ pathname, file, key }) => {
    // a file of `public/` comes before a page, as Astro has it
    if (client.has(file)) return false;
    pages[pathname] = { file, ...(key !== undefined && { key }) };
    const same = known && key !== undefined && last?.pages[pathname]?.key === key;
    return !(same && staging.keep(file));
  });
  let done = 0;
  await renderAll(
    changed,
    { entry, worker, parts: snapshot.parts },
    ({ pathname, file }, bytes) => {
      if (file.endsWith('.html')) links.add(file, Buffer.from(bytes).toString());
      staging.write(file, bytes, pathname);
      done += 1;
      report.step(done, changed.length);
    },
  );
  return { pages, rendered: changed.length, links };
}

/** Takes a file of the site over into the tree that will be the site. */
function bringAlong(path: string, { dist, staging }: Place): void {
  mkdirSync(dirname(join(staging, path)), { recursive: true });
  cpSync(join(dist, path), join(staging, path), { preserveTimestamps: true });
}
