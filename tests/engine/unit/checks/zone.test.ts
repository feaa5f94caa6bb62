import { expect, test } from 'vitest';
import { isWhole } from '../../../../src/record/article-file.ts';
import { ledgerFiles } from '../../../../src/record/ledger-files.ts';
import { registerAll } from '../../../../src/record/register.ts';
import { Routes } from '../../../../src/record/routes.ts';
import { testSite } from '../../../support/article.ts';
import { checkFiles, lines, SHELVES } from './desk.ts';

/* A publication in Auckland: when it is 22 November in Greenwich, 23 November has begun there. */

const NOW = Date.parse('2026-11-22T12:00:00Z');
const site = testSite({ zone: 'Pacific/Auckland' });

const TODAY = 'content/articles/2026/today.mdx';
const article = (extra: string) =>
  `---\ntitle: A rule\ndescription: What it says.\npubDate: 2026-11-23\nnumber: 26-7\n${extra}---\n\nChina banned a market.\n`;

async function filed(files: Record<string, string>) {
  const checked = await checkFiles(files, { now: NOW, site });
  const { identity, zone } = site;
  const routes = Routes.rootless(site);
  const rules = { identity, minor: () => false, again: () => false, minorWords: 6, zone, routes };
  return registerAll(checked.ledger, checked.files.filter(isWhole), ['/topics/'], NOW, rules)
    .ledger;
}

test('what is filed bears the day that it is there', async () => {
  const ledger = await filed({ ...SHELVES, [TODAY]: article('') });
  expect(ledger.pages['/topics/']).toBe('2026-11-23');
});

test('an article of today is out, and the ledger should have it', async () => {
  const ledger = ledgerFiles(await filed(SHELVES));
  const files = { ...SHELVES, ...ledger, [TODAY]: article('') };
  const { problems } = await checkFiles(files, { now: NOW, site });
  expect(lines(problems).filter((line) => line.includes(TODAY))).toEqual([
    expect.stringContaining('The article is not in the ledger yet.'),
  ]);
});

test('the check names the day on which it came out there', async () => {
  const ledger = ledgerFiles(await filed({ ...SHELVES, [TODAY]: article('') }));
  const files = { ...SHELVES, ...ledger, [TODAY]: article('draft: true\n') };
  const { problems } = await checkFiles(files, { now: NOW, site });
  expect(lines(problems)).toContainEqual(
    expect.stringContaining('The article was published on 2026-11-23 and is a draft now.'),
  );
});
