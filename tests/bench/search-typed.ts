import type { Browser, CDPSession, Page } from 'playwright-core';
import type { Search } from '../support/judge.ts';

/* The search page as a reader has it, in Chromium: what it finds, and what it fetches while one types. */

/** Milliseconds from one key to the next. */
const KEY = 110;
/** Milliseconds without a request after which all has come. */
const CALM = 600;

/** Asks the search page by its field, and wishes for more until there are ten entries. */
export async function askPage(page: Page, url: string): Promise<Search> {
  // its script comes with a first question
  await page.goto(`${url}search/?q=first`);
  await page.locator('search-page[aria-busy="false"]').waitFor();
  const numbers = page.locator('.results .dateline b');
  const more = page.locator('.more button');
  return async (query) => {
    await page.evaluate(answered, query);
    const shown = await numbers.count();
    if (shown > 0 && shown < 10 && (await more.isVisible())) {
      await more.click();
      await numbers.nth(shown).waitFor();
    }
    return numbers.allTextContents();
  };
}

/** In the page: asks a query that was not the last, and waits for its answer. */
function answered(query: string): Promise<void> {
  const search = document.querySelector('search-page');
  const state = search?.querySelector('.state p');
  const field = search?.querySelector<HTMLInputElement>('#q');
  if (!search || !state || !field) throw new Error('This is not the search page.');
  return new Promise((resolve) => {
    new MutationObserver((_, observer) => {
      if (search.ariaBusy !== 'false') return;
      observer.disconnect();
      resolve();
    }).observe(state, { childList: true });
    field.value = query;
    field.form?.requestSubmit();
  });
}

/** Two queries that one reader types, one after the other. */
export interface Pair {
  kind: string;
  first: string;
  second: string;
  /** What the address of the page asks for already, such as `?from=2018-01-01`. */
  address?: string;
}

/** What was fetched until an answer stood: bytes over the wire, with headers, and files. */
export interface Fetched {
  bytes: number;
  files: number;
}

/**
 * Types each pair into the search page, in a browser that has nothing yet. The first query counts all
 * scripts, indexes and texts since the page was opened; its words, styles, fonts and pictures not.
 */
export async function typePairs(
  browser: Browser,
  url: string,
  pairs: readonly Pair[],
): Promise<(Pair & { fetched: [first: Fetched, second: Fetched] })[]> {
  const typed = [];
  for (const pair of pairs) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    const counter = new Counter(await context.newCDPSession(page));
    await counter.open();
    await page.goto(`${url}search/${pair.address ?? ''}`);
    await page.waitForLoadState('networkidle');
    const first = await type(page, pair.first, counter);
    const second = await type(page, pair.second, counter);
    await context.close();
    typed.push({ ...pair, fetched: [first, second] as [Fetched, Fetched] });
  }
  return typed;
}

async function type(page: Page, text: string, counter: Counter): Promise<Fetched> {
  const field = page.locator('#q');
  await field.selectText();
  await field.pressSequentially(text, { delay: KEY, timeout: 0 });
  await counter.calm();
  await page.locator('search-page[aria-busy="false"]').waitFor();
  return counter.take();
}

/** Counts what a page fetches for its search. */
class Counter {
  readonly #session: CDPSession;
  readonly #open = new Set<string>();
  #last = Date.now();
  #fetched: Fetched = { bytes: 0, files: 0 };

  constructor(session: CDPSession) {
    this.#session = session;
  }

  async open(): Promise<void> {
    this.#session.on('Network.requestWillBeSent', ({ requestId, type, request }) => {
      if (!['Script', 'Fetch', 'XHR', 'Other', 'Preload'].includes(type ?? 'Other')) return;
      // the icon of the window is no part of a search, nor what its links fetch ahead
      if (/\.(?:svg|ico|png)$|speculation/.test(request.url)) return;
      this.#open.add(requestId);
      this.#last = Date.now();
    });
    this.#session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (!this.#open.delete(requestId)) return;
      this.#last = Date.now();
      // what came out of the browser's own store went over no wire
      if (encodedDataLength > 0) {
        this.#fetched.bytes += encodedDataLength;
        this.#fetched.files += 1;
      }
    });
    this.#session.on('Network.loadingFailed', ({ requestId }) => this.#open.delete(requestId));
    await this.#session.send('Network.enable');
  }

  /** Waits until nothing has been asked for or come for a while. */
  async calm(): Promise<void> {
    this.#last = Date.now();
    while (this.#open.size > 0 || Date.now() - this.#last < CALM) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** What came since it was last asked. */
  take(): Fetched {
    const fetched = this.#fetched;
    this.#fetched = { bytes: 0, files: 0 };
    return fetched;
  }
}
