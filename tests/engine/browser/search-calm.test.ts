import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FOUNDING, openWindow, type Window, watchShifts } from '../../support/browser.ts';
import { answered, openSearch, showMore } from './search-page.ts';

/* What a search shows stays until something else is asked. */

let window: Window;
beforeAll(async () => {
  window = await openWindow();
});
afterAll(() => window.close());

const entries = (page: Page) => page.locator('.results h2').count();
/** What the status says from now on. */
async function statusOf(page: Page): Promise<(string | null)[]> {
  const said: (string | null)[] = [];
  await page.exposeFunction('say', (line: string) => said.push(line));
  await page.evaluate(() => {
    const status = document.querySelector('.state p');
    const say = Reflect.get(globalThis, 'say') as (line: string | null) => void;
    if (status)
      new MutationObserver(() => say(status.textContent)).observe(status, { childList: true });
  });
  return said;
}
const historyLength = (page: Page) => page.evaluate(() => history.length);

test('the list stays as long as it is when filters are opened, the network returns, a reader skips', async () => {
  const { page } = await openSearch(window, 'search/?q=harbour', 390);
  await showMore(page);
  const isSame = await page.evaluateHandle(() => {
    const last = document.querySelector('.results > li:last-child');
    return () => last?.isConnected;
  });
  await page.getByText('Filters', { exact: true }).click();
  await page.getByText('Filters', { exact: true }).click();
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await page.getByRole('link', { name: 'Skip to content' }).press('Enter');
  await page.waitForURL('**#main');
  await page.waitForTimeout(500);
  expect(await isSame.evaluate((same) => same())).toBe(true);
  expect(await entries(page)).toBe(13);
  await page.context().close();
});

test('in a large record, filters are counted when they are opened, and the list stays long', async () => {
  const { page } = await openSearch(window, 'feeds/');
  await page.route('**/pagefind/manifest.json', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), entries: 1000 } });
  });
  await page.goto(`${window.url}search/`);
  await page.getByRole('searchbox').fill('harbour');
  await page.getByText('for “harbour”').waitFor();
  await showMore(page);
  expect(await page.getByRole('checkbox').count()).toBe(0);
  await page.getByText('Filters', { exact: true }).click();
  await page.getByRole('checkbox', { name: /^Southquay \d/ }).waitFor();
  expect(await entries(page)).toBe(13);
  await page.context().close();
});

test('a day that is typed is one step back, however many keys it took', async () => {
  const { page } = await openSearch(window, 'search/?q=harbour');
  const before = await historyLength(page);
  const said = await statusOf(page);
  await page.getByLabel('From', { exact: true }).focus();
  await page.keyboard.type('05032018', { delay: 60 });
  await page.getByText('since 3 May 2018').first().waitFor();
  await page.keyboard.press('ArrowUp');
  await page.getByText('since 3 May 2019').first().waitFor();
  expect(said.filter((line) => /May (2|20|201)$/.test(line ?? ''))).toEqual([]);
  expect(await historyLength(page)).toBe(before + 1);
  await page.goBack();
  await page.getByText(/for “harbour”$/).waitFor();
  expect(await page.getByLabel('From', { exact: true }).inputValue()).toBe('');
  await page.context().close();
});

test('one letter in the place of a query is the beginning of the next: nothing is said of it', async () => {
  const { page } = await openSearch(window, 'search/');
  await page.getByRole('searchbox').fill('harbour');
  await answered(page);
  const said = await statusOf(page);
  await page.clock.install();
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1000);
  await page.getByRole('searchbox').selectText();
  await page.keyboard.press('p');
  await page.clock.runFor(110);
  // the page’s clock stands still: what does not wait for it comes now
  await page.waitForTimeout(500);
  await page.clock.resume();
  await page.keyboard.type('ier');
  await page.getByText(/for “pier”$/).waitFor();
  expect(said.filter((line) => line?.includes('“p”'))).toEqual([]);
  await page.context().close();
});

test('filters are open where there is room for them, and say so', async () => {
  for (const [width, isOpen] of [
    [1440, true],
    [390, false],
  ] as const) {
    const { page } = await openSearch(window, 'search/?q=harbour', width);
    const southquay = page.getByRole('checkbox', { name: /^Southquay \d/ });
    expect(await page.locator('.filters').evaluate((filters) => filters.hasAttribute('open'))).toBe(
      isOpen,
    );
    expect(await southquay.isVisible()).toBe(isOpen);
    await page.getByText('Filters', { exact: true }).click();
    expect(await southquay.isVisible()).toBe(!isOpen);
    await page.context().close();
  }
});

test.each([390, 1440])(
  'what an address asks for comes without a shift, %i pixels wide',
  async (width) => {
    const page = await window.browser.newPage({ viewport: { width, height: 844 } });
    const shifts = await watchShifts(page);
    await page.goto(`${window.url}search/?q=harbour`);
    await page.locator('.results h2').first().waitFor();
    await page.waitForTimeout(300);
    expect(await shifts()).toEqual([]);
    await page.close();
  },
);

test('the way back leads to the same place of a longer list', async () => {
  const { page } = await openSearch(window, 'search/?q=harbour');
  await showMore(page);
  const shown = await entries(page);
  await page.evaluate(() => scrollTo(0, 900));
  await page.waitForFunction(() => history.state?.top === 900);
  // as a browser that kept nothing of the page but its history
  await page.reload();
  await page
    .locator('.results h2')
    .nth(shown - 1)
    .waitFor();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(900);
  await page.context().close();
});

describe('the field in the masthead', () => {
  test('changes the words of its status, and never takes the status itself away', async () => {
    const { page } = await openSearch(window, FOUNDING);
    const removed = await page.evaluateHandle(() => {
      const found = document.querySelector('.found');
      const removed: string[] = [];
      const watch = new MutationObserver((changes) => {
        for (const { removedNodes } of changes) {
          for (const node of removedNodes) {
            if (node instanceof Element) removed.push(node.getAttribute('role') ?? node.localName);
          }
        }
      });
      if (found) watch.observe(found, { childList: true });
      return removed;
    });
    const field = page.getByRole('searchbox');
    await field.fill('dredging');
    await page.getByText('for “dredging”').waitFor();
    await field.fill('semaphore');
    await page.getByText('for “semaphore”').waitFor();
    expect(await page.locator('.found .results h2').count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await page.locator('.found').isVisible()).toBe(false);
    expect(await removed.jsonValue()).toEqual(['ul', 'ol', 'p', 'ul', 'ol', 'p']);
    await page.context().close();
  });
});
