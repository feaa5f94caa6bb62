import { afterAll, beforeAll, expect, test } from 'vitest';
import { FOUNDING, openWindow, visit, type Window } from '../../support/browser.ts';

/*
 * An entry on paper.
 */

let window: Window;
beforeAll(async () => {
  window = await openWindow();
});
afterAll(() => window.close());

test('printing asks for no face, which would come too late: the sheet would lack its text', async () => {
  const page = await window.browser.newPage({ viewport: { width: 1440, height: 900 } });
  await visit(page, window.url + FOUNDING);
  await page
    .locator('.sources a[href^=http]')
    .first()
    .evaluate((link) => {
      link.setAttribute('href', 'https://example.org/~a_b/?c=d&e={f}');
    });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.pdf({ format: 'A4' });
  expect(asked).toEqual([]);
  await page.close();
});

test.each([
  ['upright', 673, 972],
  ['lying', 1001, 650],
])(
  'a sheet takes the text as it runs, which Firefox would cut in a grid, and prints the cover from a dark screen: %s',
  async (_, width, height) => {
    const page = await window.browser.newPage({ viewport: { width, height }, colorScheme: 'dark' });
    await page.goto(`${window.url}2024/ferries-by-night/`, { waitUntil: 'networkidle' });
    expect(String(await page.pdf({ format: 'A4' }))).toContain('/Subtype /Image');
    await page.emulateMedia({ media: 'print' });
    const { around, filters } = await page.evaluate(() => {
      const around: string[] = [];
      for (let box = document.querySelector('#p1'); box; box = box.parentElement)
        around.push(getComputedStyle(box).display);
      const pictures = [...document.querySelectorAll('.shot img')];
      return { around, filters: pictures.map((picture) => getComputedStyle(picture).filter) };
    });
    expect(new Set(around)).toEqual(new Set(['block']));
    expect(new Set(filters)).toEqual(new Set(['none']));
    await page.close();
  },
);
