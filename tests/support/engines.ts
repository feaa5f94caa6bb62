import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import { freePort } from '../../src/cli/engines.ts';
import { findChromium, findFirefox, findWebKit } from '../tools/programs.mjs';

/** A browser with one page. */
export interface Engine {
  resize(width: number, height: number): Promise<unknown>;
  open(url: string): Promise<unknown>;
  back(): Promise<unknown>;
  /** Gives what a function returns in the page. */
  run<T, Args extends unknown[]>(work: (...args: Args) => T, ...args: Args): Promise<Awaited<T>>;
  click(selector: string): Promise<unknown>;
  type(selector: string, text: string): Promise<unknown>;
  close(): Promise<void>;
}

/**
 * The three engines: Chromium and Firefox by WebDriver BiDi (https://www.w3.org/TR/webdriver-bidi/),
 * WebKit by classic WebDriver (https://www.w3.org/TR/webdriver2/), which is all that its driver speaks.
 */
export const ENGINES: Readonly<Record<string, () => Promise<Engine>>> = {
  Chromium: () => puppet('chrome', findChromium(), ['--no-sandbox']),
  Firefox: () => puppet('firefox', findFirefox(), []),
  WebKit: webkit,
};

async function puppet(
  browser: 'chrome' | 'firefox',
  path: string | undefined,
  args: string[],
): Promise<Engine> {
  if (path === undefined) throw missing(browser);
  const running = await puppeteer.launch({ browser, executablePath: path, args });
  const page = await running.newPage();
  return {
    // an older Firefox takes the size, and does not know of turning the screen, which is asked with it
    resize: (width, height) =>
      page.setViewport({ width, height }).catch((error: unknown) => {
        if (!String(error).includes('unknown command')) throw error;
      }),
    open: (url) => page.goto(url),
    back: () => page.evaluate(() => history.back()),
    // its types ask for functions that take whatever they are handed
    run: (work, ...args) => page.evaluate(work as never, ...args) as never,
    click: (selector) => page.click(selector),
    type: (selector, text) => page.type(selector, text),
    close: () => running.close(),
  };
}

async function webkit(): Promise<Engine> {
  const found = findWebKit();
  if (found === undefined) throw missing('WebKit');
  const screen = found.browser === undefined ? undefined : await openScreen();
  const port = await freePort(0);
  const driver = spawn(found.driver, [`--port=${port}`], {
    env: { ...process.env, ...(screen && { DISPLAY: screen.name }) },
    stdio: 'ignore',
  });
  const browser = { 'webkitgtk:browserOptions': { binary: found.browser, args: ['--automation'] } };
  const { sessionId } = await begin(port, found.browser === undefined ? {} : browser);
  const call = (method: string, path: string, body?: object) =>
    command(port, method, `/${sessionId}${path}`, body);
  const element = async (selector: string) => {
    const found = await call('POST', '/element', { using: 'css selector', value: selector });
    return `/element/${Object.values(found as object)[0]}`;
  };
  return {
    resize: (width, height) => call('POST', '/window/rect', { width, height }),
    open: (url) => call('POST', '/url', { url }),
    back: () => call('POST', '/back', {}),
    run: async (work, ...args) =>
      (await call('POST', '/execute/sync', {
        script: `return (${work})(...arguments)`,
        args,
      })) as never,
    click: async (selector) => call('POST', `${await element(selector)}/click`, {}),
    type: async (selector, text) => call('POST', `${await element(selector)}/value`, { text }),
    async close() {
      await call('DELETE', '').catch(() => undefined);
      driver.kill();
      screen?.close();
    },
  };
}

/** Begins a session as soon as the driver listens. */
async function begin(port: number, browser: object): Promise<{ sessionId: string }> {
  for (let left = 50; ; left -= 1) {
    try {
      const body = { capabilities: { alwaysMatch: browser } };
      return (await command(port, 'POST', '', body)) as { sessionId: string };
    } catch (error) {
      if (left === 0 || !(error instanceof TypeError)) throw error;
      await pause(100);
    }
  }
}

async function command(port: number, method: string, path: string, body?: object) {
  const response = await fetch(`http://127.0.0.1:${port}/session${path}`, {
    method,
    ...(body && { body: JSON.stringify(body) }),
  });
  const { value } = (await response.json()) as { value: unknown };
  if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
  return value;
}

/** A display that nobody sees, large enough for the widest window. */
async function openScreen(): Promise<{ name: string; close(): void }> {
  const args = ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const [number] = await once(server.stdio[3] as NodeJS.ReadableStream, 'data');
  return { name: `:${String(number).trim()}`, close: () => server.kill() };
}

function missing(name: string): Error {
  return new Error(`No ${name} was found. Install it: node tests/tools/install.mjs programs`);
}
