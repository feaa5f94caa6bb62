import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveSite } from '../../../src/cli/server.ts';
import { barriers } from '../../support/barriers.ts';
import { openWindow, overflow, type Window } from '../../support/browser.ts';
import { ENGLISH, SITES } from '../../support/build-site.ts';
import { isDeep } from '../../support/deep.ts';
import { launchChromium } from '../../tools/chromium.ts';
import { pageKinds } from '../../tools/page-kinds.ts';

/* Publications in other scripts and languages, as readers meet them on the smallest phone. */

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** What of a text is pushed together, torn apart or slanted that must not be. */
function misset(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => element.checkVisibility())
      .filter((element) => {
        const { letterSpacing, fontStyle } = getComputedStyle(element);
        const isForeign = element.closest('[lang]')?.getAttribute('lang')?.startsWith('en');
        const isClose = letterSpacing !== 'normal' && letterSpacing !== '0px';
        return isClose || (fontStyle === 'italic' && !isForeign);
      })
      .map(({ tagName, className }) => `${tagName} ${className}`),
  );
}

describe.each(SITES.filter(({ name }) => /arabic|chinese|german|japanese/.test(name)))(
  '$name',
  (site) => {
    let window: Window;
    let page: Page;
    let setLetters: (standard: number) => Promise<unknown>;
    beforeAll(async () => {
      window = await openWindow(site.dir, browser);
      const context = await window.browser.newContext();
      page = await context.newPage();
      const session = await context.newCDPSession(page);
      setLetters = (standard) => session.send('Page.setFontSizes', { fontSizes: { standard } });
    });
    afterAll(() => window.close());

    test('no page scrolls sideways, and none has a barrier', async () => {
      const records = site
        .readPages()
        .filter((path) => site.file(path).includes(' data-name='))
        .map((path) => ({ kind: 'records', path: path.replace('index.html', '') }));
      for (const { kind, path } of [...pageKinds(site.dir), ...records]) {
        await page.setViewportSize({ width: 320, height: 800 });
        await page.goto(window.url + encodeURI(path));
        expect(await overflow(page), kind).toBe(0);
        await setLetters(32);
        await page.setViewportSize({ width: 390, height: 800 });
        expect(await overflow(page), `${kind}, text of double size`).toBe(0);
        await setLetters(16);
        if (site.name !== 'german') expect(await misset(page), kind).toEqual([]);
        if (!isDeep && !['article', 'home', 'search'].includes(kind)) continue;
        expect(await barriers(page), kind).toEqual([]);
      }
    });
  },
);

/** Makes the line of author, date and length long enough to break, and says where its lines begin and end. */
function breakByline() {
  const line = document.querySelector('.byline');
  const date = line?.querySelector('time');
  if (!line || !date) throw new Error('There is no line of author and date.');
  for (let n = 0; n < 8; n += 1) line.append(' ', date.cloneNode(true));
  const parts = [...line.children].map((part) => part.getBoundingClientRect());
  return [...new Set(parts.map(({ y }) => y))].map((y) => {
    const inLine = parts.filter((part) => part.y === y).sort((a, b) => a.x - b.x);
    const [first = new DOMRect(), second] = inLine;
    const { height, left, right } = first;
    const gap = second && [right + 4, second.left - 4];
    return { y, height, left, right: inLine.at(-1)?.right ?? 0, gap };
  });
}

test('a point stands between author, date and length that share a line, and at no end of one', async () => {
  const window = await openWindow(ENGLISH.dir, browser);
  const page = await window.browser.newPage({ viewport: { width: 390, height: 1000 } });
  for (const { name, dir } of SITES) {
    const article = pageKinds(dir).find(({ kind }) => kind === 'article');
    if (article === undefined) continue;
    const served = await serveSite({ dir, port: 0 });
    await page.goto(served.url + encodeURI(article.path));
    const lines = await page.evaluate(breakByline);
    expect(lines.length, name).toBeGreaterThan(2);
    const shots = [];
    for (const visibility of ['visible', 'hidden']) {
      await page.locator('.byline').evaluate((line, visibility) => {
        (line as HTMLElement).style.visibility = visibility;
      }, visibility);
      shots.push(sharp(await page.screenshot()).removeAlpha());
    }
    for (const { y, height, left, right, gap } of lines) {
      const area = { left: 0, top: Math.round(y), width: 390, height: Math.round(height) };
      const [shown, hidden] = await Promise.all(
        shots.map((shot) => shot.clone().extract(area).raw().toBuffer()),
      );
      const painted = new Set<number>();
      shown?.forEach((value, i) => {
        if (value !== hidden?.[i]) painted.add(Math.floor(i / 3) % area.width);
      });
      // letters reach over their boxes by a pixel or two
      expect(Math.min(...painted), name).toBeGreaterThan(left - 3);
      expect(Math.max(...painted), name).toBeLessThan(right + 3);
      const [from = 0, to = 0] = gap ?? [];
      expect(
        [...painted].some((x) => x > from && x < to),
        name,
      ).toBe(gap !== undefined);
    }
    await served.close();
  }
  await window.close();
});

test('a table of few columns does not scroll on a phone, and one of many keeps its words together', async () => {
  const window = await openWindow(SITES.find(({ name }) => name === 'japanese')?.dir, browser);
  const page = await window.browser.newPage({ viewport: { width: 390, height: 900 } });
  await page.goto(`${window.url}2026/saikai/`);
  const width = () =>
    page.locator('.prose .scroll').evaluate((box) => [box.clientWidth, box.scrollWidth]);
  const [room = 0, short] = await width();
  expect(short).toBe(room);
  await page.evaluate(() => {
    for (const cell of document.querySelectorAll('.prose .scroll td')) {
      cell.textContent = '桟橋の北側にある便の運賃は今後も変わらない。'.repeat(3);
    }
  });
  expect((await width())[1]).toBe(room);
  await page.evaluate(() => {
    for (const row of document.querySelectorAll('.prose .scroll tr')) {
      for (const cell of [...row.children]) row.append(cell.cloneNode(true));
    }
  });
  expect((await width())[1]).toBeGreaterThan(room + 100);
  await window.close();
});

test('a table of four columns and few rows is read on a phone as records, and loses no word', async () => {
  const window = await openWindow(SITES.find(({ name }) => name === 'german')?.dir, browser);
  const page = await window.browser.newPage({ viewport: { width: 320, height: 900 } });
  await page.goto(`${window.url}2026/02/der-haushalt-waechst/`);
  const table = page.locator('.prose .scroll table');
  const read = () =>
    table.evaluate(({ rows, parentElement }: HTMLTableElement) => ({
      scrolls: (parentElement?.scrollWidth ?? 0) > (parentElement?.clientWidth ?? 0),
      // the name of its column, where it begins, and how much of its words is outside
      cells: [...(rows[1]?.cells ?? [])].map((cell) => ({
        name: getComputedStyle(cell, '::before').content,
        left: cell.getBoundingClientRect().left,
        lost: cell.scrollWidth - cell.clientWidth,
      })),
    }));
  const { scrolls, cells } = await read();
  expect(scrolls).toBe(false);
  expect(cells.map(({ name }) => name)).toEqual([
    'none',
    '"Betrag"',
    '"Im Vorjahr"',
    '"Zuständig"',
  ]);
  expect(new Set(cells.map(({ left }) => left)).size).toBe(1);
  expect(cells.map(({ lost }) => lost)).toEqual([0, 0, 0, 0]);
  await page.setViewportSize({ width: 1200, height: 900 });
  const wide = await read();
  expect(wide.cells.map(({ name }) => name)).toEqual(['none', 'none', 'none', 'none']);
  await window.close();
});

test('the numbers of a chart fit a phone whatever their rows are called', async () => {
  const window = await openWindow(SITES.find(({ name }) => name === 'arabic')?.dir, browser);
  const page = await window.browser.newPage({ viewport: { width: 320, height: 900 } });
  await page.goto(`${window.url}2026/fath/`);
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('.chart details')) {
      details.setAttribute('open', '');
      for (const row of details.querySelectorAll('tr')) {
        row.append(...[1, 2].map(() => row.lastElementChild?.cloneNode(true) ?? ''));
        if (row.firstElementChild)
          row.firstElementChild.textContent = 'Donaudampfschifffahrtsgesellschaftskapitän';
      }
    }
  });
  expect(await overflow(page)).toBe(0);
  await window.close();
});

test('what was found is marked within a run of characters, neighbours as one', async () => {
  const window = await openWindow(SITES.find(({ name }) => name === 'japanese')?.dir, browser);
  const page = await window.browser.newPage();
  await page.goto(
    `${window.url}2025/heisa/?highlight=${encodeURIComponent('閉じる 決めた 十一月')}`,
  );
  const marks = page.locator('.prose mark');
  await marks.first().waitFor();
  expect(new Set(await marks.allTextContents())).toEqual(new Set(['十一月', '閉じる', '決めた']));
  await page.goto(`${window.url}2025/heisa/?highlight=${encodeURIComponent('月 十一')}`);
  await marks.first().waitFor();
  expect(await marks.allTextContents()).toContain('十一月');
  await window.close();
});

test('where a passage stands is said on one line, and headlines of results end theirs between words', async () => {
  const window = await openWindow(SITES.find(({ name }) => name === 'chinese')?.dir, browser);
  const page = await window.browser.newPage({ viewport: { width: 390, height: 900 } });
  await page.goto(`${window.url}search/?q=${encodeURIComponent('码头')}`);
  const words = page.locator('.results ul a:not(:has(.sr-only))');
  await words.first().waitFor();
  const lines = await words.evaluateAll((links) =>
    links.map((link) => {
      const range = document.createRange();
      range.selectNodeContents(link);
      return range.getClientRects().length;
    }),
  );
  expect(new Set(lines)).toEqual(new Set([1]));

  // and no word of a headline is cut in two
  await page.setViewportSize({ width: 240, height: 900 });
  const headlines = await page.locator('.results h2 a').evaluateAll((links) =>
    links.map((link) => {
      const range = document.createRange();
      range.selectNodeContents(link);
      const words = [...link.childNodes].filter((node) => node.textContent !== '');
      return {
        lines: new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom))).size,
        cut: words.filter((word) => {
          range.selectNodeContents(word);
          const tops = [...range.getClientRects()].map(({ bottom }) => Math.round(bottom));
          return new Set(tops).size > 1;
        }).length,
      };
    }),
  );
  expect(Math.max(...headlines.map((headline) => headline.lines))).toBeGreaterThan(1);
  expect(headlines.map(({ cut }) => cut)).toEqual(headlines.map(() => 0));
  await window.close();
});

test('what stands at the side and what is drawn stands on the right where a language runs so', async () => {
  const arabic = SITES.find(({ name }) => name === 'arabic');
  const window = await openWindow(arabic?.dir, browser);
  const page = await window.browser.newPage({ viewport: { width: 820, height: 900 } });
  await page.goto(`${window.url}2025/ighlaq/`);
  const edge = (selector: string, side: 'left' | 'right') =>
    page.evaluate(
      ([selector = '', side]) =>
        document.querySelector(selector)?.getBoundingClientRect()[side as 'left' | 'right'] ?? 0,
      [selector, side],
    );
  // the plain voice has no numbers of paragraphs: one as the other voice has it
  await page.evaluate(() => {
    const number = document.createElement('a');
    number.className = 'para';
    number.textContent = '1';
    document.querySelector('.prose > p')?.prepend(number);
  });
  expect(await edge('.para', 'left')).toBeGreaterThan(await edge('.prose', 'right'));
  // the bar begins beside its name
  expect(await edge('.bars th', 'left')).toBeGreaterThan((await edge('.bars rect', 'right')) - 2);
  expect(await edge('.bars rect', 'left')).toBeGreaterThan(
    (await edge('.bars td:last-child', 'right')) - 2,
  );
  expect(await edge('.times time', 'left')).toBeGreaterThan(await edge('.times p', 'left'));
  expect(await edge('.notes li p', 'right')).toBeGreaterThan((await edge('.notes', 'right')) - 60);
  await window.close();
});
