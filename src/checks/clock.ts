import { CLOCK_SKEW, parseMoment, utcMinute } from '../lib/dates.ts';
import type { ArticleFile } from '../record/article-file.ts';
import { isRescheduled } from '../record/changes.ts';
import type { LedgerEntry } from '../record/ledger.ts';
import type { Problem } from '../record/problem.ts';
import { type ContentModel, registeredIn } from './model.ts';

/**
 * The clock is not behind what was registered: entries that are out would be gone, and withdrawn ones
 * back. Or the clock of that registration was ahead.
 */
export function* checkClock(model: ContentModel): Generator<Problem> {
  const { ledger, now } = model;
  const owners = registeredIn(model);
  const ahead = Object.entries(ledger.articles)
    .map(([key, entry]) => ({ key, id: entry.id, at: aheadAt(owners.get(key), entry, model) ?? 0 }))
    .filter(({ at }) => at > now + CLOCK_SKEW)
    .sort((one, other) => other.at - one.at);
  const [latest] = ahead;
  if (!latest) return;
  const { key, id, at } = latest;
  const others = ahead.length > 1 ? `, and ${ahead.length - 1} more after this moment` : '';
  const files = ahead.flatMap((one) => owners.get(one.key)?.file ?? []).slice(0, SHOWN);
  yield {
    code: 'clock',
    severity: 'error',
    ...model.ledgerAt(key),
    column: 1,
    field: key,
    message: `The clock says ${utcMinute(now)}, but ${id} was registered at ${utcMinute(at)}${others}.`,
    fix: `If this clock is slow, set it, or give the moment: SITE_NOW=${new Date(at).toISOString()}. If the clock of that registration was fast: npm run register -- --again ${files.join(' ')}. ${likelier(model, at)}`.trim(),
  };
}

/** Files that a command for them names. */
const SHOWN = 5;

/** What the date of the last commit, made by a third clock perhaps, says of the two. */
function likelier({ now, lastCommit }: ContentModel, first: number): string {
  const commit = lastCommit();
  if (commit === undefined) return '';
  const said = `The last commit is of ${utcMinute(commit)}`;
  if (commit > now) return `${said}: this clock is likelier to be slow.`;
  return commit < first ? `${said}: that clock is likelier to have been fast.` : '';
}

/** When an entry was registered as out, or as withdrawn, where that is after this moment. */
function aheadAt(
  article: ArticleFile | undefined,
  entry: LedgerEntry,
  model: ContentModel,
): number | undefined {
  if (isOfAnotherClock(article, entry, model)) return Date.parse(entry.first);
  const { date = '' } = article?.data.withdrawn ?? {};
  const isBack = (parseMoment(date, model.site.zone)?.ms ?? 0) > model.now;
  return isBack && entry.withdrawn !== undefined ? Date.parse(entry.withdrawn) : undefined;
}

/**
 * Whether an entry that the ledger has come out after this moment was out when it was registered: then
 * the moment is that of a clock. One that was still to come out has its own date.
 */
export function isOfAnotherClock(
  article: ArticleFile | undefined,
  entry: LedgerEntry,
  { site, now }: ContentModel,
): boolean {
  const ms = Date.parse(entry.first);
  if (ms <= now) return false;
  const moment = parseMoment(article?.data.pubDate ?? '', site.zone);
  // dates that people write have no fractions of seconds
  if (!article || !moment || article.data.draft) return ms % 1000 !== 0;
  return moment.ms < ms && !isRescheduled(entry, article);
}
