import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { serveSite } from '../../src/cli/server.ts';
import { Finder } from '../../src/ui/client/search/finder.ts';
import { judge, judgedSet, type Score } from '../support/judge.ts';
import { misspellings } from '../support/misspell.ts';
import { indexOf, loadShipped, type Texts } from '../support/search.ts';
import { launchChromium } from '../tools/chromium.ts';
import { figure, markdownTable } from './markdown-table.ts';
import { OUTPUT_OPTIONS, putOut } from './output.ts';
import { miniSearch, ours, plainPagefind } from './search-contenders.ts';
import { corpus } from './search-corpus.ts';
import { type Growth, growth, sent } from './search-growth.ts';

/*
 * `npm run bench -- search`: how well the search ranks, forgives and hurries, and what it weighs.
 * The dist folder must hold a build.
 */

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/** Pairs of queries, one after the other, as a reader may ask them of any record. */
const PAIRS = [
  ['china exchanges', 'supreme court india'],
  ['legal tender', 'stablecoin'],
  ['mining', 'custody rules'],
  ['reserve bank', 'travel rule'],
  ['securities', 'licence japan'],
  ['task force', 'money laundering'],
];

interface Weight {
  entries: number;
  indexes: 'one' | 'past and open';
  /** Bytes of the first query, the second, and the heaviest of each. */
  first: number;
  firstMost: number;
  second: number;
  secondMost: number;
  /** What one more entry changes. */
  growth: Growth;
}

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { ...OUTPUT_OPTIONS, sizes: { type: 'string', default: '1000,10000' } },
  });
  const shipped = await loadShipped();
  const ranking = await rank(shipped);
  const times = await paint(shipped);
  const weights: Weight[] = [];
  for (const entries of values.sizes.split(',').map(Number)) {
    weights.push(await weigh(shipped, entries, false), await weigh(shipped, entries, true));
  }
  const result = { ...ranking, times, weights };
  putOut(result, report(result), values);
  return 0;
}

async function rank(shipped: Texts) {
  const set = judgedSet();
  const pagefind = await plainPagefind(shipped);
  const defaults = await judge(set, pagefind.search);
  pagefind.close();
  const mini = await judge(set, miniSearch(shipped));
  const index = await indexOf(shipped);
  const search = ours(index);
  const scores = {
    ours: await judge(set, search),
    'Pagefind, defaults': defaults,
    MiniSearch: mini,
  };
  const words = (await index.engine.words())
    .flatMap((line) => line.split(' '))
    .filter((word) => /^[a-z]{5,}$/.test(word));
  let forgiven = 0;
  const pairs = misspellings(words, 1000);
  for (const { word, typed } of pairs) {
    const [right = ''] = await search(word);
    if ((await search(typed)).slice(0, 5).includes(right)) forgiven += 1;
  }
  index.close();
  return { queries: set.length, scores, forgiven: forgiven / pairs.length };
}

/** Bytes over the wire of a reader's first and second query, with and without an index of past months. */
async function weigh(shipped: Texts, entries: number, split: boolean): Promise<Weight> {
  const made = corpus(shipped.archive, shipped.text, entries);
  const openFrom = split ? '2026-11' : '0';
  const index = await indexOf(made, { openFrom });
  const own = readdirSync(join(dist, '_assets'))
    .filter((name) => /^main\..*\.js$/.test(name))
    .map((name) => sent(name, readFileSync(join(dist, '_assets', name))))
    .reduce((sum, bytes) => sum + bytes, 0);
  // its own opening is not a reader's
  await index.engine.search(['bitcoin'], {});
  const firsts: number[] = [];
  const seconds: number[] = [];
  for (const [one = '', other = ''] of PAIRS) {
    index.requests.length = 0;
    const finder = new Finder(await index.open());
    await (await finder.find({ text: one, chosen: {}, order: 'best' })).take(5);
    firsts.push(own + sentAll(index.requests));
    index.requests.length = 0;
    await (await finder.find({ text: other, chosen: {}, order: 'best' })).take(5);
    seconds.push(sentAll(index.requests));
  }
  index.close();
  return {
    entries,
    indexes: split ? 'past and open' : 'one',
    first: middle(firsts),
    firstMost: Math.max(...firsts),
    second: middle(seconds),
    secondMost: Math.max(...seconds),
    growth: await growth(made, openFrom),
  };
}

function sentAll(requests: readonly { path: string; content: Uint8Array }[]): number {
  return requests.reduce((sum, { path, content }) => sum + sent(path, content), 0);
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Milliseconds from the last keystroke until results are painted, over 200 queries in Chromium. */
async function paint(shipped: Texts): Promise<{ median: number; p95: number }> {
  const served = await serveSite({ dir: dist, port: 0 });
  const browser = await launchChromium();
  try {
    return await timed(
      await browser.newPage({ viewport: { width: 1440, height: 900 } }),
      served.url,
      shipped,
    );
  } finally {
    await browser.close();
    await served.close();
  }
}

async function timed(page: Page, url: string, shipped: Texts) {
  await page.goto(`${url}search/?q=bitcoin`);
  await page.locator('[role=status] b').waitFor();
  const texts = shipped.archive.articles.flatMap(({ title }) => {
    const words = title.split(' ').filter((word) => word.length > 4);
    return words.map((word, i) => [word, words[i + 1] ?? ''].join(' ').trim());
  });
  const times: number[] = [];
  for (const text of texts.slice(0, 200)) {
    times.push(
      await page.evaluate(async (typed) => {
        const field = document.querySelector<HTMLInputElement>('#q');
        const status = document.querySelector('.state p');
        if (!field || !status) throw new Error('this is not the search page');
        const painted = new Promise<void>((resolve) => {
          new MutationObserver((_, observer) => {
            // the line that says "searching" has nothing stressed
            if (!status.querySelector('b')) return;
            observer.disconnect();
            requestAnimationFrame(() => setTimeout(resolve));
          }).observe(status, { childList: true });
        });
        const begin = performance.now();
        field.value = typed;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        await painted;
        return performance.now() - begin;
      }, text),
    );
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  return { median: at(0.5), p95: at(0.95) };
}

interface Report {
  queries: number;
  scores: Record<string, Score>;
  forgiven: number;
  times: { median: number; p95: number };
  weights: Weight[];
}

function report({ queries, scores, forgiven, times, weights }: Report): string {
  const kb = (bytes: number) => `${figure(bytes / 1000)} kB`;
  return [
    `Ranking, ${queries} judged queries:`,
    markdownTable(
      ['', 'success@1', 'success@5', 'MRR'],
      Object.entries(scores).map(([name, { success1, success5, mrr }]) => [
        name,
        figure(success1, 3),
        figure(success5, 3),
        figure(mrr, 3),
      ]),
    ),
    `Mistyped words (1,000): ${figure(forgiven * 100)}% find the right entry among the first five.`,
    `From the last keystroke to paint, 200 queries: median ${figure(times.median, 0)} ms, p95 ${figure(times.p95, 0)} ms.`,
    'Over the wire, script included:',
    markdownTable(
      ['entries', 'indexes', 'first query', 'heaviest', 'second', 'heaviest', 'one entry more'],
      weights.map((weight) => [
        String(weight.entries),
        weight.indexes,
        kb(weight.first),
        kb(weight.firstMost),
        kb(weight.second),
        kb(weight.secondMost),
        `${kb(weight.growth.bytes)} in ${weight.growth.files} files`,
      ]),
    ),
  ].join('\n\n');
}
