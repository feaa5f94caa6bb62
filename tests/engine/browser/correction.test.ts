import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers } from '../../support/barriers.ts';
import { listen, openWindow, overflow, visit, type Window } from '../../support/browser.ts';

/* A corrected entry, and the ledger of corrections. */

const ENTRY = '2018/the-pilots-confirm-124-days/';

let window: Window;
beforeAll(async () => {
  window = await openWindow();
});
afterAll(() => window.close());

describe.each([
  [ENTRY, ['on 17 September'], ['on 18 September']],
  ['corrections/', ['two seasons', 'on 17 September'], ['one season', 'on 18 September']],
])('%s', (path, was, now) => {
  test('strikes out what it said and shows what it says, to everybody', async () => {
    const context = await window.browser.newContext();
    const page = await context.newPage();
    const complaints = listen(page, window.url);
    await visit(page, window.url + path);
    expect(await page.locator('main del').allInnerTexts()).toEqual(was);
    expect(await page.locator('main ins').allInnerTexts()).toEqual(now);
    for (const text of ['We gave the day of the letter as the 17th.', 'A name was left out.']) {
      expect(await page.getByText(text).isVisible()).toBe(true);
    }
    expect(await barriers(page)).toEqual([]);
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await overflow(page), `${width} pixels`).toBe(0);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await barriers(page, 'looks'), `${width} pixels, ${colorScheme}`).toEqual([]);
      }
    }
    expect(complaints).toEqual({ errors: [], failures: [], foreign: [] });
    await context.close();
  });
});

test('on a phone its day stands on one line, beside no stamp, and wrong above right', async () => {
  const page = await window.browser.newPage({ viewport: { width: 390, height: 900 } });
  await visit(page, window.url + ENTRY);
  const [day, wrong, right] = await page.evaluate(() =>
    ['.correction:has(.stamp) h3', '.correction del', '.correction ins'].map((one) => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector(one) as Element);
      const lines = [...range.getClientRects()].map(({ top }) => top);
      return { lines: new Set(lines).size, top: Math.min(...lines) };
    }),
  );
  expect(day?.lines).toBe(1);
  expect(right?.top).toBeGreaterThan((wrong?.top ?? 0) + 10);
  await page.close();
});

test('the ledger counts corrections and entries, and leads to each on its entry', async () => {
  const page = await window.browser.newPage();
  await page.goto(`${window.url}corrections/`);
  const account = await page.locator('.account').innerText();
  expect(account.replace(/\s+/g, ' ')).toContain('corrections 3 entries corrected 2');
  await page.getByRole('link', { name: 'The pilots confirm the 124 days' }).first().click();
  expect(new URL(page.url()).pathname).toBe(`/${ENTRY}`);
  expect(await page.locator(':target').innerText()).toContain('A name was left out.');
  await page.close();
});
