import type { Article } from './article.ts';
import {
  announced,
  articleUrl,
  type Imprint,
  type Ledger,
  type LedgerEntry,
  wordsChanged,
} from './ledger.ts';
import { nextNumber } from './numbers.ts';
import { oldestFirst } from './order.ts';

/** An article that is to be filed. */
export interface Filing {
  id: string;
  /** Path from the project's root. */
  file: string;
  key: string;
  /** When it comes or came out, milliseconds since 1970 UTC. */
  pubDate: number;
  updatedDate?: string;
  corrections: readonly unknown[];
  imprint: Imprint;
}

/** What filing did to each article, or why it was refused. */
export interface Filed {
  ledger: Ledger;
  added: string[];
  changed: string[];
  moved: string[];
  minor: string[];
  /** Changed in silence: neither announced nor small and said to be minor. */
  refused: { file: string; words: number }[];
}

/**
 * Files articles and pages in the ledger.
 * @param filings every article that is not a draft
 * @param pages every other address of the site as it now is
 * @param now milliseconds since 1970 UTC
 * @param minor says whether the writer calls a file's change minor
 * @param minorWords how many words such a change may touch, since the last announced one
 */
export function fileAll(
  before: Ledger,
  filings: readonly Filing[],
  pages: Iterable<string>,
  now: number,
  minor: (file: string) => boolean,
  minorWords: number,
): Filed {
  const day = new Date(now).toISOString().slice(0, 10);
  const filed: Filed = {
    ledger: { articles: { ...before.articles }, pages: { ...before.pages } },
    added: [],
    changed: [],
    moved: [],
    minor: [],
    refused: [],
  };
  for (const filing of filings) {
    const entry = before.articles[filing.key];
    const url = articleUrl(filing.id);
    if (!entry || Date.parse(entry.first) > now) {
      const first = new Date(Math.max(filing.pubDate, now)).toISOString();
      filed.ledger.articles[filing.key] = { ...entryOf(filing), urls: [url], first };
      if (!entry) filed.added.push(filing.file);
      continue;
    }
    let next = entry;
    if (entry.id !== filing.id || !entry.urls.includes(url)) {
      next = { ...next, id: filing.id, urls: [...entry.urls.filter((old) => old !== url), url] };
      filed.moved.push(filing.file);
    }
    if (announced(entry, filing)) {
      const { first, urls, minor: edits } = next;
      next = { ...entryOf(filing), urls, first, ...(edits && { minor: edits }) };
      filed.changed.push(filing.file);
    } else if (filing.imprint.text !== entry.text) {
      const words = wordsChanged(entry.sketch, filing.imprint.sketch);
      if (minor(filing.file) && words <= minorWords) {
        const { text } = filing.imprint;
        next = { ...next, text, minor: [...(next.minor ?? []), { date: day, text }] };
        filed.minor.push(filing.file);
      } else filed.refused.push({ file: filing.file, words });
    }
    filed.ledger.articles[filing.key] = next;
  }
  for (const url of pages) filed.ledger.pages[url] ??= day;
  return filed;
}

function entryOf({
  id,
  imprint,
  updatedDate,
  corrections,
}: Filing): Omit<LedgerEntry, 'urls' | 'first'> {
  return {
    id,
    ...imprint,
    ...(updatedDate !== undefined && { updated: updatedDate }),
    ...(corrections.length > 0 && { corrections: corrections.length }),
  };
}

/** Numbers for articles that have none, oldest first, after the highest of their year. */
export function assignNumbers(
  articles: readonly Pick<Article, 'id' | 'key' | 'year' | 'number' | 'pubDate' | 'draft'>[],
  taken: Iterable<string>,
): Map<string, string> {
  const used = [...taken];
  const assigned = new Map<string, string>();
  for (const { id, year, number, draft } of [...articles].sort(oldestFirst)) {
    if (number !== undefined || draft) continue;
    const next = nextNumber(year.slice(2), used);
    used.push(next);
    assigned.set(id, next);
  }
  return assigned;
}
