import { expect, test } from 'vitest';
import { serveSite } from '../../../src/cli/server.ts';
import { ENGLISH } from '../../support/build-site.ts';
import { launchChromium } from '../../tools/chromium.ts';

test.each([
  ['no-preference', true],
  ['reduce', false],
] as const)(
  'pages change over with a transition (motion: %s): %s',
  async (reducedMotion, moves) => {
    const [served, browser] = await Promise.all([
      serveSite({ dir: ENGLISH.dir, port: 0 }),
      launchChromium(),
    ]);
    try {
      const page = await browser.newPage({ reducedMotion });
      await page.addInitScript(() => {
        window.addEventListener('pagereveal', (event) => {
          Reflect.set(window, 'moved', Reflect.get(event, 'viewTransition') !== null);
        });
      });
      await page.goto(`${served.url}archive/`);
      await page.locator('header a').first().click();
      await page.waitForURL(served.url);
      await page.waitForFunction(() => Reflect.has(window, 'moved'));
      expect(await page.evaluate(() => Reflect.get(window, 'moved'))).toBe(moves);
    } finally {
      await browser.close();
      await served.close();
    }
  },
);
