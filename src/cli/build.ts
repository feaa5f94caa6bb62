import './mistakes.ts';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { now } from '../content/clock.ts';
import { securityTxtWarning } from '../outputs/security-txt.ts';
import { codeDigest } from '../press/code-digest.ts';
import { manifestPath, type Place, recover } from '../press/journal.ts';
import { takeLock } from '../press/lock.ts';
import { contentDigest, isStillRight } from '../press/made.ts';
import { isWhole, type Manifest, megabytes, readManifest } from '../press/manifest.ts';
import site from '../site.config.ts';
import { DRAFTS } from './drafts.ts';
import { siteFolder, stateFolder } from './paths.ts';
import { Progress } from './progress.ts';
import { readArguments } from './say.ts';

/*
 * `npm run build`: makes the site of the content, if it is not that already. `--force` builds from
 * nothing; `--drafts` with drafts and future entries, in a folder that nobody publishes.
 */

const { values: flags } = readArguments(
  {
    options: {
      force: { type: 'boolean', default: false },
      drafts: { type: 'boolean', default: false },
    },
  },
  'npm run build -- [--force] [--drafts]',
);
/** What builds keep for later ones, in `.cache`. */
const CACHES = [
  'articles',
  'astro',
  'cards',
  'charts',
  'compressed',
  'icons',
  'pictures',
  'search',
];

const root = fileURLToPath(new URL('../..', import.meta.url));
// wherever it was started, and whatever the shell says: both would make another site
process.chdir(root);
process.env.NODE_ENV = 'production';
const dist = siteFolder(root, flags.drafts);
const place: Place = {
  dist,
  // always the same folder: Astro's caches belong to it
  staging: join(root, '.cache', 'staging'),
  state: stateFolder(root, dist),
};

const progress = new Progress();
// one moment for the whole build, wherever it is asked for
now();
mkdirSync(place.state, { recursive: true });
const unlock = await takeLock(join(root, '.cache', 'building'), (pid) =>
  console.log(`Another build is running (process ${pid}): waiting for it.`),
);
try {
  const done = await run();
  const warning = securityTxtWarning(site, now());
  if (warning !== undefined) console.warn(warning);
  if (done === undefined) process.exitCode = 1;
  else console.log(flags.drafts ? `${done}\nDrafts and future entries are in it: ${DRAFTS}` : done);
} finally {
  unlock();
}

/** @returns what to say of the site; undefined when it was not built, which has been said */
async function run(): Promise<string | undefined> {
  if (recover(place)) console.log('Finished the release that an interrupted build had begun.');
  const code = codeDigest(root);
  const content = contentDigest(root);
  const before = flags.force ? undefined : releaseNow();
  const last = before?.code === code ? before : undefined;
  if (last && isStillRight(last.made, content, now())) {
    return `Nothing has changed: ${Object.keys(last.pages).length} pages; ${Object.keys(last.files).length} files; ${megabytes(last)}.`;
  }
  if (flags.force) {
    for (const cache of CACHES)
      rmSync(join(root, '.cache', cache), { recursive: true, force: true });
  }
  // Astro and the compiler take long to load, and nobody waits for what is not needed
  const { rebuild } = await import('./rebuild.ts');
  return rebuild({ root, place, last, before, drafts: flags.drafts, code, content }, progress);
}

/** The last release, if the site is still what it made. */
function releaseNow(): Manifest | undefined {
  const manifest = readManifest(manifestPath(place));
  return manifest && isWhole(dist, manifest) ? manifest : undefined;
}
