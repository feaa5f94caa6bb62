import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveSite } from '../../../src/cli/server.ts';
import en from '../../../src/i18n/languages/en.ts';
import type { Sentences } from '../../../src/i18n/message.ts';
import { each } from '../../../src/i18n/words.ts';
import { UNCOMPRESSED } from '../../support/deep.ts';
import { GREEK, greekPublication } from '../../support/greek-publication.ts';
import { Project } from '../../support/project.ts';
import { saidByFeeds, saidByPages, withoutNames } from '../../support/said.ts';
import { launchChromium } from '../../tools/chromium.ts';

/*
 * A publication whose writers write Greek, and whose interface speaks a language that nobody does: every
 * sentence of English in Cyrillic letters, without its quotation marks. What is Latin in it, or quoted,
 * nobody can have translated.
 */

const LATIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const CYRILLIC = 'абцдефгхижклмнопярстувшхызАБЦДЕФГХИЖКЛМНОПЯРСТУВШХЫЗ';

/** A sentence in that language; what is filled in and marked keeps its name. */
function strange(sentence: string): string {
  return sentence
    .split(/(\{\w+\}|<\/?\w+>)/)
    .map((part, i) =>
      i % 2 === 1
        ? part
        : part
            .replace(/[“”‘’]/g, '')
            .replace(/[a-z]/gi, (letter) => CYRILLIC[LATIN.indexOf(letter)] ?? letter),
    )
    .join('');
}

/** What is left of a text that nobody can have translated. */
function untranslated(text: string): string[] {
  return withoutNames(text).match(/.{0,20}(?:[a-z]{2,}|[“”„«»「」]).{0,20}/giu) ?? [];
}

let project: Project;
let browser: Browser;
let site: Awaited<ReturnType<typeof serveSite>>;

beforeAll(async () => {
  const words = each(en.words as unknown as Sentences, strange) as Record<string, unknown>;
  project = new Project(greekPublication(), { ...GREEK, words });
  await project.buildOnce(UNCOMPRESSED);
  site = await serveSite({ dir: join(project.root, 'dist'), port: 0 });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  project?.remove();
});

describe('every word comes from the language', () => {
  test('of pages', () => {
    const pages = saidByPages(project);
    expect(pages.length).toBeGreaterThan(20);
    for (const [page, said] of pages) {
      expect({ page, left: said.flatMap(untranslated) }).toEqual({ page, left: [] });
    }
  });

  test('of feeds', () => {
    const feeds = saidByFeeds(project);
    expect(feeds.length).toBeGreaterThan(5);
    for (const [feed, said] of feeds) {
      expect({ feed, left: said.flatMap(untranslated) }).toEqual({ feed, left: [] });
    }
  });

  test.each([
    ['found', '?q=ποταμός', 'entries for'],
    ['found in part', '?q=ποταμός+γέφυρα+σύνταξη', 'most of'],
    ['corrected', '?q=ποταμώς', 'Showing results'],
    ['filtered', '?q=ποταμός&year=2024&from=2024-01-01', 'Clear all'],
    ['not found', '?q=ξξξξξξ', 'No entry'],
    ['nothing asked', '', 'Or browse'],
  ])('of the search, when it is %s', async (_, query, says) => {
    const page = await browser.newPage();
    await page.goto(`${site.url}search/${query}`);
    await page.getByText(strange(says)).first().waitFor();
    const open = page.locator('.filters summary');
    if (await open.isVisible()) await open.click();
    const said = await page.evaluate(() => document.body.innerText);
    expect(said).toContain(strange(says));
    expect(untranslated(said)).toEqual([]);
    await page.close();
  });

  test('of the search, when its index does not come', async () => {
    const page = await browser.newPage();
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.goto(`${site.url}search/?q=ποταμός`);
    await page.waitForSelector('.more button');
    expect(untranslated(await page.evaluate(() => document.body.innerText))).toEqual([]);
    await page.close();
  });

  test('of what a writer is given to begin with', async () => {
    const { code } = await project.command('new', [
      'Ένας τίτλος',
      '--slug',
      'neo',
      '--tags',
      'potamos',
    ]);
    expect(code).toBe(0);
    const year = '2026';
    const text = readFileSync(join(project.root, `content/articles/${year}/neo.mdx`), 'utf8');
    const own = text
      .replace(
        /^\w+:|\b(?:TODO|label|text|draft|true|report|potamos|desk|sources)\b|<Cite[^>]*>/gm,
        '',
      )
      .replace(/[{}[\]"]/g, '');
    expect(untranslated(own)).toEqual([]);
  });
});
