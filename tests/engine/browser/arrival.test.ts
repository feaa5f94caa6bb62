import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWindow, type Window, watchShifts } from '../../support/browser.ts';
import { ENGLISH } from '../../support/build-site.ts';
import { pageKinds } from '../../tools/page-kinds.ts';

/*
 * A page on a slow line: its HTML comes a few tags at a time, and each piece is painted before the next.
 * So every state that a network could leave a page in is seen, not only those of a lucky hour.
 */

/** Letters a piece has at least; it ends with a tag. */
const PIECE = 120;
/** Milliseconds between two pieces: more than a frame. */
const PAUSE = 20;
/** What is on the first screen is in these letters; the rest comes in a few pieces. */
const SCREEN = 20_000;

/** By how much a page may move in all on a first visit (0.1 is what search engines call good). */
const FIRST_VISIT = 0.02;

const kinds = pageKinds(ENGLISH.dir);

let window: Window;
let line: Server;
let url: string;
beforeAll(async () => {
  window = await openWindow();
  line = slowLine(window.url);
  await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(line.address() as AddressInfo).port}/`;
});
afterAll(async () => {
  await window.close();
  line.close();
});

/** Passes on what a server has: pages in pieces, all else at once. */
function slowLine(origin: string): Server {
  return createServer(async ({ url = '/' }, response) => {
    const answer = await fetch(new URL(url, origin));
    const type = answer.headers.get('content-type') ?? '';
    response.writeHead(answer.status, { 'content-type': type });
    if (!type.startsWith('text/html')) {
      response.end(Buffer.from(await answer.arrayBuffer()));
      return;
    }
    const html = await answer.text();
    for (const piece of pieces(html.slice(0, SCREEN), PIECE)) {
      response.write(piece);
      await pause(PAUSE);
    }
    for (const piece of pieces(html.slice(SCREEN), PIECE * 50)) {
      response.write(piece);
      await pause(PAUSE);
    }
    response.end();
  });
}

/** A page cut behind tags, into pieces of at least as many letters. */
function pieces(html: string, size: number): string[] {
  return html.match(new RegExp(`[^]{1,${size}}[^>]*>?`, 'g')) ?? [];
}

test('the pieces are the page', () => {
  const html = '<p>One <b>two</b> three</p> and more';
  expect(pieces(html, 5)).toEqual(['<p>One <b>', 'two</b>', ' three</p>', ' and more']);
});

/** A page that keeps nothing of what it loaded, so that each visit is the first, and what moved on it. */
interface Visitor {
  page: Page;
  shifts: () => Promise<string[]>;
}

/** Those who have seen their page: to open a window for each visit takes longer than the visit. */
const idle: Visitor[] = [];

async function newVisitor(): Promise<Visitor> {
  const page = await window.browser.newPage();
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  return { page, shifts: await watchShifts(page) };
}

// most of the time is spent waiting for the slow line
test.concurrent.each(kinds)(
  '$kind stands still however slowly it comes',
  { timeout: 120_000 },
  async ({ path }) => {
    const moved = await Promise.all(
      [390, 820, 1440].map(async (width) => {
        const visitor = idle.pop() ?? (await newVisitor());
        const { page, shifts } = visitor;
        await page.setViewportSize({ width, height: 900 });
        await page.goto(url + path, { waitUntil: 'load' });
        const found = await shifts();
        idle.push(visitor);
        const sum = found.reduce((all, shift) => all + Number.parseFloat(shift), 0);
        // fonts may come after the words they set; their stand-ins are nearly as wide
        return sum < FIRST_VISIT ? [] : found.map((shift) => `${width}: ${shift}`);
      }),
    );
    expect(moved.flat()).toEqual([]);
  },
);
