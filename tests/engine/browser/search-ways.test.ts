import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers } from '../../support/barriers.ts';
import { FOUNDING, openWindow, visit, type Window, watchShifts } from '../../support/browser.ts';
import { NOTHING_WRONG, numbers, openSearch } from './search-page.ts';

/* What is there beside entries, and every way to the search. */

let window: Window;
beforeAll(async () => {
  window = await openWindow();
});
afterAll(() => window.close());

describe('beside entries', () => {
  test.each([
    ['what is a lighter', 'Term', '/glossary/#lighter'],
    ['north pier', 'Storyline', '/storylines/north-pier/'],
    ['contact', 'Page', '/about/'],
    [FOUNDING, 'Entry', `/${FOUNDING}`],
    [`/${FOUNDING}#p2`, 'Entry', `/${FOUNDING}#p2`],
  ])('“%s” is answered by a %s', async (typed, kind, href) => {
    const { page, complaints } = await openSearch(window, 'search/');
    await page.getByRole('searchbox').fill(typed === FOUNDING ? window.url + typed : typed);
    const first = page.locator('.destinations li').first();
    await first.waitFor();
    expect(await first.locator('.label').textContent()).toBe(kind);
    expect(await first.locator('a').getAttribute('href')).toBe(href);
    expect(complaints).toEqual(NOTHING_WRONG);
    await page.context().close();
  });

  test('a docket number finds its entry first', async () => {
    const { page } = await openSearch(window, 'search/?q=No.+18-31');
    expect((await numbers(page))[0]).toBe('18-31');
    await page.context().close();
  });
});

test.each([
  ['storylines/north-pier/', 'storyline=north-pier'],
  ['topics/northquay/', 'place=northquay'],
  ['authors/nora-lund/', 'author=nora-lund'],
  ['2018/', 'year=2018'],
])('%s has a search within', async (path, filter) => {
  const { page } = await openSearch(window, path);
  await page.getByRole('searchbox', { name: 'Search within' }).fill('pier');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${window.url}search/?${filter}&q=pier`);
  await page.locator('.chips a').first().waitFor();
  await page.context().close();
});

test('the last searches are kept until they are cleared', async () => {
  const { page } = await openSearch(window, 'search/?q=harbour');
  await page.goto(`${window.url}search/`);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
  await page.locator('.recent a', { hasText: 'harbour' }).click();
  await page.getByText('for “harbour”').waitFor();
  await page.goto(`${window.url}search/`);
  await page.getByRole('button', { name: 'Clear recent searches' }).click();
  expect(await page.locator('.recent').isVisible()).toBe(false);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await page.context().close();
});

test('/ and Ctrl+K lead to the search for those who turned it on', async () => {
  const { page } = await openSearch(window, FOUNDING);
  const focused = () => page.evaluate(() => document.activeElement?.id);
  await page.keyboard.press('/');
  await page.keyboard.press('Control+k');
  expect(await focused()).not.toBe('ask');
  await page.goto(`${window.url}search/`);
  await page.getByRole('checkbox', { name: 'Go to search' }).check();
  expect(await barriers(page)).toEqual([]);
  for (const key of ['/', 'Control+k']) {
    await visit(page, window.url + FOUNDING);
    await page.keyboard.press(key);
    expect(await focused()).toBe('ask');
  }
  await page.keyboard.type('1/2');
  expect(await page.getByRole('searchbox').inputValue()).toBe('1/2');
  await page.context().close();
});

test('the list below the masthead is there again on the way back', async () => {
  const { page } = await openSearch(window, FOUNDING);
  await page.getByRole('searchbox').fill('semaphore');
  await page.locator('.found h2 a').first().click();
  await page.waitForURL((url) => url.pathname !== `/${FOUNDING}`);
  await page.goBack();
  await page.locator('.found h2 a').first().waitFor();
  expect(await page.getByRole('searchbox').inputValue()).toBe('semaphore');
  await page.getByRole('searchbox').press('Escape');
  await page.reload();
  expect(await page.locator('.found').isVisible()).toBe(false);
  await page.context().close();
});

test.each([
  ['abuot/', 'About'],
  ['topics/nothquay/', 'Northquay'],
  ['storylines/grian-toll/', 'The grain toll'],
])('a slip in the address of a page, %s, leads to it all the same', async (path, name) => {
  const page = await window.browser.newPage();
  const shifts = await watchShifts(page);
  await page.goto(window.url + path);
  const link = page.locator('.destinations').getByRole('link', { name, exact: true });
  await link.waitFor();
  expect(await page.getByRole('navigation', { name: 'Or browse' }).isVisible()).toBe(true);
  expect(await shifts()).toEqual([]);
  await link.click();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(name);
  await page.close();
});

test('a mistyped address is searched for, and the nearest entries are offered', async () => {
  const page = await window.browser.newPage();
  await page.goto(`${window.url}2018/the-council-shuts-the-nort-peir/`);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Page not found');
  await expect
    .poll(() => page.getByRole('searchbox').inputValue())
    .toBe('the council shuts the nort peir');
  const nearest = page
    .locator('.found')
    .getByRole('link', { name: /^The council shuts the north pier/ });
  await nearest.first().click();
  await page.waitForURL((url) => url.pathname.endsWith(`/${FOUNDING}`));
  await page.close();
});

test.each([
  ['2026/北码头-重开了/', '北码头 重开了'],
  ['2026/lange-wörter.html', 'lange wörter'],
  ['2026/码头/', '码头'],
])('the words of %s are searched for in their own letters', async (path, words) => {
  const page = await window.browser.newPage();
  await page.goto(window.url + path);
  // its script comes after the page
  await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe(words);
  await page.close();
});
