import { dayOf, parseMoment } from '../lib/dates.ts';
import type { Article } from './article.ts';
import { type ArticleFile, addressed, keyOf, visibilityOf, type Whole } from './article-file.ts';
import { announced, isRescheduled, type SilentChange, silentChange } from './changes.ts';
import { feedIds, type Ledger, type LedgerEntry, ledgerKey, newFeedId } from './ledger.ts';
import { nextNumber } from './numbers.ts';
import { oldestFirst } from './order.ts';
import type { Routes } from './routes.ts';
import type { Site } from './site.ts';

/** How a publication registers. */
export interface Rules {
  identity: Site['identity'];
  /** Articles that were given their numbers now: what may have been published before had none. */
  numbered?: ReadonlySet<string>;
  /* When a change need not be announced: */
  /** Says whether the writer calls a file's change minor. */
  minor(file: string): boolean;
  /** Says whether a file was registered by a clock that was ahead, and is to be as of now. */
  again(file: string): boolean;
  /** How many words such a change may touch, since the last announced one. */
  minorWords: number;
  /** The publication's time zone. */
  zone: string;
  /** Its addresses, without the base path. */
  routes: Routes;
}

/** What registration did to each article, or why it was refused. */
export interface Filed {
  ledger: Ledger;
  added: string[];
  changed: string[];
  moved: string[];
  minor: string[];
  /** Registered by a clock that was ahead, and now as of now. */
  again: string[];
  /** Changed in silence: neither announced nor small and said to be minor. */
  refused: ({ file: string } & SilentChange)[];
}

/**
 * Files articles and pages in the ledger.
 * @param articles every article; drafts stay out
 * @param pages every other address of the site as it now is
 * @param now milliseconds since 1970 UTC
 */
export function registerAll(
  before: Ledger,
  articles: readonly (ArticleFile & Whole)[],
  pages: Iterable<string>,
  now: number,
  rules: Rules,
): Filed {
  const day = dayOf(now, rules.zone);
  const folders = Object.fromEntries(
    rules.routes.renamed.map((folder) => [decodeURI(rules.routes.folder(folder)), folder]),
  );
  const filed: Filed = {
    ledger: {
      articles: { ...before.articles },
      pages: { ...before.pages },
      folders: { ...before.folders, ...folders },
    },
    added: [],
    changed: [],
    moved: [],
    minor: [],
    again: [],
    refused: [],
  };
  const kept = new Set<string>();
  const feeds = feedIds(before);
  const ids = new Set(articles.map(({ id }) => id));
  for (const article of articles) {
    const { id, file, data } = article;
    if (data.draft) continue;
    const key = keyOf(article);
    kept.add(key);
    const known = ledgerKey(before, article, (other) => ids.has(other));
    const entry = known === undefined ? undefined : before.articles[known];
    if (known !== undefined && known !== key) delete filed.ledger.articles[known];
    const url = rules.routes.article(addressed(article, rules.zone));
    const out = parseMoment(data.pubDate, rules.zone)?.ms ?? now;
    const first = new Date(Math.max(out, now)).toISOString();
    const isAhead = entry !== undefined && Date.parse(entry.first) > now;
    if (!entry || (isAhead && (out > now || isRescheduled(entry, article)))) {
      const published = rules.numbered?.has(id) ? id : key;
      const feed = entry?.feed ?? newFeedId(rules.identity, published, feeds);
      feeds.add(feed);
      filed.ledger.articles[key] = { ...entryOf(article), feed, urls: [url], first };
      if (!entry) filed.added.push(file);
      continue;
    }
    let next = entry;
    if (isAhead && rules.again(file)) {
      next = { ...next, first };
      filed.again.push(file);
    }
    if (entry.id !== id || !entry.urls.includes(url)) {
      next = { ...next, id, urls: [...entry.urls.filter((old) => old !== url), url] };
      filed.moved.push(file);
    }
    const { withdrawn, ...back } = next;
    // of one withdrawn, what was published stays on record: it may come back
    filed.ledger.articles[key] =
      visibilityOf(article, rules.zone, now) === 'withdrawn'
        ? { ...next, withdrawn: withdrawn ?? new Date(now).toISOString() }
        : enter(back, article, filed, now, rules);
  }
  for (const [key, { first }] of Object.entries(filed.ledger.articles)) {
    // it was to come out, and was taken back before it did
    if (Date.parse(first) > now && !kept.has(key)) delete filed.ledger.articles[key];
  }
  for (const url of [...pages, ...Object.keys(folders)]) filed.ledger.pages[url] ??= day;
  return filed;
}

/** The entry of an article as it is now, if that may be entered; notes what was done. */
function enter(
  entry: LedgerEntry,
  article: ArticleFile & Whole,
  filed: Filed,
  now: number,
  rules: Rules,
): LedgerEntry {
  const { file, fingerprint } = article;
  const { feed, first, urls, minor = [] } = entry;
  if (announced(entry, article, rules.zone)) {
    filed.changed.push(file);
    return { ...entryOf(article), feed, urls, first, ...(minor.length > 0 && { minor }) };
  }
  const silent = silentChange(entry, article, { ...rules, now });
  if (!silent) return withRecord(entry, article);
  if (!silent.small || !rules.minor(file)) {
    filed.refused.push({ file, ...silent });
    return entry;
  }
  filed.minor.push(file);
  const { text } = fingerprint;
  return {
    ...withRecord(entry, article),
    text,
    minor: [...minor, { date: dayOf(now, rules.zone), text }],
  };
}

/** An entry whose words are the same, with its source; one of a ledger that kept less gets what it lacks. */
function withRecord(entry: LedgerEntry, { fingerprint }: Whole): LedgerEntry {
  const { id, text, sketch, source: _before, ...rest } = entry;
  const { record, corrected, source } = fingerprint;
  return { id, text, sketch, record, ...(corrected && { corrected }), source, ...rest };
}

function entryOf({
  id,
  fingerprint,
  data: { updatedDate, corrections },
}: ArticleFile & Whole): Omit<LedgerEntry, 'feed' | 'urls' | 'first'> {
  const { restored: _ofText, ...kept } = fingerprint;
  return {
    id,
    ...kept,
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
