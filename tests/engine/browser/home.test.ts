import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWindow, visit, type Window } from '../../support/browser.ts';
import { SITES } from '../../support/build-site.ts';

/* The front page, of a publication whose second companion has a figure of many marks. */

let window: Window;
beforeAll(async () => {
  window = await openWindow(SITES.find(({ name }) => name === 'chinese')?.dir);
});
afterAll(() => window.close());

test('a figure of many marks leaves no hole above what stands beside it', async () => {
  const page = await window.browser.newPage({ viewport: { width: 1440, height: 900 } });
  await visit(page, window.url);
  const holes = await page.evaluate(() =>
    [...document.querySelectorAll('.newest .top')].map((top) => {
      const column = top.closest('.cols') as Element;
      return top.getBoundingClientRect().top - column.getBoundingClientRect().top;
    }),
  );
  expect(holes).toHaveLength(2);
  expect(Math.max(...holes)).toBeLessThan(150);
  await page.close();
});
