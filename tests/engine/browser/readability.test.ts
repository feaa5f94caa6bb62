import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWindow, type Window } from '../../support/browser.ts';
import { ENGLISH } from '../../support/build-site.ts';

/*
 * Reader modes (Firefox's is https://github.com/mozilla/readability) take an article out of its page:
 * nothing that an editor wrote may be lost on the way.
 */

const SCRIPT = createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js');

let window: Window;
beforeAll(async () => {
  window = await openWindow();
});
afterAll(() => window.close());

/** What reader modes lose of the page's article. */
function lost(): string[] {
  const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
  const Reader = Reflect.get(globalThis, 'Readability');
  const kept = flat(new Reader(document.cloneNode(true)).parse()?.textContent ?? '');
  const words = document.createTreeWalker(
    document.querySelector('.prose') as Element,
    NodeFilter.SHOW_TEXT,
  );
  const missing: string[] = [];
  while (words.nextNode()) {
    const text = flat(words.currentNode.textContent ?? '');
    const around = words.currentNode.parentElement;
    // drawings, marks, buttons and the form that says how to cite are the page's, not the editor's
    if (
      around?.closest(
        '.para, .cite, .sr-only, .stamp, .versions, [aria-hidden], section:has(> .tags)',
      )
    )
      continue;
    if (text !== '' && !kept.includes(text)) missing.push(text);
  }
  return missing;
}

/** Gives an article's headings the names, and its notes the links, that reader modes take for those of menus. */
function disguise(): void {
  for (const heading of document.querySelectorAll('.prose :is(h2, h3, h4).content')) {
    heading.id = `comments-in-jdcom-media-${heading.id}`;
  }
  for (const words of document.querySelectorAll('[role=note] p')) {
    const link = document.createElement('a');
    link.href = '/';
    const text = words.textContent ?? '';
    link.textContent = text.slice(0, text.length / 3);
    words.replaceChildren(link, text.slice(text.length / 3));
  }
}

test('keep every word of every article', async () => {
  // a browser's own reader mode is not held to a page's policy
  const page = await window.browser.newPage({ bypassCSP: true });
  const script = readFileSync(SCRIPT, 'utf8');
  await page.addInitScript({ content: `${script};globalThis.Readability = Readability;` });
  for (const path of ENGLISH.readPages().filter((path) => /^20\d\d\/[^/]+\/index/.test(path))) {
    await page.goto(window.url + path.replace('index.html', ''));
    if ((await page.locator('.prose').count()) === 0) continue;
    expect(await page.evaluate(lost), path).toEqual([]);
    await page.evaluate(disguise);
    expect(await page.evaluate(lost), path).toEqual([]);
  }
  await page.close();
});
