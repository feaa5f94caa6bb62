import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers } from '../support/barriers.ts';
import { listen, openWindow, overflow, visit, type Window } from '../support/browser.ts';
import { SHIPPED } from '../support/shipped.ts';
import { pageKinds } from '../tools/page-kinds.ts';

/* The fullest page of every kind, as readers meet it on a phone. */

let window: Window;
beforeAll(async () => {
  window = await openWindow(SHIPPED.dir);
});
afterAll(() => window.close());

describe.each(pageKinds(SHIPPED.dir))('$kind', ({ path }) => {
  test('keeps no reader out, fits a phone and asks for nothing elsewhere', async () => {
    const context = await window.browser.newContext({ viewport: { width: 390, height: 900 } });
    const page = await context.newPage();
    const complaints = listen(page, window.url);
    await visit(page, window.url + path);
    expect(await barriers(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(complaints).toEqual({ errors: [], failures: [], foreign: [] });
    await context.close();
  });
});
