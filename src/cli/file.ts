import './mistakes.ts';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildArchive } from '../domain/archive.ts';
import { assignNumbers, type Filing, fileAll } from '../domain/filing.ts';
import { formatLedger, LEDGER } from '../domain/ledger.ts';
import { formatProblems } from '../domain/problem.ts';
import { servedPages } from '../domain/served.ts';
import { now } from '../loader/clock.ts';
import { type CheckedContent, checkContent } from '../loader/content.ts';
import { saveLedger } from '../loader/ledger.ts';
import { withNumber } from '../markdown/fields.ts';
import site from '../site.config.ts';
import { askedFor, fail, list } from './say.ts';

/*
 * `npm run file`: gives published articles their numbers and enters them in the ledger.
 * `npm run file -- --minor PATH…` enters small edits that need no announcement.
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values, positionals } = parseArgs({
  options: { minor: { type: 'boolean', default: false } },
  allowPositionals: true,
});
if (positionals.length > 0 && !values.minor) {
  fail('Every article is filed at once. Name files only after "--minor", for small edits.');
}
const isMinor = askedFor(root, positionals);

let checked = await readOrFail();
const numbered = assignNumbers(checked.content.articles, [
  ...checked.content.articles.flatMap(({ number }) => number ?? []),
  ...Object.keys(checked.ledger.articles),
]);
for (const article of checked.content.articles) {
  const number = numbered.get(article.id);
  if (number === undefined) continue;
  const path = join(root, article.file);
  writeFileSync(path, withNumber(readFileSync(path, 'utf8'), number));
}
if (numbered.size > 0) checked = await readOrFail();

const filings = checked.sheets.flatMap(({ id, file, data, imprint }): Filing[] => {
  const article = checked.content.articles.find((other) => other.id === id);
  if (!imprint || !article || article.draft) return [];
  const { updatedDate, corrections = [] } = data;
  return [
    {
      id,
      file,
      key: article.key,
      pubDate: article.pubDate.ms,
      ...(updatedDate !== undefined && { updatedDate }),
      corrections,
      imprint,
    },
  ];
});
const archive = buildArchive(checked.content, site, now());
const pages = servedPages(archive, checked.pages);
const filed = fileAll(
  checked.ledger,
  filings,
  pages,
  now(),
  (file) => values.minor && isMinor(file),
  site.articles.minorWords,
);
if (formatLedger(filed.ledger) !== formatLedger(checked.ledger)) saveLedger(root, filed.ledger);

list(
  'New number',
  [...numbered].map(([id, number]) => `${number} ${id}`),
);
list('Entered', filed.added);
list('New address', filed.moved);
list('Change entered', filed.changed);
list('Minor edit entered', filed.minor);
const total = Object.keys(filed.ledger.articles).length;
console.log(`${LEDGER}: ${total} articles, ${Object.keys(filed.ledger.pages).length} other pages.`);
for (const { file, words } of filed.refused) {
  console.error(
    `${file}: about ${words} words have changed, and the article does not say so. ` +
      (words > site.articles.minorWords
        ? 'Add "updatedDate" or a correction.'
        : `Add "updatedDate" or a correction; or run "npm run file -- --minor ${file}".`),
  );
}
if (filed.refused.length > 0) process.exitCode = 1;

/** The content, if nothing is wrong with it but what filing mends. */
async function readOrFail(): Promise<CheckedContent> {
  const content = await checkContent(root, site, now());
  const others = content.problems.filter(
    ({ severity, code }) => severity === 'error' && code !== 'ledger-changed',
  );
  if (others.length > 0) fail(`${formatProblems(others)}\nNothing was filed.`);
  return content;
}
