import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageKinds } from '../../src/cli/page-kinds.ts';
import { barriers, listen, openWindow, overflow, type Window } from '../support/browser.ts';
import { SITE } from '../support/build-site.ts';

/*
 * Every kind of page, as readers meet it: on a phone and on a desk, light and dark.
 */

const kinds = pageKinds(SITE);

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
    'nf',
    'own',
    'search',
    'storyline',
    'storylines',
    'topic',
    'topics',
    'year',
  ]);
});

/** Records every move of something that was already painted. */
async function watchShifts(page: Page): Promise<() => Promise<number[]>> {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push(Reflect.get(entry, 'value'));
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => Reflect.get(globalThis, 'shifts'));
}

describe.each(kinds)('$kind', ({ path }) => {
  test.each([390, 1440])(
    'has no barrier, asks for nothing elsewhere and stands still, %i pixels wide',
    async (width) => {
      const context = await window.browser.newContext({ viewport: { width, height: 900 } });
      const page = await context.newPage();
      const complaints = listen(page, window.url);
      const shifts = await watchShifts(page);
      await page.goto(window.url + path, { waitUntil: 'networkidle' });
      expect(await shifts()).toEqual([]);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await barriers(page), colorScheme).toEqual([]);
      }
      expect(complaints).toEqual({ errors: [], failures: [], foreign: [] });
      await context.close();
    },
  );

  test('never scrolls sideways, with text of double size neither', async () => {
    const page = await window.browser.newPage();
    await page.goto(window.url + path, { waitUntil: 'load' });
    const session = await page.context().newCDPSession(page);
    for (const standard of [16, 32]) {
      await session.send('Page.setFontSizes', { fontSizes: { standard } });
      for (const width of [360, 390, 720, 820, 1199, 1200, 1440, 1600]) {
        if (standard === 32 && width < 720) continue;
        await page.setViewportSize({ width, height: 900 });
        expect(await overflow(page), `${width} pixels, text of ${standard}`).toBe(0);
      }
    }
    await page.close();
  });
});
