import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { now } from '../content/clock.ts';
import { listAll } from '../content/files.ts';
import { readSnapshot } from '../content/snapshot.ts';
import { formatProblems } from '../record/problem.ts';
import type { Site } from '../record/site.ts';
import { currentSnapshot, setSnapshot } from './current.ts';
import { skippedSteps } from './skipped.ts';
import { Staging } from './staging.ts';
import { beginBeside, finishSite, type Steps } from './steps.ts';
import { BY_HAND } from './templates.ts';

/**
 * Makes `astro build` by hand the reference: it reads the content once, renders every page by Astro's
 * own build, and makes the same files beside them. It keeps nothing, verifies nothing and publishes
 * nothing: `npm run build` does.
 */
export function byHand(site: Site): AstroIntegration {
  return {
    name: BY_HAND,
    hooks: {
      'astro:build:start': async () => {
        const snapshot = await readSnapshot(process.cwd(), site, now());
        const problems = [...snapshot.problems, ...snapshot.check()];
        if (problems.some(({ severity }) => severity === 'error')) {
          throw new Error(`\n${formatProblems(problems)}`);
        }
        setSnapshot(Promise.resolve(snapshot));
      },
      'astro:build:done': async ({ dir }) => {
        const staging = new Staging(fileURLToPath(dir).replace(/[\\/]$/, ''));
        for (const path of listAll(staging.folder)) staging.adopt(path, 'astro');
        const steps: Steps = {
          snapshot: await currentSnapshot(),
          staging,
          skipped: skippedSteps(),
          report: { stage: () => {}, beside: () => {}, step: () => {} },
        };
        await finishSite(steps, beginBeside(steps));
      },
    },
  };
}
