import './mistakes.ts';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repairText } from '../checks/repair.ts';
import { now } from '../content/clock.ts';
import { checkContent } from '../content/content.ts';
import { writeForLater } from '../content/files.ts';
import { withoutLocation } from '../content/pictures.ts';
import { groupBy } from '../lib/group.ts';
import site from '../publication/site.config.ts';
import {
  compareProblems,
  formatAnnotations,
  formatProblems,
  type Problem,
} from '../record/problem.ts';
import { keepEditorFiles } from './editor-files.ts';
import { isWithin, projectPaths, root } from './paths.ts';
import { fail, readArguments } from './say.ts';

/*
 * `npm run check`: prints every problem of `content/`. `-- PATH…` prints those of some files,
 * `--json` for tools, `--fix` mends what can only be meant in one way.
 */

const USAGE = 'npm run check -- [--json] [--fix] [content/articles/2018 …]';
/** Where problems are found. */
const CHECKED = ['content', 'public'];

const { values, positionals } = readArguments(
  {
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      fix: { type: 'boolean', default: false },
    },
  },
  USAGE,
);
/** Where all problems are written when some are only counted. */
const ALL = '.cache/problems.txt';
const named = projectPaths(positionals);
for (const path of named) {
  if (!CHECKED.some((folder) => isWithin(path, folder) || isWithin(folder, path))) {
    fail(`"${path}" is not checked: name files of content/ or public/.`);
  }
}

keepEditorFiles(root, site);
let problems = await ask();
if (values.fix) {
  const mended = mend(problems) + (await mendPhotos(problems));
  if (mended > 0) problems = await ask();
  if (!values.json) console.log(`Mended ${mended === 1 ? 'one place' : `${mended} places`}.`);
}
if (values.json) console.log(JSON.stringify([...problems].sort(compareProblems), null, 2));
else tell(problems);
if (!values.json && process.env.GITHUB_ACTIONS === 'true' && problems.length > 0) {
  // on GitHub each problem is shown on its line as well; of many only the first ten of a step, so
  // the page of the run has them all
  console.log(formatAnnotations(problems));
  const summary = process.env.GITHUB_STEP_SUMMARY;
  if (summary) appendFileSync(summary, `~~~~text\n${formatProblems(problems)}\n~~~~\n`);
}
if (problems.some(({ severity }) => severity === 'error')) process.exitCode = 1;

/** Prints problems; where there are too many of a kind to be read, a file has them all. */
function tell(found: readonly Problem[]): void {
  const printed = formatProblems(found);
  console.log(printed);
  if (!/^… and /m.test(printed)) return;
  writeForLater(
    join(root, ALL),
    `${formatProblems(found, { error: Infinity, warning: Infinity })}\n`,
  );
  console.log(`All of them are in ${ALL}.`);
}

/** The problems of the files that were asked for; all files are read, since they refer to each other. */
async function ask(): Promise<Problem[]> {
  const checked = await checkContent(root, site, now());
  if (named.length === 0) return checked.problems;
  return checked.problems.filter(({ file }) => named.some((path) => isWithin(file, path)));
}

/** Takes out of photos where they were taken; gives their number. */
async function mendPhotos(found: readonly Problem[]): Promise<number> {
  const photos = new Set(found.flatMap(({ photo }) => photo ?? []));
  for (const photo of photos) await withoutLocation(join(root, photo));
  return photos.size;
}

/** Mends what is safe, file by file; gives the number of places. */
function mend(found: readonly Problem[]): number {
  let places = 0;
  for (const [file, ofFile] of groupBy(found, (problem) => problem.file)) {
    const path = join(root, file);
    const repairable = ofFile.filter(({ repair }) => repair);
    if (repairable.length === 0) continue;
    const { text, count } = repairText(readFileSync(path, 'utf8'), repairable);
    if (count > 0) writeFileSync(path, text);
    places += count;
  }
  return places;
}
