import { afterAll, beforeAll, expect, test } from 'vitest';
import { listen, openWindow, type Window } from '../../support/browser.ts';

/*
 * A feed opened by itself.
 */

let window: Window;
beforeAll(async () => {
  window = await openWindow();
});
afterAll(() => window.close());

test.each(['rss.xml', 'atom.xml', 'storylines/north-pier/rss.xml'])(
  '%s looks like the publication, says what it is and shows its entries',
  async (feed) => {
    const context = await window.browser.newContext({
      viewport: { width: 390, height: 800 },
      colorScheme: 'light',
    });
    const page = await context.newPage();
    const complaints = listen(page, window.url);
    await page.goto(window.url + feed);
    const seen = await page.evaluate(() => {
      const style = (selector: string, pseudo?: string) => {
        const element = document.querySelector(selector);
        return element ? getComputedStyle(element, pseudo) : undefined;
      };
      const root = document.documentElement;
      const entry = document.querySelector('item, entry');
      const date = document.querySelector('pubDate, published');
      const ruler = new OffscreenCanvas(1, 1).getContext('2d');
      if (ruler && date) ruler.font = getComputedStyle(date).font;
      return {
        // letters of the date that have room
        day: date?.textContent?.slice(
          0,
          Math.round(date.clientWidth / (ruler?.measureText('0').width ?? 1)),
        ),
        paper: getComputedStyle(root).backgroundColor,
        says: getComputedStyle(root, '::before').content,
        title: style(':is(item, entry) > title')?.fontFamily,
        shown: [...(entry?.children ?? [])]
          .filter((child) => getComputedStyle(child).display !== 'none')
          .map((child) => child.localName)
          .sort(),
        tooWide: root.scrollWidth > innerWidth,
      };
    });
    await page.goto(window.url);
    const [paper, family] = await page.evaluate(() => [
      getComputedStyle(document.documentElement).backgroundColor,
      getComputedStyle(document.querySelector('h2') ?? document.body).fontFamily.split(',')[0] ??
        '',
    ]);
    expect(seen.paper).toBe(paper);
    expect(seen.says).toContain('This is a feed.');
    expect(seen.title).toContain(family);
    expect(seen.shown).toEqual(
      feed === 'atom.xml'
        ? ['link', 'published', 'summary', 'title']
        : ['description', 'link', 'pubDate', 'title'],
    );
    expect(seen.day).toMatch(
      feed === 'atom.xml' ? /^\d{4}-\d\d-\d\d$/ : /^\w{3}, \d\d \w{3} \d{4}$/,
    );
    expect(seen.tooWide).toBe(false);
    expect(complaints).toEqual({ errors: [], failures: [], foreign: [] });
    await context.close();
  },
);
