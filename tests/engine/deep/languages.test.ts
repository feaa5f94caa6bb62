import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveSite } from '../../../src/cli/server.ts';
import { Format } from '../../../src/i18n/format.ts';
import { LANGUAGES, languagesOf } from '../../../src/i18n/languages.ts';
import type { Sentences } from '../../../src/i18n/message.ts';
import { each } from '../../../src/i18n/words.ts';
import { GREEK, greekPublication } from '../../support/greek-publication.ts';
import { Project } from '../../support/project.ts';
import { saidByFeeds, saidByPages, withoutNames } from '../../support/said.ts';
import { launchChromium } from '../../tools/chromium.ts';

/*
 * A publication whose writers write Greek, in each language and voice: every other word that its readers
 * meet is one that the language says, or a name of the calendar.
 */

/** Words of a text in small letters; of scripts without spaces, its characters. Greek is the writers'. */
function wordsIn(text: string): string[] {
  const words = withoutNames(text)
    .toLowerCase()
    .match(new RegExp(`${ALONE}|(?:(?!${ALONE})[\\p{L}\\p{M}]){2,}`, 'gu'));
  return (words ?? []).filter((word) => !/\p{Script=Greek}/u.test(word) && !FILES.has(word));
}

/** A character that is a word of its own. */
const ALONE = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]';
/** Names of files, by which what was withdrawn is known. */
const FILES = new Set(['pente']);

/** All words that a language has for the interface and for dates. */
function vocabularyOf(locale: string): Set<string> {
  const said: string[] = [];
  const keep = (text: string) => {
    said.push(text.replace(/\{\w+\}|<\/?\w+>/g, ' '));
    return text;
  };
  for (const { words, plain } of languagesOf(locale).filter(isOf(locale))) {
    each(words as Sentences, keep);
    each(plain as Sentences, keep);
  }
  const f = new Format(locale, GREEK.zone);
  for (let month = 1; month <= 12; month++) {
    const day = `2023-${String(month).padStart(2, '0')}-01`;
    said.push(f.day(day), f.shortDay(day), f.month(day), f.axisDate(day.slice(0, 7)).name);
  }
  said.push(f.otherLanguage('de') ?? '', f.list(['1', '2', '3']), f.either(['1', '2']).join(''));
  return new Set(said.flatMap(wordsIn));
}

/** The sentences of English stand in where a language lacks one: none of these does. */
function isOf(locale: string) {
  return (language: (typeof LANGUAGES)[string]) =>
    locale.startsWith('en') || language !== LANGUAGES.en;
}

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const ALL = Object.keys(LANGUAGES).flatMap((locale) =>
  (['docket', 'plain'] as const).map((voice) => ({ locale, voice })),
);

describe.each(ALL)('$locale in the voice “$voice”', ({ locale, voice }) => {
  const known = vocabularyOf(locale);
  const foreign = (said: readonly string[]) =>
    said.flatMap(wordsIn).filter((word) => !known.has(word));
  let project: Project;
  beforeAll(async () => {
    project = new Project(greekPublication(), { ...GREEK, locale, voice });
    await project.build({ SITE_WITHOUT: 'compress' });
  });
  afterAll(() => project?.remove());

  test('has no word of another language in pages and feeds', () => {
    const all = [...saidByPages(project), ...saidByFeeds(project)];
    expect(all.length).toBeGreaterThan(25);
    for (const [file, said] of all) {
      expect({ file, foreign: foreign(said) }).toEqual({ file, foreign: [] });
    }
  });

  test('nor in the search', async () => {
    const site = await serveSite({ dir: join(project.root, 'dist'), port: 0 });
    const page = await browser.newPage();
    for (const query of ['?q=ποταμός&year=2024', '?q=ποταμός+γέφυρα+σύνταξη', '?q=ξξξξξξ']) {
      await page.goto(`${site.url}search/${query}`);
      await page.locator('.state b').first().waitFor();
      const said = await page.evaluate(() => document.body.innerText);
      expect({ query, foreign: foreign([said]) }).toEqual({ query, foreign: [] });
    }
    await page.close();
    await site.close();
  });
});
