import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Running, startEngine } from '../../../src/cli/engines.ts';
import { FOUNDING, listen } from '../../support/browser.ts';
import { ENGLISH } from '../../support/build-site.ts';
import { isDeep } from '../../support/deep.ts';
import { launchChromium } from '../../tools/chromium.ts';
import { pageKinds } from '../../tools/page-kinds.ts';

/*
 * Every kind of page, search included, in Chromium under the headers that hosts send.
 */

const ENGINES = ['nginx', 'workerd'] as const;
const kinds = pageKinds(ENGLISH.dir);
/** Kinds of page with scripts of their own. */
const SCRIPTED = ['article', 'home', 'search'];

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

describe.each(ENGINES)('%s', (engine) => {
  // all engines send the same headers (conformance.test.ts): one of them is asked for every kind
  const everyKind = isDeep || engine === 'nginx';
  let running: Running;
  beforeAll(async () => {
    running = await startEngine(engine, { dir: ENGLISH.dir, port: 0 });
  });
  afterAll(() => running?.close());

  /** Opens a page and gives what its policy forbade. */
  async function open(path: string) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const violations: string[] = [];
    await page.exposeFunction('report', (said: string) => violations.push(said));
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        const report = Reflect.get(window, 'report') as (said: string) => void;
        report(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
      });
    });
    const complaints = listen(page, running.url);
    const answer = await page.goto(running.url + path, { waitUntil: 'load' });
    return { page, answer, violations, complaints, close: () => context.close() };
  }

  test.each(kinds.filter(({ kind }) => everyKind || SCRIPTED.includes(kind)))(
    'no violation on a page of kind $kind',
    async ({ kind, path }) => {
      const { page, answer, violations, complaints, close } = await open(path);
      const headers = answer?.headers() ?? {};
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      await page.mouse.wheel(0, 10_000);
      await page.locator('.themes input[value="dark"]').check({ force: true });
      expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
      await page.waitForTimeout(200);
      expect(violations, kind).toEqual([]);
      expect(complaints.errors.filter((said) => !/status of 404/.test(said))).toEqual([]);
      expect(complaints.foreign).toEqual([]);
      await close();
    },
  );

  test('typing into the masthead finds, and so does the search page, without a violation', async () => {
    const { page, violations, complaints, close } = await open('');
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('124 days');
    await page
      .locator(`a[href*="${FOUNDING}"] mark, .results a[href*="${FOUNDING}"]`)
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/?q=124+days');
    await page.locator(`.results a[href*="${FOUNDING}"]`).first().waitFor();
    expect(violations).toEqual([]);
    expect(complaints).toEqual({ errors: [], failures: [], foreign: [] });
    await close();
  });

  test('the policy is in force: neither text nor a foreign address becomes code', async () => {
    const { page, violations, close } = await open('');
    const outcome = await page.evaluate(() => {
      const tried = (work: () => void): string => {
        try {
          work();
          return 'allowed';
        } catch (error) {
          return error instanceof TypeError ? 'refused' : 'other';
        }
      };
      return [
        tried(() => {
          document.createElement('p').innerHTML = '<b>text</b>';
        }),
        tried(() => {
          document.createElement('script').src = 'https://evil.example/a.js';
        }),
      ];
    });
    expect(outcome).toEqual(['refused', 'refused']);
    await expect.poll(() => violations.length).toBeGreaterThanOrEqual(2);
    await close();
  });

  test('browsers take the rules of what they may fetch ahead', async () => {
    const { page, close } = await open('');
    const rules = page.waitForEvent('response', (answer) => /speculation/.test(answer.url()));
    await page.reload();
    const type = (await (await rules).allHeaders())['content-type'];
    expect(type).toBe('application/speculationrules+json');
    await close();
  });

  test('a page is fetched when a reader rests on its link; an address with a query is not', async () => {
    const { page, close } = await open('');
    const devtools = await page.context().newCDPSession(page);
    const fetched: string[] = [];
    const candidates = new Set<string>();
    devtools.on('Preload.prefetchStatusUpdated', ({ prefetchUrl }) => fetched.push(prefetchUrl));
    devtools.on('Preload.preloadingAttemptSourcesUpdated', ({ preloadingAttemptSources }) => {
      for (const { key } of preloadingAttemptSources) candidates.add(key.url);
    });
    await devtools.send('Preload.enable');
    await page.evaluate(() => {
      for (const href of ['/search/?q=bank', '/rss.xml', '/last/']) {
        const link = document.createElement('a');
        link.href = href;
        document.body.append(link);
      }
    });
    await expect.poll(() => [...candidates]).toContain(`${running.url}last/`);
    const link = page.locator('main a[href^="/20"]').first();
    const address = await link.evaluate((a: HTMLAnchorElement) => a.href);
    expect([...candidates]).toEqual(expect.arrayContaining([address, running.url]));
    expect([...candidates].filter((url) => url.includes('?') || url.endsWith('.xml'))).toEqual([]);
    await link.hover();
    await expect.poll(() => fetched).toContain(address);
    await close();
  });
});
