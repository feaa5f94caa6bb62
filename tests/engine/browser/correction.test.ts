import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers, listen, openWindow, overflow, type Window } from '../../support/browser.ts';
import { Project } from '../../support/project.ts';

/*
 * A corrected entry, and the ledger of corrections with something in it. The content that ships has
 * neither yet.
 */

const ENTRY = `---
title: A bank writes a rule
description: What the rule says of coins.
pubDate: 2018-08-24
number: 18-1
corrections:
  - { date: 2018-08-25, text: A name was wrong. }
  - { date: 2018-09-03, text: We misread a source., was: two rounds, now: three rounds }
---

The bank raised its money in three rounds.
`;

let project: Project;
let window: Window;
beforeAll(async () => {
  project = new Project({
    'content/authors/desk.yaml': 'name: The desk\n',
    'content/articles/2018/rule.mdx': ENTRY,
  });
  await project.build();
  window = await openWindow(join(project.root, 'dist'));
});
afterAll(async () => {
  await window.close();
  project.remove();
});

describe.each(['2018/rule/', 'corrections/'])('%s', (path) => {
  test('strikes out what it said and shows what it says, to everybody', async () => {
    const context = await window.browser.newContext();
    const page = await context.newPage();
    const complaints = listen(page, window.url);
    await page.goto(window.url + path, { waitUntil: 'networkidle' });
    expect(await page.locator('main del').allInnerTexts()).toEqual(['two rounds']);
    expect(await page.locator('main ins').allInnerTexts()).toEqual(['three rounds']);
    for (const text of ['We misread a source.', 'A name was wrong.']) {
      expect(await page.getByText(text).isVisible()).toBe(true);
    }
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await overflow(page), `${width} pixels`).toBe(0);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await barriers(page), `${width} pixels, ${colorScheme}`).toEqual([]);
      }
    }
    expect(complaints).toEqual({ errors: [], failures: [], foreign: [] });
    await context.close();
  });
});

test('the ledger counts corrections and entries, and leads to each on its entry', async () => {
  const page = await window.browser.newPage();
  await page.goto(`${window.url}corrections/`);
  const account = await page.locator('.account').innerText();
  expect(account.replace(/\s+/g, ' ')).toContain('corrections 2 entry corrected 1');
  await page.getByRole('link', { name: 'A bank writes a rule' }).first().click();
  expect(new URL(page.url()).pathname).toBe('/2018/rule/');
  expect(await page.locator(':target').innerText()).toContain('three rounds');
  await page.close();
});
