import { expect, test } from 'vitest';
import { openWindow } from '../../support/browser.ts';
import { SITES } from '../../support/build-site.ts';

/*
 * Pagefind's own index stays at its address for the scripts of others.
 */

interface Found {
  url: string;
  title: string;
}

test.each([
  ['english', 'harbour'],
  ['german', 'Brücke'],
])('a script finds by Pagefind on the %s site', async (name, word) => {
  const site = SITES.find((one) => one.name === name);
  const window = await openWindow(site?.dir);
  const page = await window.browser.newPage();
  await page.goto(window.url);
  // as a string: the test runner rewrites import() in functions
  const found: Found[] = await page.evaluate(`(async () => {
    const pagefind = await import('${window.url}pagefind/pagefind.js');
    const { results } = await pagefind.search('${word}', { filters: { year: '2026' } });
    const all = await Promise.all(results.map((result) => result.data()));
    return all.map(({ url, meta }) => ({ url, title: meta.title }));
  })()`);
  expect(found.length).toBeGreaterThan(0);
  for (const { url, title } of found.slice(0, 5)) {
    await page.goto(new URL(url, window.url).href);
    expect(await page.locator('h1').textContent()).toBe(title);
  }
  await window.close();
});
