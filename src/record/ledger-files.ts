import { z } from 'astro/zod';
import { compareText } from '../lib/text.ts';
import { FOLDERS, type FolderName } from './address-names.ts';
import { entrySchema, type Ledger, type LedgerEntry } from './ledger.ts';
import { compareKeys } from './order.ts';

/*
 * The ledger on disk: `content/ledger/2018/slug.json` is of `content/articles/2018/slug.mdx`, so that
 * git merges branches that each add an article; `content/ledger/pages.txt` has a line for every other
 * address, of which git keeps both sides (`merge=union` in `.gitattributes`), with the folder that it was
 * where that had not its usual name.
 */

/** Where the ledger lies. */
export const LEDGER = 'content/ledger';
/** Where a ledger of version 1.0 lies: it is read, and `npm run register` carries it over. */
export const OLD_LEDGER = 'content/ledger.json';
/** The addresses that are not of articles. */
export const PAGES = `${LEDGER}/pages.txt`;

/** A file of the ledger. */
export const fileSchema = entrySchema.extend({
  number: z.string().optional(),
  feed: z.string().min(1),
});

/** The ledger of version 1.0, in one file. */
export const oldLedgerSchema = z.strictObject({
  articles: z.record(z.string(), entrySchema),
  pages: z.record(z.string(), z.string()),
});

/** A ledger of version 1.0 as one of today: the word in its feed ids was that of the engine. */
export function fromOldLedger({ articles, pages }: z.output<typeof oldLedgerSchema>): Ledger {
  const entries = Object.entries(articles).map(([key, entry]): [string, LedgerEntry] => [
    key,
    { ...entry, feed: `docket/${key}` },
  ]);
  return { articles: Object.fromEntries(entries), pages };
}

/** An entry and its key; of two entries with one number, the one that came later has its path. */
export function keyed(files: readonly z.output<typeof fileSchema>[]): Ledger['articles'] {
  const articles: Ledger['articles'] = {};
  const inOrder = files.toSorted(
    (a, b) => compareText(a.first, b.first) || compareText(a.id, b.id),
  );
  for (const { number, ...entry } of inOrder) {
    const isFree = number !== undefined && !Object.hasOwn(articles, number);
    articles[isFree ? number : entry.id] = entry;
  }
  return articles;
}

/** The files of a ledger, by path from the project's root. */
export function ledgerFiles({ articles, pages, folders = {} }: Ledger): Record<string, string> {
  const files: Record<string, string> = {};
  for (const key of Object.keys(articles).sort(compareKeys)) {
    const { id, feed, ...rest } = articles[key] as LedgerEntry;
    const number = key === id ? {} : { number: key };
    const name = `${LEDGER}/${id}.json`;
    // of an article that is gone, another may have taken the name
    const path = name in files ? `${LEDGER}/${id}-${key}.json` : name;
    files[path] = `${JSON.stringify({ id, ...number, feed, ...rest }, null, 2)}\n`;
  }
  const lines = Object.entries(pages)
    .sort(([a], [b]) => compareText(a, b))
    .map(([url, day]) => `${[day, url, folders[url]].filter(Boolean).join(' ')}\n`);
  if (lines.length > 0) files[PAGES] = lines.join('');
  return files;
}

/** Reads a line of {@link PAGES}. */
export function pageLine(
  line: string,
): { day: string; url: string; folder: FolderName | undefined } | undefined {
  const [, day, url, name] = /^(\d{4}-\d{2}-\d{2}) (\/\S*)(?: (\w+))?$/.exec(line) ?? [];
  const folder = FOLDERS.find((one) => one === name);
  if (day === undefined || url === undefined || folder !== name) return undefined;
  return { day, url, folder };
}
