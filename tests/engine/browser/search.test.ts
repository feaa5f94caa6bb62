import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers } from '../../support/barriers.ts';
import { FOUNDING, openWindow, overflow, type Window } from '../../support/browser.ts';
import { answered, NOTHING_WRONG, numbers, openSearch, showMore } from './search-page.ts';

/*
 * Searching as readers do it, under the headers that the site is served with.
 */

let window: Window;
beforeAll(async () => {
  window = await openWindow();
});
afterAll(() => window.close());

const open = (path: string, width?: number) => openSearch(window, path, width);

describe('the search page', () => {
  test('shows the words sought in headlines where the system forces its colours', async () => {
    const { page } = await open('search/?q=grain');
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    const mark = page.locator('.results h2 mark').first();
    await mark.waitFor();
    const [colour, link] = await mark.evaluate((word) =>
      [word, word.closest('a') as Element].map((element) => getComputedStyle(element).color),
    );
    expect(colour).toBe(link);
  });

  test('finds while words are typed, puts them into the address, and goes back', async () => {
    const { page, complaints } = await open('search/');
    await page.getByRole('searchbox').pressSequentially('foreign grain', { delay: 20 });
    await page.getByText('for “foreign grain”').waitFor();
    expect(new URL(page.url()).search).toBe('?q=foreign+grain');
    await answered(page);
    expect(await numbers(page)).toContain('17-4');
    const found = await numbers(page);

    await page.getByRole('checkbox', { name: /^Southquay \d/ }).check();
    await page.getByRole('status').filter({ hasText: '(Southquay)' }).waitFor();
    expect(new URL(page.url()).search).toBe('?q=foreign+grain&place=southquay');
    await page.getByRole('link', { name: 'newest' }).click();
    await page.locator('.sort b', { hasText: 'newest' }).waitFor();
    const days = await page
      .locator('.results time')
      .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''));
    expect(days).toEqual(days.toSorted().reverse());

    await page.goBack();
    await page.goBack();
    await page.getByText(/for “foreign grain”$/).waitFor();
    await answered(page);
    expect(await numbers(page)).toEqual(found);
    await page.goBack();
    await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('');
    expect(await page.locator('.results li').count()).toBe(0);
    expect(complaints).toEqual(NOTHING_WRONG);
    await page.context().close();
  });

  test('names where a passage stands without breaking the word', async () => {
    const { page } = await open('search/?q=pier', 390);
    const places = page.locator('.results ul a');
    await places.first().waitFor();
    const broken = await places.evaluateAll((links) =>
      links.flatMap(({ firstChild: word }) => {
        const range = document.createRange();
        if (word) range.selectNodeContents(word);
        return range.getClientRects().length > 1 ? [word?.textContent] : [];
      }),
    );
    expect(broken).toEqual([]);
    await page.context().close();
  });

  test('shows paragraphs, and marks their words where a reader arrives', async () => {
    const { page, complaints } = await open('search/?q=%22board+of+pilots+and+moorings%22');
    const hit = page.getByRole('link', { name: /Paragraph 1$/ }).first();
    expect(await page.locator('.results mark').first().textContent()).toMatch(/board of pilots/i);
    await hit.click();
    await page.waitForURL(`${window.url}${FOUNDING}#p1`);
    expect(await page.locator('#p1 mark').allTextContents()).toContain('moorings');
    expect(
      await page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map(({ name }) => name)
          .filter((name) => name.includes('/pagefind/')),
      ),
      'the index is not fetched for that',
    ).toEqual([]);
    expect(complaints).toEqual(NOTHING_WRONG);
    await page.context().close();
  });

  test.each([
    ['18-31', '18-31'],
    ['2021-09-24', '21-71'],
    ['24 August 2018', '18-31'],
    ['等十部门', '26-41'],
    ['harbuor', '18-31'],
    ['Galileo kimono orchard semaphore', '18-3'],
  ])('“%s” finds %s', async (typed, number) => {
    const { page } = await open(`search/?q=${encodeURIComponent(typed)}`);
    while ((await page.getByRole('button', { name: 'Show more' }).count()) > 0) {
      await showMore(page);
    }
    expect(await numbers(page)).toContain(number);
    await page.context().close();
  });

  test('says what it did when words are mistyped or missing, and where to go on', async () => {
    const { page } = await open('search/?q=harbuor');
    expect(await page.getByRole('status').textContent()).toContain('No entry for “harbuor”');
    await page.goto(`${window.url}search/?q=ferries+platypus`);
    await page.getByText('has all the words of').waitFor();
    await page.goto(`${window.url}search/?q=qqqqzzzz`);
    await page.getByText('No entry for “qqqqzzzz”.').waitFor();
    await page.getByText('Not found', { exact: true }).waitFor();
    expect(await page.getByRole('navigation', { name: 'Or browse' }).isVisible()).toBe(true);
    expect(await page.locator('.onward a').allTextContents()).toEqual([
      'topics',
      'storylines',
      'the archive',
    ]);
    await page.context().close();
  });

  test('works by keyboard alone', async () => {
    const { page, complaints } = await open('search/');
    const isInField = () => page.evaluate(() => document.activeElement?.id === 'q');
    while (!(await isInField())) await page.keyboard.press('Tab');
    await page.keyboard.type('court lightermen');
    await page.getByText('for “court lightermen”').waitFor();
    await answered(page);
    await page.keyboard.press('ArrowDown');
    const focused = () => page.evaluate(() => document.activeElement?.closest('h2')?.textContent);
    expect(await focused()).toBe(await page.locator('.results h2').first().textContent());
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${window.url}2020/the-court-gives-the-lightermen-their-money/`);
    expect(complaints).toEqual(NOTHING_WRONG);
    await page.context().close();
  });

  test('shows the answer to what was typed last, whichever comes first', async () => {
    const { page } = await open('search/?q=harbour');
    await page.route('**/parts/texts/**', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 600));
      await route.continue();
    });
    const field = page.getByRole('searchbox');
    await field.fill('proportionality');
    await page.waitForTimeout(100);
    await field.fill('semaphore');
    await page.getByText('for “semaphore”').waitFor();
    await page.waitForTimeout(1000);
    expect(await page.getByRole('status').textContent()).toContain('“semaphore”');
    expect(await numbers(page)).toEqual(['18-3']);
    await page.context().close();
  });

  test('without JavaScript it gives the ways that need none', async () => {
    const context = await window.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${window.url}search/?q=pier`);
    await page.locator('noscript .stand').waitFor();
    expect(await page.getByRole('searchbox').count()).toBe(0);
    const browse = page.getByRole('navigation', { name: 'Or browse' });
    for (const name of ['Northquay', 'The north pier', '2018']) {
      expect(await browse.getByRole('link', { name, exact: true }).count()).toBe(1);
    }
    await page.goto(window.url + FOUNDING);
    await page.getByRole('navigation').getByRole('link', { name: 'Search' }).first().waitFor();
    await context.close();
  });

  test.each([390, 1440])('has no barrier in any of its states, %i pixels wide', async (width) => {
    for (const path of [
      'search/?q=pier&place=northquay&year=2018&from=2018-02-01&sort=newest',
      'search/?q=harbuor',
      'search/?q=qqqqzzzz',
    ]) {
      const { page, complaints } = await open(path, width);
      const narrow = page.getByText('Filters', { exact: true });
      if (width === 390 && (await narrow.isVisible())) await narrow.click();
      expect(await barriers(page), path).toEqual([]);
      expect(await overflow(page)).toBe(0);
      expect(complaints).toEqual(NOTHING_WRONG);
      await page.context().close();
    }
  });
});

describe('the field in the masthead', () => {
  test('finds below itself, is left by Escape, and Enter goes to the search page', async () => {
    const { page, complaints } = await open(FOUNDING);
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('dredging');
    await page.locator('.found .results h2').first().waitFor();
    expect(await barriers(page, 'all', { without: ['target-size'] })).toEqual([]);
    // the list lies over the text until Escape, and may lie over half a link
    expect(await barriers(page, ['target-size'], { outside: 'main' })).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.locator('.found').isVisible()).toBe(false);
    await page.getByRole('searchbox').fill('dredging');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${window.url}search/?q=dredging`);
    await page.getByText('for “dredging”').waitFor();
    expect(complaints).toEqual(NOTHING_WRONG);
    await page.context().close();
  });

  test('fetches nothing of the search until a reader goes to it', async () => {
    const page = await window.browser.newPage();
    const fetched: string[] = [];
    page.on('request', (request) => {
      if (/pagefind|main\./.test(request.url())) fetched.push(request.url());
    });
    await page.goto(`${window.url}${FOUNDING}?utm_source=letter`, { waitUntil: 'networkidle' });
    expect(fetched).toEqual([]);
    await page.context().close();
  });
});
