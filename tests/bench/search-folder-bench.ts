import { serveSite } from '../../src/cli/server.ts';
import { judgeByKind, type Score, type Search } from '../support/judge.ts';
import { launchChromium } from '../tools/chromium.ts';
import { miniSearch, plainPagefind, sqlite } from './search-contenders.ts';
import { buildFolder, type Folder, readFolder } from './search-folder.ts';
import { scoreTable, typedTable } from './search-tables.ts';
import { askPage, type Pair, typePairs } from './search-typed.ts';

/** Pairs that are typed of each kind of query. */
const PAIRS = 3;

/**
 * Judges the search by a folder of texts: builds a site of them, asks their queries in its search page and
 * of the other searches, then types some.
 * @param only names of searches, and `typed`; all when empty
 */
export async function judgeFolder(path: string, only: readonly string[]) {
  const folder = readFolder(path);
  const wanted = (name: string) =>
    only.length === 0 || only.some((start) => name.toLowerCase().startsWith(start));
  console.error(`${folder.name}: builds a site of ${folder.texts.length} texts`);
  const { project, dist, texts } = await buildFolder(folder);
  const served = await serveSite({ dir: dist, port: 0 });
  const browser = await launchChromium();
  try {
    const scores: Record<string, Record<string, Score>> = {};
    const judge = async (name: string, open: () => Search | Promise<Search>) => {
      if (!wanted(name)) return;
      console.error(`${folder.name}: asks ${name}`);
      scores[name] = await judgeByKind(folder.queries, await open());
    };
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await judge('ours', () => askPage(page, served.url));
    const pagefind = wanted('Pagefind') ? await plainPagefind(texts) : undefined;
    if (pagefind) await judge('Pagefind, defaults', () => pagefind.search);
    pagefind?.close();
    await judge('MiniSearch', () => miniSearch(texts));
    await judge('SQLite FTS5', () => sqlite(texts));
    const typed = wanted('typed') ? await typePairs(browser, served.url, pairsOf(folder)) : [];
    return { name: folder.name, locale: folder.locale, texts: folder.texts.length, scores, typed };
  } finally {
    await browser.close();
    await served.close();
    project.remove();
  }
}

/** Pairs of each kind that the folder asks, and of kinds that it may not have: dates, phrases, filters. */
function pairsOf({ queries, texts, locale }: Folder): Pair[] {
  const kinds = Map.groupBy(queries, ({ kind }) => kind);
  const asked = [...kinds].flatMap(([kind, some]) =>
    spread(some).map((one, i) => ({
      kind,
      first: one.query,
      second: some[(some.indexOf(one) + 1 + i) % some.length]?.query ?? '',
    })),
  );
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  const made = spread(texts).flatMap((text): Pair[] => {
    const words = [...segmenter.segment(text.text.slice(0, 2000))].flatMap(
      ({ segment, isWordLike }) => (isWordLike ? [segment] : []),
    );
    const [one = '', other = ''] = words.toSorted((a, b) => b.length - a.length);
    const year = text.date.slice(0, 4);
    const pair = { first: one, second: other };
    return [
      { kind: 'a date', first: text.date, second: other },
      { kind: 'a word and a year', first: `${one} ${year}`, second: `${other} ${year}` },
      { kind: 'a word and a number', first: `${one} 12`, second: `${other} 7` },
      { kind: 'a phrase', first: `"${text.title}"`, second: other },
      { kind: 'within a year', ...pair, address: `?from=${year}-01-01&to=${year}-12-31` },
    ];
  });
  return [...asked, ...made];
}

/** Some of a list, evenly from all of it. */
function spread<T>(list: readonly T[]): T[] {
  const step = Math.max(1, Math.floor(list.length / PAIRS));
  return list.filter((_, i) => i % step === 0).slice(0, PAIRS);
}

/** The figures of a folder, as tables. */
export function folderReport({
  name,
  locale,
  texts,
  scores,
  typed,
}: Awaited<ReturnType<typeof judgeFolder>>): string {
  return [
    `${name}, ${texts} texts (${locale}):`,
    scoreTable(scores),
    ...(typed.length > 0
      ? ['Typed at 110 ms a key, over the wire, script included:', typedTable(typed)]
      : []),
  ].join('\n\n');
}
