import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FOUNDING, openWindow, overflow, type Window } from '../../support/browser.ts';
import { openSearch } from './search-page.ts';

/* What a search must not do to those who have little room, or write with an input method. */

let window: Window;
beforeAll(async () => {
  window = await openWindow();
});
afterAll(() => window.close());

describe('390 pixels wide', () => {
  test('filters say how many are in force and never bury what they leave', async () => {
    const { page } = await openSearch(window, 'search/?q=harbour', 390);
    const summary = page.locator('.filters summary');
    await summary.click();
    const done = page.getByRole('button', { name: /^Show \d+ entr/ });
    expect(await done.evaluate((button) => button.getBoundingClientRect().bottom)).toBeLessThan(
      900,
    );
    await page.getByRole('checkbox', { name: /^Southquay \d/ }).check();
    await page.getByText('(Southquay)').waitFor();
    expect(await summary.textContent()).toBe('Filters (1)');
    await done.click();
    expect(await page.locator('.filters').getAttribute('open')).toBeNull();
    expect(
      await page
        .locator('.results h2')
        .first()
        .evaluate((h2) => h2.getBoundingClientRect().top),
    ).toBeLessThan(900);
    await summary.click();
    await page.getByRole('searchbox').fill('ferries');
    await page.getByText('for “ferries”').waitFor();
    expect(await page.locator('.filters').getAttribute('open')).toBeNull();
    await page.context().close();
  });

  test('the field in the masthead takes its whole line in use', async () => {
    const { page } = await openSearch(window, FOUNDING, 390);
    await page.getByRole('searchbox').focus();
    const [field, line] = await page.evaluate(() =>
      ['#ask', '.mast .wide'].map((one) => document.querySelector(one)?.getBoundingClientRect()),
    );
    expect(field?.left).toBeCloseTo(line?.left ?? 0, 0);
    expect(field?.right).toBeCloseTo(line?.right ?? 0, 0);
    await page.context().close();
  });

  test('a long word that is not found breaks', async () => {
    const { page } = await openSearch(window, `search/?q=${'https://a.example/'.repeat(4)}`, 390);
    expect(await overflow(page)).toBe(0);
    await page.context().close();
  });
});

test('marks in a headline leave the line above whole', async () => {
  const { page } = await openSearch(window, 'search/', 390);
  await page.goto(`${window.url}${FOUNDING}?highlight=pier+council`);
  const mark = page.locator('h1 mark').first();
  await mark.waitFor();
  expect(await mark.evaluate((word) => getComputedStyle(word).backgroundColor)).toBe(
    'rgba(0, 0, 0, 0)',
  );
  await page.context().close();
});

test.each(['search/', FOUNDING])('%s asks nothing while an input method composes', async (path) => {
  const { page } = await openSearch(window, path);
  const field = page.getByRole('searchbox');
  await field.focus();
  await page.waitForLoadState('networkidle');
  const client = await page.context().newCDPSession(page);
  await client.send('Input.imeSetComposition', {
    text: 'deng',
    selectionStart: 4,
    selectionEnd: 4,
  });
  await page.waitForTimeout(400);
  expect(await field.inputValue()).toBe('deng');
  expect(await page.locator('[role=status]').first().textContent()).toBe('');
  expect(new URL(page.url()).search).toBe('');
  await client.send('Input.insertText', { text: '等十部门' });
  await page.getByText('for “等十部门”').waitFor();
  await page.context().close();
});
