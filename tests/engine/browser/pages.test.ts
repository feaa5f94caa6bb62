import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers } from '../../support/barriers.ts';
import {
  listen,
  openWindow,
  overflow,
  visit,
  type Window,
  watchShifts,
} from '../../support/browser.ts';
import { ENGLISH } from '../../support/build-site.ts';
import { isDeep } from '../../support/deep.ts';
import { lostMarks, lostWords } from '../../support/lost.ts';
import { pageKinds } from '../../tools/page-kinds.ts';

/*
 * Every kind of page, as readers meet it: on a phone and on a desk, light and dark.
 */

const kinds = pageKinds(ENGLISH.dir);

let window: Window;
beforeAll(async () => {
  window = await openWindow();
});
afterAll(() => window.close());

test('every kind of page is looked at', () => {
  expect(kinds.map(({ kind }) => kind)).toEqual([
    'archive',
    'article',
    'author',
    'corrections',
    'feeds',
    'glossary',
    'home',
    'missing',
    'own',
    'search',
    'storyline',
    'storylines',
    'topic',
    'topics',
    'year',
  ]);
});

/** Links, buttons and fields that something else lies over. */
function unreachable(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wrong: string[] = [];
    for (const control of document.querySelectorAll<HTMLElement>('a[href], button, input')) {
      if (!control.checkVisibility({ visibilityProperty: true })) continue;
      control.focus();
      const [box] = control.getClientRects();
      if (!box) continue;
      const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      const name = `${control.tagName} ${control.textContent?.trim() || control.id}`;
      if (!top || !(control.contains(top) || top.contains(control))) wrong.push(`covered: ${name}`);
    }
    return wrong;
  });
}

/** What the keyboard comes to, as far as a page's head reaches, without a visible focus. */
async function withoutFocus(page: Page): Promise<string[]> {
  const wrong: string[] = [];
  // the page of the search begins in its field
  const inField = await page.evaluate(() => document.activeElement?.id === 'q');
  for (let i = 0; i < 20; i += 1) {
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => {
      const { activeElement } = document;
      return activeElement && activeElement !== document.body
        ? `${getComputedStyle(activeElement).outlineStyle} ${activeElement.outerHTML.slice(0, 80)}`
        : undefined;
    });
    if (i === 0 && !inField && !outline?.includes('class="skip')) wrong.push(`first: ${outline}`);
    if (outline?.startsWith('none')) wrong.push(outline);
  }
  return wrong;
}

/** Names of the publication that begin off the page, and fields with room for hardly a word. */
function cut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const letters = document.createRange();
    letters.selectNodeContents(document.querySelector('.plate a') as Element);
    const field = document.querySelector('#q')?.getBoundingClientRect();
    return [
      ...(letters.getBoundingClientRect().left < 0 ? ['name'] : []),
      ...(field && field.width < 120 ? ['field'] : []),
    ];
  });
}

/** Text as far apart as readers may set it (https://www.w3.org/TR/WCAG22/#text-spacing). */
const SPACED = `{
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } ' +
    'p { margin-block-end: 2em !important }',
  );
  document.adoptedStyleSheets = [sheet];
}`;

// one page a kind, which changes its size: opening windows is what takes time
describe.each(kinds)('$kind', ({ path }) => {
  let page: Page;
  let shifts: () => Promise<string[]>;
  beforeAll(async () => {
    const context = await window.browser.newContext();
    page = await context.newPage();
    shifts = await watchShifts(page);
  });
  afterAll(() => page.context().close());

  test.each([
    [1440, 'light', 'all'],
    [390, 'dark', isDeep ? 'all' : 'looks'],
  ] as const)(
    'has no barrier, asks for nothing elsewhere, stands still and lets mouse and keyboard reach everything, %i pixels wide, %s',
    async (width, colorScheme, rules) => {
      // what the page before was fetching breaks off here
      await page.goto('about:blank');
      const complaints = listen(page, window.url);
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await visit(page, window.url + path);
      expect(await shifts()).toEqual([]);
      expect(await barriers(page, rules)).toEqual([]);
      expect(complaints).toEqual({ errors: [], failures: [], foreign: [] });
      expect(await withoutFocus(page)).toEqual([]);
      expect(await unreachable(page)).toEqual([]);
    },
  );

  test('fits a sheet of A4, its numbers and dates whole', async () => {
    await page.setViewportSize({ width: 673, height: 972 });
    await page.emulateMedia({ media: 'print' });
    expect(await overflow(page)).toBe(0);
    const broken = await page.evaluate(() =>
      [...document.querySelectorAll('.dateline, h2, .plate')]
        .filter((element) => {
          const range = document.createRange();
          range.selectNodeContents(element);
          const lines = new Set(
            [...range.getClientRects()].map(({ bottom }) => Math.round(bottom)),
          );
          return lines.size > 3;
        })
        .map(({ textContent }) => textContent),
    );
    expect(broken).toEqual([]);
    await page.emulateMedia({ media: 'screen' });
  });

  test('never scrolls sideways nor loses a word, with text of double size or spaced neither, its name and field stay whole, and no mark is lost in forced colours', async () => {
    await visit(page, window.url + path);
    const session = await page.context().newCDPSession(page);
    const fits = async (width: number, text: string, isRead: boolean) => {
      await page.setViewportSize({ width, height: 900 });
      expect(await overflow(page), `${width} pixels, text ${text}`).toBe(0);
      expect(await cut(page), `${width} pixels, text ${text}`).toEqual([]);
      if (isRead) expect(await lostWords(page), `${width} pixels, text ${text}`).toEqual([]);
    };
    for (const standard of [16, 32]) {
      await session.send('Page.setFontSizes', { fontSizes: { standard } });
      const read = standard === 16 ? [320] : [390, 820, 1440];
      for (const width of [320, 360, 390, 720, 820, 1199, 1200, 1440, 1600]) {
        await fits(width, `of ${standard}`, read.includes(width));
      }
    }
    await session.send('Page.setFontSizes', { fontSizes: { standard: 16 } });
    await page.emulateMedia({ forcedColors: 'active' });
    expect(await lostMarks(page)).toEqual([]);
    await page.emulateMedia({ forcedColors: 'none' });
    await page.evaluate(SPACED);
    for (const width of [320, 390, 820, 1280, 1440]) await fits(width, 'spaced', true);
  });
});
