import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Served, serveSite } from '../../../src/cli/server.ts';
import { FOUNDING } from '../../support/browser.ts';
import { ENGLISH, SITES } from '../../support/build-site.ts';
import { ENGINES, type Engine } from '../../support/engines.ts';
import { pageKinds } from '../../tools/page-kinds.ts';
import { movedPageTests } from './moved-page.ts';

/*
 * What readers of Chrome, Firefox and Safari must all find: each engine opens every kind of page.
 */

const kinds = pageKinds(ENGLISH.dir);
/** Asked often enough, and given time on a busy machine. */
const PATIENCE = { timeout: 10_000, interval: 50 };

let served: Served;
let heard: Server;
let url: string;
beforeAll(async () => {
  served = await serveSite({ dir: ENGLISH.dir, port: 0 });
  heard = listening(served.url);
  await new Promise<void>((resolve) => heard.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(heard.address() as AddressInfo).port}/`;
});
afterAll(async () => {
  heard.close();
  heard.closeAllConnections();
  await served.close();
});

/** Collects whatever a console would show: not every driver tells of it. */
const EAR = `globalThis.complaints = [];
for (const type of ['error', 'unhandledrejection', 'securitypolicyviolation'])
  addEventListener(type, (e) => complaints.push([type, e.message, e.reason, e.target?.src, e.target?.href, e.blockedURI].join(' ')), true);
for (const level of ['error', 'warn'])
  console[level] = (...words) => complaints.push(words.join(' '));`;

/** Passes on what a server has, with an ear in every page. */
function listening(origin: string): Server {
  return createServer(async (request, response) => {
    const { url: path = '/' } = request;
    if (path === '/ear.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(EAR);
      return;
    }
    const answer = await fetch(new URL(path, origin));
    const body = Buffer.from(await answer.arrayBuffer());
    const type = answer.headers.get('content-type') ?? '';
    const policy = answer.headers.get('content-security-policy') ?? '';
    response.writeHead(answer.status, {
      'content-type': type,
      'content-security-policy': policy,
    });
    response.end(
      type.startsWith('text/html')
        ? String(body).replace('<head>', '<head><script src="/ear.js"></script>')
        : body,
    );
  });
}

function complaints(engine: Engine): Promise<string[]> {
  return engine.run(() => Reflect.get(globalThis, 'complaints'));
}

/** Links within text that look like the text around them. */
function unmarkedLinks(): string[] {
  return [...document.querySelectorAll<HTMLElement>('main :is(p, li, dd, td) a[href]:not(.button)')]
    .filter((link) => {
      const around = link.parentElement;
      if (!around?.textContent || around.closest('nav, h1, h2, h3, .dateline')) return false;
      const isAlone = around.textContent.trim() === link.textContent?.trim();
      const { textDecorationLine, color } = getComputedStyle(link);
      const isUnderlined = textDecorationLine.includes('underline');
      return !isAlone && !isUnderlined && color === getComputedStyle(around).color;
    })
    .map(({ outerHTML }) => outerHTML.slice(0, 90));
}

/** Faces of the house that have arrived, once none is on its way. */
async function faces(): Promise<string[]> {
  await document.fonts.ready;
  const loaded = [...document.fonts].filter(({ status }) => status === 'loaded');
  return [...new Set(loaded.map(({ family }) => family.replaceAll('"', '')))].sort();
}

/** Where each note is beside the mark that it belongs to, or below the key facts, which stand there before it. */
function notes() {
  const facts = document.querySelector('.facts')?.getBoundingClientRect().bottom ?? 0;
  return [...document.querySelectorAll('.notes li')].map((note) => {
    const { top, bottom } = note.getBoundingClientRect();
    const mark = document.querySelector(`#fnref-${note.id.slice(3)}`);
    const room = Math.max(mark?.getBoundingClientRect().top ?? Number.NaN, facts + 16);
    return { top, bottom, room };
  });
}

/** Brings the marks of an entry's notes together, so that the notes must make room for each other. */
function crowd(): void {
  const marks = [...document.querySelectorAll('.note-mark')].map(
    (mark) => mark.closest('sup') ?? mark,
  );
  marks[0]?.after(...marks.slice(1));
  document.body.append('more');
}

describe.each(Object.entries(ENGINES))('%s', (_, launch) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await launch();
    await engine.resize(1440, 900);
  });
  afterAll(() => engine.close());

  test('tells links from text and has the faces of the house on every kind of page, without a complaint', async () => {
    for (const { kind, path } of kinds) {
      await engine.open(url + path);
      expect(await engine.run(unmarkedLinks), kind).toEqual([]);
      expect(await engine.run(faces), kind).toEqual(
        expect.arrayContaining(['Besley', 'Newsreader']),
      );
      expect(await complaints(engine), kind).toEqual([]);
    }
  });

  test('sets notes at their marks, and apart where marks are near each other', async () => {
    await engine.open(url + FOUNDING);
    await engine.run(faces);
    const alone = await engine.run(notes);
    expect(alone.length).toBeGreaterThan(1);
    // a browser that cannot set a box beside another has them as a list below the text
    const isList = !(await engine.run(() => CSS.supports('anchor-name', '--a')));
    for (const { top, room } of alone) {
      if (isList) expect(top).toBeGreaterThan(room);
      else expect(Math.abs(top - room)).toBeLessThan(8);
    }
    await engine.run(crowd);
    await vi.waitFor(async () => {
      const [first, ...others] = await engine.run(notes);
      for (const [i, { top }] of others.entries())
        expect(top).toBeGreaterThan([first, ...others][i]?.bottom ?? 0);
    }, PATIENCE);
  });

  test('sets the words of a threshold beside its line where all runs from right to left', async () => {
    const arabic = await serveSite({
      dir: SITES.find(({ name }) => name === 'arabic')?.dir ?? '',
      port: 0,
    });
    await engine.open(arabic.url);
    const [words, line] = await engine.run(() =>
      ['.over text', '.threshold'].map((one) => {
        const box = document.querySelector(one)?.getBoundingClientRect();
        const { left = 0, right = 0, top = 0, bottom = 0 } = box ?? {};
        return { left, right, top, bottom };
      }),
    );
    expect(Math.abs((words?.left ?? 0) - (line?.left ?? 0))).toBeLessThan(4);
    expect(words?.right).toBeGreaterThan((words?.left ?? 0) + 30);
    // and above it, but for their descenders: it ran through a figure that ends them
    expect(line?.top).toBeGreaterThan((words?.bottom ?? 0) - 6);
    await arabic.close();
  });

  test.each(['arabic', 'japanese'])(
    'rules a headline below each of its lines, of %s letters too',
    async (name) => {
      const site = await serveSite({
        dir: SITES.find((one) => one.name === name)?.dir ?? '',
        port: 0,
      });
      await engine.open(site.url);
      const { pitch, leading } = await engine.run(() => {
        const { backgroundImage, lineHeight } = getComputedStyle(
          document.querySelector('.ruled') as Element,
        );
        const stops = backgroundImage.match(/[\d.]+(?=px)/g) ?? [];
        return { pitch: Number(stops.at(-1)), leading: Number.parseFloat(lineHeight) };
      });
      expect(leading).toBeGreaterThan(20);
      expect(Math.abs(pitch - leading)).toBeLessThan(1);
      await site.close();
    },
  );

  test('searches, follows a result, and comes back', async () => {
    const results = () =>
      [...document.querySelectorAll('.results h2 a')].map(({ textContent }) => textContent);
    const path = () => location.pathname;
    await engine.open(`${url}search/?q=pier`);
    await vi.waitFor(async () => expect(await engine.run(results)).not.toEqual([]), PATIENCE);
    await engine.open(url);
    await engine.type('#ask', 'pilots');
    await vi.waitFor(async () => expect(await engine.run(results)).not.toEqual([]), PATIENCE);
    await engine.click('.results h2 a');
    await vi.waitFor(async () => expect(await engine.run(path)).toMatch(/^\/20\d\d\//), PATIENCE);
    await vi.waitFor(async () => expect(await complaints(engine)).toEqual([]), PATIENCE);
    await engine.back();
    await vi.waitFor(async () => expect(await engine.run(path)).toBe('/'), PATIENCE);
  });

  describe('at an old address', () => movedPageTests(() => engine));
});
