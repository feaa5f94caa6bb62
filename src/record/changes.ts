import { parseMoment } from '../lib/dates.ts';
import type { ArticleFile, Whole } from './article-file.ts';
import { type LedgerEntry, wordsChanged } from './ledger.ts';

/** A change that an article does not announce. */
export interface SilentChange {
  message: string;
  fix: string;
  /** Whether it may be entered without being announced. */
  small: boolean;
}

/** Whether an article says that it changed since it was last filed. */
export function announced(
  entry: LedgerEntry,
  { data: { updatedDate, corrections = [] } }: Pick<ArticleFile, 'data'>,
  zone: string,
): boolean {
  return (
    corrections.length > (entry.corrections ?? 0) ||
    (updatedDate !== undefined && isLater(updatedDate, entry.updated, zone))
  );
}

/**
 * Whether an article that the ledger has come out later has been given another date. One that a fast
 * clock registered has the moment of that clock, with its fractions, or its date as it was.
 */
export function isRescheduled(
  { first, record }: LedgerEntry,
  { fingerprint }: Pick<ArticleFile, 'fingerprint'>,
): boolean {
  const isDate = Date.parse(first) % 1000 === 0;
  return (
    isDate && record !== undefined && fingerprint !== undefined && fingerprint.record !== record
  );
}

/** Whether an article was updated, and does not say it any more or names an earlier day. */
export function updateTakenBack(
  { updated }: LedgerEntry,
  { data: { updatedDate } }: Pick<ArticleFile, 'data'>,
  zone: string,
): boolean {
  return (
    updated !== undefined && (updatedDate === undefined || isLater(updated, updatedDate, zone))
  );
}

/** The same moment in another form is not later. */
function isLater(date: string, than: string | undefined, zone: string): boolean {
  const ms = (text = '') => parseMoment(text, zone)?.ms ?? Number.NEGATIVE_INFINITY;
  return ms(date) > ms(than);
}

/**
 * What changed since an article was last filed, if it does not say so.
 * @param minorWords how many words a small change may touch
 * @param now milliseconds since 1970 UTC
 */
export function silentChange(
  entry: LedgerEntry,
  article: ArticleFile & Pick<Whole, 'fingerprint'>,
  { zone, minorWords, now }: { zone: string; minorWords: number; now: number },
): SilentChange | undefined {
  const { fingerprint, file } = article;
  if (fingerprint.source === entry.source) return undefined;
  const text = fingerprint.text !== entry.text;
  const record = entry.record !== undefined && fingerprint.record !== entry.record;
  if ((!text && !record) || announced(entry, article, zone)) return undefined;
  const words = wordsChanged(entry.sketch, fingerprint.sketch);
  // no word was added or removed, yet the text differs: their order did, and with it what they say
  const small = !record && words > 0 && words <= minorWords;
  const announce = `Write "updatedDate: ${new Date(now).toISOString().slice(0, 16)}Z" among its fields`;
  return {
    message: text
      ? `The text has changed since it was published (${inWords(words)}), and the article does not say so.`
      : 'The date or the sources have changed since the article was published, and it does not say so.',
    fix: small
      ? `${announce} to tell readers; left as it is, it is entered as a minor edit by the deploy, or by "npm run register -- --minor ${file}".`
      : `${announce}, or a correction.`,
    small,
  };
}

/** Whether the text differs from what was published by more than the corrections that it declares. */
export function changedBeside(
  entry: LedgerEntry,
  { fingerprint, data: { updatedDate, corrections = [] } }: ArticleFile,
  zone: string,
): boolean {
  const added = corrections.length - (entry.corrections ?? 0);
  const isUpdated = updatedDate !== undefined && isLater(updatedDate, entry.updated, zone);
  const before = fingerprint?.restored?.[added - 1];
  return added > 0 && !isUpdated && before !== undefined && before !== entry.text;
}

function inWords(words: number): string {
  if (words === 0) return 'the same words in another order';
  return words === 1 ? 'a word' : `about ${words} words`;
}
