import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FOUNDING, openWindow, type Window } from '../../support/browser.ts';
import { openSearch, showMore } from './search-page.ts';

/*
 * Texts of entries come one by one, after the index: they are what a page that was left open misses
 * first, over a release or without a connection.
 */

let window: Window;
beforeAll(async () => {
  window = await openWindow();
});
afterAll(() => window.close());

const TEXTS = '**/parts/texts/**';
const CHANGED = 'The site has changed since this page was loaded.';

/** Takes the texts away that an index knows which was opened before, one a little after another. */
async function release(page: Page): Promise<void> {
  let isOpenedAnew = false;
  let late = 0;
  await page.route('**/pagefind/manifest.json', (route) => {
    isOpenedAnew = true;
    return route.continue();
  });
  await page.route(TEXTS, async (route) => {
    if (isOpenedAnew) return route.continue();
    late += 30;
    await new Promise((resolve) => setTimeout(resolve, late));
    return route.fulfill({ status: 404 });
  });
}

/** Opens a page and types, so that its index is open. */
async function openTyped(path: string): Promise<Page> {
  const { page } = await openSearch(window, path);
  await page.getByRole('searchbox').fill('semaphore');
  await page.getByText('for “semaphore”').waitFor();
  return page;
}

describe.each(['search/', FOUNDING])('%s, left open', (path) => {
  test('finds in the new index when a release has taken the texts of entries away', async () => {
    const page = await openTyped(path);
    await release(page);
    await page.getByRole('searchbox').fill('ferries');
    await page.getByText('for “ferries”').waitFor();
    expect(await page.locator('.results h2').count()).toBeGreaterThan(1);
    await page.context().close();
  });

  test('says that the record has changed when the new index has no texts either', async () => {
    const page = await openTyped(path);
    await page.route(TEXTS, (route) => route.fulfill({ status: 404 }));
    await page.getByRole('searchbox').fill('ferries');
    await page.getByText(CHANGED).waitFor();
    await page.context().close();
  });

  test('says that there is no connection when texts do not come, and finds later', async () => {
    const page = await openTyped(path);
    await page.route(TEXTS, (route) => route.abort('internetdisconnected'));
    await page.getByRole('searchbox').fill('ferries');
    await page.getByText('You are offline').waitFor();
    await page.unroute(TEXTS);
    await page.getByRole('searchbox').fill('ferry');
    await page.getByText('for “ferry”').waitFor();
    await page.context().close();
  });
});

describe('more entries', () => {
  test('come from the new index after a release', async () => {
    const { page } = await openSearch(window, 'search/?q=harbour');
    await release(page);
    await showMore(page);
    expect(await page.locator('.results h2').count()).toBe(13);
    const numbers = await page.locator('.results .dateline b').allTextContents();
    expect(new Set(numbers).size).toBe(13);
    const focused = () => page.evaluate(() => document.activeElement?.closest('li')?.textContent);
    await expect.poll(focused).toContain(numbers[5]);
    await page.context().close();
  });

  test('come once there is a connection, and a reader is told until then', async () => {
    const { page } = await openSearch(window, 'search/?q=harbour');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Show more' }).click();
    await page.getByText('You are offline').waitFor();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    await page.context().setOffline(false);
    await page.locator('.results h2').nth(12).waitFor();
    await page.context().close();
  });
});

test('where the server is away and the newest years alone are here, it says so, and asks again', async () => {
  const { page } = await openSearch(window, 'feeds/');
  let isAway = true;
  await page.route('**/pagefind/manifest.json', async (route) => {
    const response = await route.fetch();
    const json = { ...(await response.json()), entries: 1000, server: '/search.json' };
    await route.fulfill({ response, json });
  });
  await page.route('**/search.json?*', (route) =>
    isAway
      ? route.fulfill({ status: 204 })
      : route.fulfill({ json: { total: 40, whole: 40, results: [], counts: {}, offers: [] } }),
  );
  await page.getByRole('searchbox').fill('ferries');
  const said = page.getByText(/Only the years from \d{4} on were searched/);
  await said.waitFor();
  expect(await page.locator('.results h2').count()).toBeGreaterThan(1);
  // on the page of the search, too, where it is asked at once
  await page.getByRole('link', { name: 'Try again' }).click();
  await page.waitForURL('**/search/?q=ferries');
  await said.waitFor();
  isAway = false;
  await page.getByRole('link', { name: 'Try again' }).click();
  await page.getByText('40 entries for “ferries”', { exact: true }).waitFor();
  await page.context().close();
});

describe('the search page', () => {
  // a busy machine may need longer once
  test('says that it is at work within a tenth of a second of a slow network', {
    retry: 2,
  }, async () => {
    const { page } = await openSearch(window, 'search/');
    await page.getByRole('searchbox').focus();
    await page.waitForLoadState('networkidle');
    await page.route('**/pagefind/**', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    });
    const [waited, tenth] = await page.evaluate(async () => {
      const field = document.querySelector<HTMLInputElement>('#q');
      const status = document.querySelector('.state p');
      if (!field || !status) throw new Error('no field');
      const begin = performance.now();
      const since = () => performance.now() - begin;
      const timer = new Promise<number>((resolve) => setTimeout(() => resolve(since()), 100));
      field.value = 'harbour';
      field.dispatchEvent(new Event('input', { bubbles: true }));
      while (status.textContent === '') await new Promise((resolve) => setTimeout(resolve, 4));
      return [since(), await timer] as const;
    });
    // a busy machine is late with both
    expect(waited).toBeLessThan(tenth + 50);
    expect(await page.getByRole('status').textContent()).toBe('Searching…');
    await page.context().close();
  });

  test.each([
    ['search/', '.state p'],
    [FOUNDING, '.found p'],
  ])('%s says so, too, when its own script is slow, and then finds', async (path, place) => {
    const { page } = await openSearch(window, 'feeds/');
    await page.route('**/_assets/main.*', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    });
    await page.goto(window.url + path);
    await page.getByRole('searchbox').focus();
    const waited = await page.evaluate(async (place) => {
      const field = document.activeElement;
      const status = document.querySelector(place);
      if (!(field instanceof HTMLInputElement) || !status) throw new Error('no field');
      const begin = performance.now();
      field.value = 'ferries';
      field.dispatchEvent(new Event('input', { bubbles: true }));
      while (status.textContent === '') await new Promise((resolve) => setTimeout(resolve, 4));
      return performance.now() - begin;
    }, place);
    expect(waited).toBeLessThan(100);
    expect(await page.locator(place).first().textContent()).toBe('Loading the search index…');
    await page.getByText('for “ferries”').waitFor();
    await page.context().close();
  });

  test.each(['search/', FOUNDING])(
    '%s says that the search could not be loaded, and tries again when a reader or the connection does',
    async (path) => {
      const { page } = await openSearch(window, 'feeds/');
      await page.route('**/_assets/main.*', (route) => route.abort());
      await page.goto(window.url + path);
      await page.getByRole('searchbox').focus();
      await page.keyboard.type('fer');
      await page.getByText('Search could not be loaded.').waitFor();
      await page.unroute('**/_assets/main.*');
      await page.context().setOffline(true);
      await page.keyboard.type('ries');
      await page.getByText('You are offline, and search').waitFor();
      await page.context().setOffline(false);
      await page.getByText('for “ferries”').waitFor();
      await page.context().close();
    },
  );

  test('says so when its script is too old for the index, and offers the new one', async () => {
    const { page } = await openSearch(window, 'search/?q=harbour');
    await page.route('**/pagefind/manifest.json', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), version: 99 } });
    });
    await page.goto(`${window.url}search/?q=ferries`);
    await page.getByText('The site has changed since this page was loaded.').waitFor();
    await page.unroute('**/pagefind/manifest.json');
    await page.getByRole('button', { name: 'Reload the page' }).click();
    await page.getByText('for “ferries”').waitFor();
    await page.context().close();
  });

  test('says that there is no connection, and finds once there is one', async () => {
    const { page } = await openSearch(window, 'search/');
    await page.getByRole('searchbox').focus();
    await page.waitForLoadState('networkidle');
    await page.context().setOffline(true);
    await page.getByRole('searchbox').fill('harbour');
    await page.getByText('You are offline').waitFor();
    await page.context().setOffline(false);
    await page.getByText('for “harbour”').waitFor();
    await page.context().close();
  });

  test('goes on when a new build has replaced the index under an open page', async () => {
    const { page } = await openSearch(window, 'search/?q=harbour');
    // parts of the index that this page knows are gone; the new index has others
    await page.route('**/parts/words/**', (route) => route.fulfill({ status: 404 }), { times: 1 });
    await page.getByRole('searchbox').fill('ferries');
    await page.getByText('for “ferries”').waitFor();
    await page.context().close();
  });
});
