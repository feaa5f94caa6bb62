import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers, openWindow, overflow, type Window } from '../../support/browser.ts';
import { SITES } from '../../support/build-site.ts';
import { isDeep } from '../../support/deep.ts';
import { pageKinds } from '../../tools/page-kinds.ts';

/* Publications in other scripts and languages, as readers meet them on the smallest phone. */

/** What of a text is pushed together, torn apart or slanted that must not be. */
function misset(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => element.checkVisibility())
      .filter((element) => {
        const { letterSpacing, fontStyle } = getComputedStyle(element);
        const isForeign = element.closest('[lang]')?.getAttribute('lang')?.startsWith('en');
        const isClose = letterSpacing !== 'normal' && letterSpacing !== '0px';
        return isClose || (fontStyle === 'italic' && !isForeign);
      })
      .map(({ tagName, className }) => `${tagName} ${className}`),
  );
}

describe.each(SITES.filter(({ name }) => /arabic|chinese|german|japanese/.test(name)))(
  '$name',
  (site) => {
    let window: Window;
    let page: Page;
    let setLetters: (standard: number) => Promise<unknown>;
    beforeAll(async () => {
      window = await openWindow(site.dir);
      const context = await window.browser.newContext();
      page = await context.newPage();
      const session = await context.newCDPSession(page);
      setLetters = (standard) => session.send('Page.setFontSizes', { fontSizes: { standard } });
    });
    afterAll(() => window.close());

    test('no page scrolls sideways, and none has a barrier', async () => {
      for (const { kind, path } of pageKinds(site.dir)) {
        await page.setViewportSize({ width: 320, height: 800 });
        await page.goto(window.url + encodeURI(path));
        expect(await overflow(page), kind).toBe(0);
        await setLetters(32);
        await page.setViewportSize({ width: 390, height: 800 });
        expect(await overflow(page), `${kind}, text of double size`).toBe(0);
        await setLetters(16);
        if (site.name !== 'german') expect(await misset(page), kind).toEqual([]);
        if (!isDeep && !['article', 'home', 'search'].includes(kind)) continue;
        expect(await barriers(page), kind).toEqual([]);
      }
    });
  },
);

test('a table of few columns does not scroll on a phone, and one of many keeps its words together', async () => {
  const window = await openWindow(SITES.find(({ name }) => name === 'japanese')?.dir);
  const page = await window.browser.newPage({ viewport: { width: 390, height: 900 } });
  await page.goto(`${window.url}2026/saikai/`);
  const width = () =>
    page.locator('.prose .scroll').evaluate((box) => [box.clientWidth, box.scrollWidth]);
  const [room = 0, short] = await width();
  expect(short).toBe(room);
  await page.evaluate(() => {
    for (const cell of document.querySelectorAll('.prose .scroll td')) {
      cell.textContent = '桟橋の北側にある便の運賃は今後も変わらない。'.repeat(3);
    }
  });
  expect((await width())[1]).toBe(room);
  await page.evaluate(() => {
    for (const row of document.querySelectorAll('.prose .scroll tr')) {
      for (const cell of [...row.children]) row.append(cell.cloneNode(true));
    }
  });
  expect((await width())[1]).toBeGreaterThan(room + 100);
  await window.close();
});

test('the numbers of a chart fit a phone whatever their rows are called', async () => {
  const window = await openWindow(SITES.find(({ name }) => name === 'arabic')?.dir);
  const page = await window.browser.newPage({ viewport: { width: 320, height: 900 } });
  await page.goto(`${window.url}2026/fath/`);
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('.chart details')) {
      details.setAttribute('open', '');
      for (const row of details.querySelectorAll('tr')) {
        row.append(...[1, 2].map(() => row.lastElementChild?.cloneNode(true) ?? ''));
        if (row.firstElementChild)
          row.firstElementChild.textContent = 'Donaudampfschifffahrtsgesellschaftskapitän';
      }
    }
  });
  expect(await overflow(page)).toBe(0);
  await window.close();
});

test('where a passage stands is said on one line, and headlines of results end theirs between words', async () => {
  const window = await openWindow(SITES.find(({ name }) => name === 'chinese')?.dir);
  const page = await window.browser.newPage({ viewport: { width: 390, height: 900 } });
  await page.goto(`${window.url}search/?q=${encodeURIComponent('码头')}`);
  const words = page.locator('.results ul a:not(:has(.sr-only))');
  await words.first().waitFor();
  const lines = await words.evaluateAll((links) =>
    links.map((link) => {
      const range = document.createRange();
      range.selectNodeContents(link);
      return range.getClientRects().length;
    }),
  );
  expect(new Set(lines)).toEqual(new Set([1]));

  // and no word of a headline is cut in two
  await page.setViewportSize({ width: 240, height: 900 });
  const headlines = await page.locator('.results h2 a').evaluateAll((links) =>
    links.map((link) => {
      const range = document.createRange();
      range.selectNodeContents(link);
      const words = [...link.childNodes].filter((node) => node.textContent !== '');
      return {
        lines: new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom))).size,
        cut: words.filter((word) => {
          range.selectNodeContents(word);
          const tops = [...range.getClientRects()].map(({ bottom }) => Math.round(bottom));
          return new Set(tops).size > 1;
        }).length,
      };
    }),
  );
  expect(Math.max(...headlines.map((headline) => headline.lines))).toBeGreaterThan(1);
  expect(headlines.map(({ cut }) => cut)).toEqual(headlines.map(() => 0));
  await window.close();
});

test('what stands at the side and what is drawn stands on the right where a language runs so', async () => {
  const arabic = SITES.find(({ name }) => name === 'arabic');
  const window = await openWindow(arabic?.dir);
  const page = await window.browser.newPage({ viewport: { width: 820, height: 900 } });
  await page.goto(`${window.url}2025/ighlaq/`);
  const edge = (selector: string, side: 'left' | 'right') =>
    page.evaluate(
      ([selector = '', side]) =>
        document.querySelector(selector)?.getBoundingClientRect()[side as 'left' | 'right'] ?? 0,
      [selector, side],
    );
  // the plain voice has no numbers of paragraphs: one as the other voice has it
  await page.evaluate(() => {
    const number = document.createElement('a');
    number.className = 'para';
    number.textContent = '1';
    document.querySelector('.prose > p')?.prepend(number);
  });
  expect(await edge('.para', 'left')).toBeGreaterThan(await edge('.prose', 'right'));
  // the bar begins beside its name
  expect(await edge('.bars th', 'left')).toBeGreaterThan((await edge('.bars rect', 'right')) - 2);
  expect(await edge('.bars rect', 'left')).toBeGreaterThan(
    (await edge('.bars td:last-child', 'right')) - 2,
  );
  expect(await edge('.times time', 'left')).toBeGreaterThan(await edge('.times p', 'left'));
  expect(await edge('.notes li p', 'right')).toBeGreaterThan((await edge('.notes', 'right')) - 60);
  await window.close();
});
