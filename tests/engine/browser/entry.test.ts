import { afterAll, beforeAll, expect, test } from 'vitest';
import { FOUNDING, openWindow, visit, type Window } from '../../support/browser.ts';
import { ENGLISH } from '../../support/build-site.ts';

/*
 * What a reader does with an entry.
 */

let window: Window;
beforeAll(async () => {
  window = await openWindow();
});
afterAll(() => window.close());

test('without scripts nothing is missing and nothing is offered that cannot work', async () => {
  const context = await window.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(window.url + FOUNDING);
  expect(await page.getByRole('button', { name: 'Copy link' }).count()).toBe(0);
  expect(await page.getByRole('radio').count()).toBe(0);
  expect(await page.locator('#p1').isVisible()).toBe(true);
  expect(await page.locator('#p1 .para').isVisible()).toBe(true);
  await page.goto(`${window.url}search/`);
  expect(await page.locator('noscript p').isVisible()).toBe(true);
  await context.close();
});

test('the chosen paper stays, and is there before anything is painted', async () => {
  const context = await window.browser.newContext({ colorScheme: 'light' });
  const page = await context.newPage();
  await page.goto(window.url + FOUNDING);
  const paper = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  await page.getByRole('radio', { name: 'dark' }).check();
  const dark = await paper();
  expect(dark).not.toBe(light);

  // on the next page the body has not begun when the scheme is already set
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      Object.assign(globalThis, { themeAtBody: document.documentElement.dataset.theme });
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(window.url);
  expect(await page.evaluate(() => Reflect.get(globalThis, 'themeAtBody'))).toBe('dark');
  expect(await paper()).toBe(dark);
  expect(await page.getByRole('radio', { name: 'dark' }).isChecked()).toBe(true);
  // the frame that a phone draws around the page too
  const frame = page.locator('meta[name=theme-color]');
  expect(
    await frame.evaluateAll((metas) => metas.map((meta) => Reflect.get(meta, 'media'))),
  ).toEqual(['not all', 'all']);

  // a page in another tab follows
  const other = await context.newPage();
  await other.goto(window.url);
  await other.getByRole('radio', { name: 'light' }).check();
  await expect.poll(paper).toBe(light);
  await other.close();

  await page.getByRole('radio', { name: 'automatic' }).check();
  expect(await paper()).toBe(light);
  await page.reload();
  expect(await paper()).toBe(light);
  await context.close();
});

test('a scheme that is chosen holds on the way back', async () => {
  const context = await window.browser.newContext({ colorScheme: 'light' });
  const page = await context.newPage();
  await page.goto(window.url + FOUNDING);
  await page.goto(window.url);
  await page.getByRole('radio', { name: 'dark' }).check();
  await page.goBack();
  await page.waitForURL(window.url + FOUNDING);
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  expect(await page.getByRole('radio', { name: 'dark' }).isChecked()).toBe(true);
  await context.close();
});

test('an entry is handed to the system where that shares, and not offered where it does not', async () => {
  const page = await window.browser.newPage();
  const button = page.getByRole('button', { name: 'Share', exact: true });
  await page.addInitScript(() => Object.assign(navigator, { share: undefined }));
  await page.goto(window.url + FOUNDING);
  expect(await button.count()).toBe(0);
  await page.addInitScript(() =>
    Object.assign(navigator, {
      share: async (data: ShareData) => Object.assign(globalThis, { shared: data }),
    }),
  );
  await page.reload();
  await button.click();
  expect(await page.evaluate(() => Reflect.get(globalThis, 'shared'))).toEqual({
    title: expect.stringContaining('pier'),
    url: `https://quay.example/${FOUNDING}`,
  });
  await page.close();
});

test('the permanent link is copied, and the page says so, or that it could not', async () => {
  const context = await window.browser.newContext();
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], {
    origin: new URL(window.url).origin,
  });
  const page = await context.newPage();
  await page.goto(window.url + FOUNDING);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.getByText('Copied', { exact: true }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(`https://quay.example/${FOUNDING}`);
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('forbidden'));
  });
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.getByText(/^Not copied/).waitFor();
  await context.close();
});

test('key facts stand beside the opening where there is room, and notes beside their marks, in order and apart', async () => {
  const page = await window.browser.newPage({ viewport: { width: 1440, height: 900 } });
  await visit(page, window.url + FOUNDING);
  const { boxes, facts, opening } = await page.evaluate(() => {
    const box = (selector: string) => {
      const { top, bottom, left, right } =
        document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
      return { top, bottom, left, right };
    };
    return {
      boxes: [...document.querySelectorAll('.notes li')].map((note) => ({
        ...box(`#${note.id}`),
        mark: box(`#fnref-${note.id.slice(3)}`).top,
        text: box('.prose').right,
      })),
      facts: box('.facts'),
      opening: box('#p1'),
    };
  });
  expect(facts.top).toBeCloseTo(opening.top, 0);
  expect(facts.left).toBeGreaterThan(boxes[0]?.text ?? Number.NaN);
  expect(boxes.length).toBeGreaterThan(1);
  for (const [i, box] of boxes.entries()) {
    expect(box.left).toBeGreaterThan(box.text);
    const above = boxes[i - 1]?.bottom ?? facts.bottom;
    expect(box.top).toBeGreaterThan(above);
    if (box.mark > above + 20) expect(Math.abs(box.top - box.mark)).toBeLessThan(12);
  }
  await page.setViewportSize({ width: 390, height: 900 });
  const [lastParagraph, firstNote] = await page.evaluate(() =>
    ['.prose > p:last-of-type', '.notes li'].map(
      (selector) => document.querySelector(selector)?.getBoundingClientRect().top ?? 0,
    ),
  );
  expect(firstNote).toBeGreaterThan(lastParagraph ?? 0);
  await page.close();
});

test('notes that stand beside the text are copied apart', async () => {
  const page = await window.browser.newPage({ viewport: { width: 1440, height: 900 } });
  await visit(page, window.url + FOUNDING);
  const notes = await page.locator('.beside li').allInnerTexts();
  expect(notes.length).toBeGreaterThan(1);
  const copied = await page.evaluate(() => {
    getSelection()?.selectAllChildren(document.querySelector('.beside ol') as Element);
    return String(getSelection());
  });
  for (const note of notes) expect(copied.split('\n')).toContain(note.split('\n')[0]?.trim());
  await page.close();
});

test('where there is room, key facts stand beside a cover, and topics beside the sources, below the last note', async () => {
  const page = await window.browser.newPage({ viewport: { width: 1440, height: 900 } });
  const box = (selector: string) =>
    page.locator(selector).evaluate((found) => {
      const { top, bottom, left, right } = found.getBoundingClientRect();
      return { top, bottom, left, right };
    });
  await visit(page, `${window.url}2024/ferries-by-night/`);
  await page.evaluate(() => {
    const facts = document.createElement('section');
    facts.className = 'facts';
    facts.append('A boat at one.');
    document.querySelector('.cover')?.after(facts);
  });
  const [cover, facts] = [await box('.cover'), await box('.facts')];
  expect(facts.top).toBeCloseTo(cover.top, 0);
  expect(facts.left).toBeGreaterThan(cover.right);
  await visit(page, window.url + FOUNDING);
  const [sources, topics] = [await box('.sources'), await box('section:has(> .tags)')];
  expect(topics.left).toBeGreaterThan(sources.right);
  expect((await box('.proof > :last-child')).bottom).toBeCloseTo((await box('.proof')).bottom, 0);
  expect(topics.top).toBeGreaterThan((await box('.notes li:last-child')).bottom);
  await page.close();
});

test('on a phone an entry begins on the first screen, and no neighbour is named twice below it', async () => {
  const page = await window.browser.newPage({ viewport: { width: 390, height: 844 } });
  const late: string[] = [];
  for (const path of ENGLISH.readPages().filter((path) => /^20\d\d\/[^/]+\/index/.test(path))) {
    await page.goto(window.url + path.replace('index.html', ''));
    const { top, twice } = await page.evaluate(() => {
      const links = [...document.querySelectorAll<HTMLAnchorElement>('.related :is(h3 a, .duo a)')];
      const addresses = links.map(({ href }) => href);
      return {
        top: document.querySelector('.prose > p')?.getBoundingClientRect().top ?? 0,
        twice: addresses.filter((href, i) => addresses.indexOf(href) !== i),
      };
    });
    if (top > 900) late.push(`${path} ${top}`);
    expect(twice, path).toEqual([]);
  }
  expect(late).toEqual([]);
  await page.close();
});

test('on a phone a table of three columns has its rows parted, and none is wider than the screen, with text of double size neither', async () => {
  const page = await window.browser.newPage({ viewport: { width: 390, height: 844 } });
  const session = await page.context().newCDPSession(page);
  const looks = () =>
    page.evaluate(() => ({
      tops: [...(document.querySelector('.scroll tbody tr')?.children ?? [])].map((cell) =>
        Math.round(cell.getBoundingClientRect().top),
      ),
      wide: [...document.querySelectorAll('.scroll')].filter(
        ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth,
      ).length,
    }));
  await visit(page, window.url + FOUNDING);
  const { tops, wide } = await looks();
  expect(tops[1]).toBeGreaterThan(tops[0] ?? Number.NaN);
  expect(tops[2]).toBe(tops[1]);
  expect(wide).toBe(0);
  await session.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
  const large = await looks();
  expect(large.tops[2]).toBeGreaterThan(large.tops[1] ?? Number.NaN);
  expect(large.wide).toBe(0);
  await page.close();
});

test('marks of notes and sources are large enough on a phone, in captions and cells too', async () => {
  const page = await window.browser.newPage({ viewport: { width: 390, height: 844 } });
  await visit(page, window.url + FOUNDING);
  const sizes = await page.evaluate(() =>
    [...document.querySelectorAll('.citation, .note-mark')].map((mark) =>
      Number.parseFloat(getComputedStyle(mark).fontSize),
    ),
  );
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
  await page.close();
});

test('a name outside Latin-1 is set in the faces of the house', async () => {
  const page = await window.browser.newPage();
  const faces: string[] = [];
  page.on('request', (request) => {
    if (/-ext\.[\w-]+\.woff2$/.test(request.url())) faces.push(request.url());
  });
  await visit(page, window.url + FOUNDING);
  expect(faces).toEqual([]);
  await page.evaluate(() => {
    const [text, headline] = [document.querySelector('#p1'), document.querySelector('h1')];
    text?.append(' Michał');
    headline?.append(' Žižek');
  });
  await page.waitForTimeout(500);
  const named = (paths: string[]) => [
    ...new Set(paths.flatMap((path) => /([a-z-]+)-ext\.[\w-]+\.woff2$/.exec(path)?.[1] ?? [])),
  ];
  const upright = named(ENGLISH.files()).filter((name) => !name.endsWith('italic'));
  expect(named(faces).sort()).toEqual(upright.sort());
  await page.close();
});

test('a picture has its twin in the dark scheme, and comes in full size over the page', async () => {
  const context = await window.browser.newContext({ colorScheme: 'dark' });
  const page = await context.newPage();
  await page.goto(`${window.url}2024/ferries-by-night/`);
  const seen = () =>
    page
      .locator('.cover img:visible')
      .evaluateAll((all) =>
        all.map((image) => /night-boat(?:-dark)?/.exec((image as HTMLImageElement).src)?.[0]),
      );
  expect(await seen()).toEqual(['night-boat-dark']);
  await page.getByRole('radio', { name: 'light' }).check();
  expect(await seen()).toEqual(['night-boat']);

  await page.locator('.cover img:visible').click();
  const dialog = page.getByRole('dialog', { name: 'A ferry under a lamp' });
  await dialog.getByRole('img').waitFor();
  expect(page.url()).toContain('/ferries-by-night/');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await context.close();
});
