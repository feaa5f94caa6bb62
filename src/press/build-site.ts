import { join } from 'node:path';
import type { FileDigests } from '../content/file-digests.ts';
import { Memo } from '../content/memo.ts';
import { Reading } from '../content/reading.ts';
import { readSnapshot } from '../content/snapshot.ts';
import { utcMinute } from '../lib/dates.ts';
import site from '../publication/site.config.ts';
import type { Archive } from '../record/archive.ts';
import { formatProblems } from '../record/problem.ts';
import type { Made } from './manifest.ts';
import { makeRelease, type Release, type ReleaseJob } from './release.ts';
import { compiledTemplates, dropCompiled, keepPress } from './templates.ts';

/** What is built: the job of a release, whose content is still to be read. */
export interface BuildJob extends Omit<ReleaseJob, 'snapshot' | 'templates'> {
  /** The project's folder. */
  root: string;
  /** The moment for which it is built, in milliseconds since 1970 UTC. */
  moment: number;
  drafts: boolean;
  /** Digests of the content's files. */
  digests: FileDigests;
  /** Digests of what is compiled. */
  compiled: { templates: string; press: string };
}

/** What came of it: a release, or why there is none; `stale` when what was read was changed meanwhile. */
export type Built =
  | (Release & {
      warnings: number;
      /** Articles whose publication is not in the ledger. */
      unregistered: number;
    })
  | { refused: string }
  | { stale: true };

/** What `npm run register` mends. */
const UNREGISTERED = ['ledger-changed', 'ledger-missing', 'number-missing'];

/** Reads and checks the content while templates are compiled, and makes a release of it. */
export async function buildSite({
  root,
  moment,
  drafts,
  digests,
  compiled,
  ...job
}: BuildJob): Promise<Built> {
  const { report } = job;
  const stop = new AbortController();
  const compiling = { root, ...compiled, verbose: job.verbose };
  let isCompiled = false;
  const onCompile = (): void => {
    isCompiled = true;
    // the code is that of the last release
    const why = job.last ? ', since a page of content/pages with code in it has changed,' : '';
    report.beside(`templates${why}`);
  };
  const templates = compiledTemplates(compiling, onCompile, stop.signal);
  // heard where they are asked for
  templates.catch(() => {});
  report.stage('reading');
  const memo = new Memo(join(job.place.state, 'memo.json'), job.code);
  const reading = new Reading(root, digests);
  reading.anyway = job.anyway;
  const snapshot = await readSnapshot(root, site, moment, { drafts, memo, reading });
  const problems = [...snapshot.problems, ...snapshot.check()];
  if (problems.some(({ severity }) => severity === 'error')) {
    if (!job.isCurrent()) {
      stop.abort();
      return { stale: true };
    }
    const text = formatProblems(problems);
    if (!job.anyway) {
      stop.abort();
      return { refused: `${text}\nNothing was built; the last site stays as it was.` };
    }
    job.warn(`${text}\nThe site is built as it is, to be looked at.`);
  }
  const backwards = drafts ? undefined : takesBack(snapshot.archive, job.before?.made);
  if (backwards !== undefined) {
    stop.abort();
    return { refused: backwards };
  }
  const release = await makeRelease({ ...job, snapshot, templates }).catch((error: unknown) => {
    // else a file may have been half written when it was read
    if (job.isCurrent()) throw error;
  });
  if (!release || release.isStale) {
    if (isCompiled) dropCompiled(compiling);
    return { stale: true };
  }
  memo.save();
  const { pathname: base, host } = new URL(site.url);
  if (base !== '/' && !job.last && !drafts) {
    job.warn(
      `Crawlers look for robots.txt and .well-known/security.txt at the root of ${host}, not below ${base}: copy both there, or put what they say into those that are there.`,
    );
  }
  // who builds again will build again
  if (job.last) await keepPress(compiling);
  const unregistered = new Set(
    problems.filter(({ code }) => UNREGISTERED.includes(code)).map(({ file }) => file),
  );
  return { ...release, warnings: problems.length, unregistered: unregistered.size };
}

/**
 * Why a site is not built as of a moment: it was built as of a later one already, and what came out or was
 * withdrawn between the two would be taken back.
 */
function takesBack({ nextChange, now }: Archive, made: Made | undefined): string | undefined {
  if (made === undefined || nextChange === undefined || nextChange > made.from) return undefined;
  return [
    `The clock says ${utcMinute(now)}, but the site was built as of ${utcMinute(made.from)}, and what came out or was withdrawn since, at ${utcMinute(nextChange)}, would be taken back.`,
    `If this clock is slow, set it, or give the moment: SITE_NOW=${new Date(made.from).toISOString()}. If the site was built ahead of its time: npm run build -- --force.`,
    'Nothing was built; the last site stays as it was.',
  ].join('\n');
}
