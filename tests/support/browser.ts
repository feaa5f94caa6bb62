import type { Browser, Page } from 'playwright-core';
import { type Served, serveSite } from '../../src/cli/server.ts';
import { launchChromium } from '../tools/chromium.ts';
import { ENGLISH } from './build-site.ts';

/** The built site, served, and a Chromium that looks at it. */
export interface Window {
  url: string;
  browser: Browser;
  close(): Promise<void>;
}

/**
 * Opens a built site in a Chromium; close it after the tests.
 * @param running a Chromium that stays open for the next site
 */
export async function openWindow(dir = ENGLISH.dir, running?: Browser): Promise<Window> {
  const [served, browser]: [Served, Browser] = await Promise.all([
    serveSite({ dir, port: 0 }),
    running ?? launchChromium(),
  ]);
  return {
    url: served.url,
    browser,
    async close() {
      if (running) for (const context of running.contexts()) await context.close();
      else await browser.close();
      await served.close();
    },
  };
}

/** What went wrong while a page was open. */
export interface Complaints {
  /** Errors in the console, and errors that nothing caught. */
  errors: string[];
  /** Requests that failed or were answered with an error. */
  failures: string[];
  /** Requests to other hosts. */
  foreign: string[];
}

/** Listens to a page from before it opens. */
export function listen(page: Page, origin: string): Complaints {
  const complaints: Complaints = { errors: [], failures: [], foreign: [] };
  // a page that says that there is nothing is answered with 404, and Chromium notes it
  const missing = new Set<string>();
  page.on('console', (message) => {
    if (missing.has(message.location().url)) return;
    if (message.type() === 'error' || message.type() === 'warning') {
      complaints.errors.push(message.text());
    }
  });
  page.on('pageerror', (error) => complaints.errors.push(error.message));
  page.on('requestfailed', (request) => {
    // what a page was fetching when it was left
    if (request.failure()?.errorText !== 'net::ERR_ABORTED')
      complaints.failures.push(request.url());
  });
  page.on('response', (response) => {
    if (response.status() < 400) return;
    if (response.request().isNavigationRequest()) missing.add(response.url());
    else complaints.failures.push(`${response.status()} ${response.url()}`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== new URL(origin).origin && url.protocol !== 'data:') {
      complaints.foreign.push(request.url());
    }
  });
  return complaints;
}

/**
 * Records every move of something that was already painted. Call it before the page opens.
 * @returns what moved so far: how much (layout shift, https://wicg.github.io/layout-instability/),
 *   and what it was
 */
export async function watchShifts(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const shifts: string[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources } = entry as PerformanceEntry & {
          value: number;
          sources: { node: Node | null }[];
        };
        const moved = sources.map(({ node }) =>
          (node instanceof Element ? node : node?.parentElement)?.outerHTML.slice(0, 60),
        );
        shifts.push(`${value.toFixed(4)} ${moved.join(' | ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => Reflect.get(globalThis, 'shifts'));
}

/** Opens a page and waits until its fonts and scripts are there and it is painted. */
export async function visit(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: 'load' });
  await page.evaluate(async () => {
    await document.fonts.ready;
    // scripts begin what they fetch when nothing else is to be done
    await new Promise((resolve) => requestIdleCallback(resolve));
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  });
}

/** By how many pixels a page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}

/** The article of the English fixture in which is most of what an entry can have. */
export const FOUNDING = '2018/the-council-shuts-the-north-pier/';
