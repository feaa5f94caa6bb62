import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { now } from '../content/clock.ts';
import { FileDigests } from '../content/file-digests.ts';
import { CLOCK_SKEW } from '../lib/dates.ts';
import { securityTxtWarning } from '../outputs/security-txt.ts';
import { codeDigest, contentDigest, pagesDigest } from '../press/digests.ts';
import { forget, isUnfinished, recover } from '../press/journal.ts';
import {
  isStillRight,
  isWhole,
  type Manifest,
  megabytes,
  readManifest,
} from '../press/manifest.ts';
import {
  manifestPath,
  misplaced,
  type Place,
  sweep,
  UNFINISHED,
  unfitFolder,
} from '../press/place.ts';
import { skippedSteps } from '../press/skipped.ts';
import { watchSources } from '../press/sources.ts';
import { loadPress } from '../press/templates.ts';
import { DRAFTS, root, sitePlace } from './paths.ts';
import { Progress } from './progress.ts';
import { fail, readArguments } from './say.ts';
import { lockBuilds } from './settle.ts';

/*
 * `npm run build`: makes the site of the content, if it is not that already. `--force` builds from
 * nothing; `--drafts` with drafts and future entries, in a folder that is not published, with
 * `--anyway` in spite of mistakes; `--verbose` says what Astro and Vite say; `--profile` where the time went.
 */

const { values: flags } = readArguments(
  {
    options: {
      force: { type: 'boolean', default: false },
      drafts: { type: 'boolean', default: false },
      anyway: { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
    },
  },
  'npm run build -- [--force] [--drafts [--anyway]] [--verbose] [--profile]',
);
if (flags.anyway && !flags.drafts) {
  fail('"--anyway" is for a look at what is not mended yet: npm run build -- --drafts --anyway');
}
/** How often a build is begun again since what it read was changed meanwhile. */
const ROUNDS = 3;
/** What builds keep for later ones, in `.cache`. */
const CACHES = [
  'articles',
  'astro',
  'cards',
  'charts',
  'compressed',
  'files.json',
  'icons',
  'node',
  'pictures',
  'preview.json',
  'press',
  'search',
  'templates',
];

// wherever it was started, and whatever the shell says: both would make another site
process.chdir(root);
process.env.NODE_ENV = 'production';
const clock = now();
const skipped = skippedSteps();
const place: Place = { ...sitePlace(flags.drafts), staging: join(root, '.cache', 'staging') };
const { dist } = place;

const endProfile = flags.profile
  ? await (await import('./profile.ts')).profile(join(root, '.cache', 'build.cpuprofile'))
  : undefined;
const progress = new Progress();
mkdirSync(place.state, { recursive: true });
/** The environment of another round, if there is to be one. */
let again: NodeJS.ProcessEnv | undefined;
/** The release that the site is, once that is known. */
let site: Manifest | undefined;
// what is published may be read by a web server, whatever else of this user may not be
if (!flags.drafts) process.umask(process.umask() & 0o722);
const unlock = await lockBuilds();
try {
  const done = await run();
  progress.end();
  const { security } = site?.made ?? {};
  const warning = security === undefined ? undefined : securityTxtWarning(security, clock);
  if (warning !== undefined) console.warn(warning);
  if (done === undefined) process.exitCode = 1;
  else console.log(flags.drafts ? `${done}\nDrafts and future entries are in it: ${DRAFTS}` : done);
  if (endProfile) console.log(await endProfile());
} finally {
  unlock();
  // the old tree of a large site takes longer to delete than the new one to publish
  sweep(place);
}
if (again) {
  const args = [...process.execArgv, ...process.argv.slice(1)];
  const { status } = spawnSync(process.execPath, args, { env: again, stdio: 'inherit' });
  process.exitCode = status ?? 1;
}

/** @returns what to say of the site; undefined when it was not built, which has been said */
async function run(): Promise<string | undefined> {
  const stuck = recovered();
  if (stuck !== undefined) return refuse(stuck);
  const begun = Date.now();
  const source = codeDigest(root);
  const code = [source, ...skipped].join('-');
  const digests = new FileDigests(root, true);
  const content = contentDigest(root, digests);
  const before = flags.force ? undefined : releaseNow();
  const last = before?.code === code ? before : undefined;
  site = before;
  const moment = momentAfter(before);
  if (last && isStillRight(last.made, content, moment)) {
    digests.save();
    return `Nothing has changed: ${Object.keys(last.pages).length} pages; ${Object.keys(last.files).length} files; ${megabytes(last)}.`;
  }
  const unfit =
    misplaced(relative(root, dist).replaceAll('\\', '/')) ?? unfitFolder(place, isElsewhere());
  if (unfit !== undefined) return refuse(unfit);
  if (flags.force) {
    rmSync(join(place.state, 'memo.json'), { force: true });
    for (const cache of CACHES)
      rmSync(join(root, '.cache', cache), { recursive: true, force: true });
  }
  const isCurrent = watchSources(root, { code: source, content, digests, at: begun });
  // it takes long to load, and a build that changes nothing does without it
  const { buildSite } = await loadPress({ root, press: source });
  const built = await buildSite({
    root,
    moment,
    drafts: flags.drafts,
    digests,
    place,
    last,
    before,
    skipped,
    anyway: flags.anyway,
    code,
    // what was made in spite of mistakes is made anew
    content: flags.anyway ? 'anyway' : content,
    compiled: { templates: `${source}-${pagesDigest(root)}`, press: source },
    verbose: flags.verbose,
    report: progress,
    warn: (message) => console.warn(message),
    isCurrent,
  });
  if ('refused' in built) return refuse(built.refused);
  if ('stale' in built) return buildAgain();
  const { next, rendered, wrong, warnings, unregistered } = built;
  if (wrong.length === 0) site = next;
  if (wrong.length > 0) {
    return refuse(
      `The build was not published; the last site stays as it was.\n${wrong.join('\n')}`,
    );
  }
  progress.end();
  return [
    summary(last, next, rendered),
    ...(warnings > 0 ? [`Warnings: ${warnings}. "npm run check" says what they are.`] : []),
    ...(unregistered > 0 && !flags.drafts
      ? [
          `Not registered: ${unregistered === 1 ? 'one article' : `${unregistered} articles`}. Run "npm run register -- --minor" and commit content/.`,
        ]
      : []),
    `Built in ${progress.times()}.`,
  ].join('\n');
}

/**
 * Finishes the release that an interrupted build had begun; one that cannot be finished is given up, and
 * the whole site made anew.
 * @returns why the site cannot be written at all
 */
function recovered(): string | undefined {
  if (!isUnfinished(place)) return undefined;
  const unfit = unfitFolder(place, false);
  if (unfit !== undefined) return unfit;
  try {
    if (recover(place)) console.log('Finished the release that an interrupted build had begun.');
  } catch {
    forget(place);
  }
  return undefined;
}

/** Whether the site is not in the project's own `dist`: then it may be another's folder. */
function isElsewhere(): boolean {
  return !flags.drafts && Boolean(process.env.SITE_OUT || place.stays);
}

/** The moment as of which it is built: that of the last release, where the clocks of two machines differ a little. */
function momentAfter(before: Manifest | undefined): number {
  const from = before?.made?.from ?? 0;
  return from > clock && from - clock <= CLOCK_SKEW ? from : clock;
}

/** Lets another process build, once this one has given the lock back: it holds nothing of what was read. */
function buildAgain(): undefined {
  const round = Number(process.env.BUILD_ROUND ?? 1);
  if (round > ROUNDS) {
    return refuse(
      `Files are changed faster than they are built (${ROUNDS} times now). The last site stays as it was; build again when they stay.`,
    );
  }
  progress.end();
  console.log('Files were changed while they were read: building again.');
  again = { ...process.env, BUILD_ROUND: String(round + 1) };
}

/** Says why nothing was published. */
function refuse(why: string): undefined {
  progress.end();
  console.error(why);
}

/** The last release, if the site is still what it made. */
function releaseNow(): Manifest | undefined {
  const manifest = readManifest(manifestPath(place));
  const isKnown = manifest && !existsSync(join(dist, UNFINISHED)) && isWhole(dist, manifest);
  return isKnown ? manifest : undefined;
}

function summary(last: Manifest | undefined, next: Manifest, rendered: number): string {
  const files = Object.entries(next.files);
  const changed = files.filter(([path, { hash }]) => last?.files[path]?.hash !== hash).length;
  return `${Object.keys(next.pages).length} pages, ${rendered} rendered; ${files.length} files, ${changed} new or changed; ${megabytes(next)}.`;
}
