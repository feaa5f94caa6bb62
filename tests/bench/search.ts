import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { serveSite } from '../../src/cli/server.ts';
import { judgeByKind, judgedSet, type Score } from '../support/judge.ts';
import { misspellings } from '../support/misspell.ts';
import { indexOf, loadShipped, type Texts } from '../support/search.ts';
import { launchChromium } from '../tools/chromium.ts';
import { figure } from './markdown-table.ts';
import { OUTPUT_OPTIONS, putOut } from './output.ts';
import { miniSearch, ours, plainPagefind, sqlite } from './search-contenders.ts';
import { folderReport, judgeFolder } from './search-folder-bench.ts';
import { scoreTable, typedTable } from './search-tables.ts';
import { type Weight, weigh } from './search-weight.ts';

/*
 * `npm run bench -- search`: how well the search ranks, forgives and hurries, and what it weighs.
 * The dist folder must hold a build.
 *
 *     --corpus FOLDER   judges it by the texts and queries of a folder instead (`search-folder.ts`)
 *     --only NAME,NAME  of these: ours, pagefind, minisearch, sqlite, typed
 */

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      ...OUTPUT_OPTIONS,
      sizes: { type: 'string', default: '1000,10000' },
      corpus: { type: 'string' },
      only: { type: 'string', default: '' },
    },
  });
  if (values.corpus !== undefined) {
    const only = values.only.toLowerCase().split(',');
    const judged = await judgeFolder(
      values.corpus,
      only.filter((name) => name !== ''),
    );
    putOut(judged, folderReport(judged), values);
    return 0;
  }
  const shipped = await loadShipped();
  const ranking = await rank(shipped);
  const times = await paint(shipped);
  const weights: Weight[] = [];
  for (const entries of values.sizes.split(',').map(Number)) {
    for (const split of [false, true]) weights.push(await weigh(shipped, dist, entries, split));
  }
  const result = { ...ranking, times, weights };
  putOut(result, report(result), values);
  return 0;
}

async function rank(shipped: Texts) {
  const set = judgedSet();
  const pagefind = await plainPagefind(shipped);
  const defaults = await judgeByKind(set, pagefind.search);
  pagefind.close();
  const index = await indexOf(shipped);
  const search = ours(index);
  const scores = {
    ours: await judgeByKind(set, search),
    'Pagefind, defaults': defaults,
    MiniSearch: await judgeByKind(set, miniSearch(shipped)),
    'SQLite FTS5': await judgeByKind(set, sqlite(shipped)),
  };
  const words = (await index.reader.vocabulary())
    .flatMap((line) => line.split(' '))
    .filter((word) => /^[a-z]{5,}$/.test(word));
  const slips = [];
  for (const { word, typed } of misspellings(words, 1000)) {
    const kind = word.at(0) === typed.at(0) ? 'first letter kept' : 'first letter lost';
    slips.push({ kind, query: typed, answers: (await search(word)).slice(0, 1) });
  }
  const forgiven = await judgeByKind(slips, search);
  index.close();
  return { scores, forgiven };
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
  scores: Record<string, Record<string, Score>>;
  forgiven: Record<string, Score>;
  times: { median: number; p95: number };
  weights: Weight[];
}

function report({ scores, forgiven, times, weights }: Report): string {
  return [
    'Ranking, the judged set:',
    scoreTable(scores),
    'Mistyped words, and the entry that the right word finds first:',
    scoreTable({ ours: forgiven }),
    `From the last keystroke to paint, 200 queries: median ${figure(times.median, 0)} ms, p95 ${figure(times.p95, 0)} ms.`,
    ...weights.flatMap(({ entries, indexes, typed, growth: { bytes, files } }) => [
      `${entries} entries, ${indexes}; one more changes ${figure(bytes / 1000)} kB in ${files} files. Typed at 110 ms a key, over the wire, script included:`,
      typedTable(typed),
    ]),
  ].join('\n\n');
}
