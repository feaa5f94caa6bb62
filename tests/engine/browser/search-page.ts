import type { Page } from 'playwright-core';
import { type Complaints, listen, type Window } from '../../support/browser.ts';

/** Of a page where all went well. */
export const NOTHING_WRONG: Complaints = { errors: [], failures: [], foreign: [] };

/** Opens a page and waits until what its address asks for is found. */
export async function openSearch(
  window: Window,
  path: string,
  width = 1440,
): Promise<{ page: Page; complaints: Complaints }> {
  const context = await window.browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  const complaints = listen(page, window.url);
  await page.goto(window.url + path);
  if (path.includes('?')) await answered(page);
  return { page, complaints };
}

/** Waits until what was asked is found and shown. */
export async function answered(page: Page): Promise<void> {
  await page.locator('.state b').first().waitFor();
  await page.locator('search-page[aria-busy="false"]').waitFor();
}

/** Docket numbers of the entries that are shown. */
export function numbers(page: Page): Promise<string[]> {
  return page.locator('.results .dateline b').allTextContents();
}

/** Wishes for more entries, until they are there. */
export async function showMore(page: Page): Promise<void> {
  const before = await page.locator('.results h2').count();
  await page.getByRole('button', { name: 'Show more' }).click();
  await page.locator('.results h2').nth(before).waitFor();
}
