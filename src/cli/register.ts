import './mistakes.ts';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { now } from '../content/clock.ts';
import { type CheckedContent, checkContent } from '../content/content.ts';
import { isOldLedger, saveLedger } from '../content/ledger.ts';
import { readPalette } from '../content/palette.ts';
import { withNumber } from '../markdown/fields.ts';
import site from '../publication/site.config.ts';
import { keptAddresses } from '../record/addresses.ts';
import { buildArchive } from '../record/archive.ts';
import { isWhole } from '../record/article-file.ts';
import { LEDGER } from '../record/ledger-files.ts';
import { formatProblems } from '../record/problem.ts';
import { assignNumbers, registerAll } from '../record/register.ts';
import { Routes } from '../record/routes.ts';
import { isWithin, projectPaths, root } from './paths.ts';
import { fail, list, readArguments } from './say.ts';

/*
 * `npm run register`: gives published articles their numbers and enters them in the ledger.
 * `npm run register -- --minor PATH…` enters small edits that need no announcement; `--again` what was
 * registered by a clock that was ahead; without a path, all of them.
 */

const USAGE = 'npm run register -- [--minor|--again [content/articles/2018/slug.mdx …]]';
const { values, positionals } = readArguments(
  {
    options: {
      minor: { type: 'boolean', default: false },
      again: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  },
  USAGE,
);
if (values.minor && values.again) fail(`"--minor" and "--again" are two commands.\n${USAGE}`);
if (positionals.length > 0 && !values.minor && !values.again) {
  fail(
    `Every article is registered at once. Name files only after "--minor", for small edits.\n${USAGE}`,
  );
}
const named = projectPaths(positionals);

let checked = await readOrFail();
for (const path of named) {
  if (!checked.content.articles.some(({ file }) => isWithin(file, path))) {
    fail(`"${path}" is no article. Nothing was registered.`);
  }
}
// in the plain voice an article has none
const unnumbered = site.voice === 'plain' ? [] : checked.content.articles;
const numbered = assignNumbers(unnumbered, [
  ...checked.content.articles.flatMap(({ number }) => number ?? []),
  ...Object.keys(checked.ledger.articles),
]);
// all of them before any is written
const texts = checked.content.articles.flatMap(({ id, file }): [path: string, text: string][] => {
  const number = numbered.get(id);
  if (number === undefined) return [];
  const path = join(root, file);
  const text = withNumber(readFileSync(path, 'utf8'), number);
  if (text !== undefined) return [[path, text]];
  return fail(
    `${file}: The number cannot be written into fields that are set like this. Write "number: ${number}" among them by hand.\nNothing was registered.`,
  );
});
for (const [path, text] of texts) writeFileSync(path, text);
if (numbered.size > 0) checked = await readOrFail();

const archive = buildArchive(checked.content, site, now(), { palette: readPalette(root) });
const pages = keptAddresses(archive);
const filed = registerAll(checked.ledger, checked.files.filter(isWhole), pages, now(), {
  identity: site.identity,
  numbered: new Set(numbered.keys()),
  minor: (file) => values.minor && isNamed(file),
  again: (file) => values.again && isNamed(file),
  minorWords: site.articles.minorWords,
  zone: site.zone,
  routes: Routes.rootless(site),
});
const isOld = isOldLedger(root);
saveLedger(root, filed.ledger);

list(
  'New number',
  [...numbered].map(([id, number]) => `${number} ${id}`),
);
list('Entered', filed.added);
list('New address', filed.moved);
list('Change entered', filed.changed);
list('Minor edit entered', filed.minor);
list('Registered as of now', filed.again);
const drafts = checked.content.articles.filter(({ draft }) => draft);
list(
  'Left out, for its line "draft: true"',
  drafts.map(({ file }) => file),
);
const total = Object.keys(filed.ledger.articles).length;
if (isOld) console.log('The ledger of version 1.0 was carried over.');
console.log(
  `${LEDGER}/: ${total} articles, ${Object.keys(filed.ledger.pages).length} other pages.`,
);
for (const { file, message, fix } of filed.refused) console.error(`${file}: ${message} ${fix}`);
if (filed.refused.length > 0) process.exitCode = 1;

/** Whether a file, or a folder around it, was named on the command line; without a name all are meant. */
function isNamed(file: string): boolean {
  return named.length === 0 || named.some((path) => isWithin(file, path));
}

/** The content, if nothing is wrong with it but what registration mends. */
async function readOrFail(): Promise<CheckedContent> {
  const content = await checkContent(root, site, now());
  const others = content.problems.filter(
    ({ severity, code }) =>
      severity === 'error' && code !== 'ledger-changed' && !(values.again && code === 'clock'),
  );
  if (others.length > 0) fail(`${formatProblems(others)}\nNothing was registered.`);
  return content;
}
