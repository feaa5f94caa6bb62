import { CLOCK_SKEW, dayOf, parseMoment } from '../lib/dates.ts';
import { type ArticleFile, isWhole, keyOf } from '../record/article-file.ts';
import { changedBeside, silentChange, updateTakenBack } from '../record/changes.ts';
import { type LedgerEntry, wordsChanged } from '../record/ledger.ts';
import type { Problem } from '../record/problem.ts';
import { addressKey } from './address-key.ts';
import { isOfAnotherClock } from './clock.ts';
import {
  type ContentModel,
  isAhead,
  ownersOf,
  problemAt,
  registeredIn,
  stateOf,
  type Verdict,
} from './model.ts';
import { addressesForReaders, addressesOf, addressOf } from './site-map.ts';

/** Nothing that was ever published is lost, and no published text changes in silence. */
export function* checkLedger(model: ContentModel): Generator<Problem> {
  const { ledger } = model;
  const registered = registeredIn(model);
  const byId = new Map(model.articles.map((article) => [article.id, article]));
  const addresses = new Set(addressesForReaders(model).map(({ key }) => key));
  const moved = renamedWithoutNumber(model, registered, byId);
  for (const [key, entry] of Object.entries(ledger.articles)) {
    const article = registered.get(key);
    const renumbered = byId.get(entry.id);
    const ahead = Date.parse(entry.first) - model.now;
    const isOut = ahead <= 0 || isOfAnotherClock(article, entry, model);
    // of the two clocks another check speaks
    if (isOut && ahead > CLOCK_SKEW) continue;
    if (!isOut) yield* expected(article, key, entry, model);
    else if (article) yield* judge(article, entry, model);
    // one that is registered by its path may be given a number
    else if (renumbered) yield* key === entry.id ? [] : [numberChanged(renumbered, key)];
    else if (moved.has(key)) yield numberChanged(moved.get(key) as ArticleFile, key);
    else yield* gone(key, `The article ${key} was published at`, entry.urls);
  }
  // a folder alone need not be a page; what lies in it leads on by whatever name it has
  const pages = Object.keys(ledger.pages).filter((url) => !ledger.folders?.[url]);
  for (const url of pages) yield* gone(url, 'The page', [url]);
  yield* notFiled(model, registered, new Set(moved.values()));

  function* gone(key: string, what: string, urls: readonly string[]): Generator<Problem> {
    for (const url of urls.filter((one) => !addresses.has(addressKey(one)))) {
      const file = addressesOf(model).findLast(({ key }) => key === addressKey(url))?.file;
      const why = file ? `; what leads on from there, in ${file}, is not out` : '';
      const was = key === url ? ' was published' : '';
      yield inLedger(model, key, {
        code: 'ledger-lost',
        message: `${what} "${url}"${was} and is gone${why}.`,
        fix: `Put it back (an article may say "withdrawn"), or write "${url}" under "aliases" of what replaces it.`,
      });
    }
  }
}

/** A problem at the line of an entry. */
function inLedger(model: ContentModel, key: string, verdict: Verdict): Problem {
  const place = { ...model.ledgerAt(key), column: 1, field: key };
  return { severity: 'error', ...place, ...verdict };
}

function* judge(article: ArticleFile, entry: LedgerEntry, model: ContentModel): Generator<Problem> {
  const state = stateOf(article, model);
  const { zone, articles } = model.site;
  const since = dayOf(Date.parse(entry.first), zone);
  const { pubDate, updatedDate } = article.data;
  if (state === 'draft') {
    yield problemAt(article, 'draft', {
      code: 'ledger-unpublished',
      message: `The article was published on ${since} and is a draft now.`,
      fix: 'Remove "draft"; to take it back, write "withdrawn: { date: …, reason: … }".',
    });
  } else if (state === 'future') {
    yield problemAt(article, 'pubDate', {
      code: 'ledger-unpublished',
      message: `The article was published on ${since} and would be gone until ${pubDate} now.`,
      fix: 'Write the date that it had; to take it back, write "withdrawn: { date: …, reason: … }".',
    });
  } else if (isWhole(article) && state !== 'withdrawn') {
    if (updateTakenBack(entry, article, zone)) {
      const { updated } = entry;
      yield problemAt(article, 'updatedDate', {
        code: 'ledger-update',
        message:
          updatedDate === undefined
            ? `The article was updated on ${updated} and does not say so any more.`
            : `${updatedDate} is before ${updated}, on which the article was updated.`,
        fix: `Write "updatedDate: ${updated}" again, or a later day.`,
      });
    }
    yield* correctionsTakenBack(article, entry);
    if (changedBeside(entry, article, zone)) {
      yield problemAt(article, 'corrections', {
        code: 'ledger-beside',
        severity: 'warning',
        message: 'Something else of the text has changed, beside what the new correction says.',
        fix: 'Add a correction or "updatedDate" for that too, if it is more than a typing error.',
      });
    }
    const { minorWords } = articles;
    const silent = silentChange(entry, article, { zone, minorWords, now: model.now });
    if (silent) {
      const { message, fix, small } = silent;
      const severity = small ? 'warning' : 'error';
      yield problemAt(article, '', { code: 'ledger-changed', severity, message, fix });
    }
  }
}

/** Corrections that were published are there, unchanged, in their places. */
function* correctionsTakenBack(
  article: ArticleFile,
  { corrections: before = 0, corrected = [] }: LedgerEntry,
): Generator<Problem> {
  const { corrections = [] } = article.data;
  if (corrections.length < before) {
    const had = before === 1 ? 'a correction' : `${before} corrections`;
    yield problemAt(article, 'corrections', {
      code: 'ledger-correction',
      message: `The article had ${had} when it was filed, and has ${corrections.length || 'none'} now.`,
      fix: 'Put back what is missing: a published correction stays.',
    });
    return;
  }
  for (const [i, hash] of corrected.entries()) {
    if (article.fingerprint?.corrected?.[i] === hash) continue;
    yield problemAt(article, `corrections[${i}]`, {
      code: 'ledger-correction',
      message: 'The correction is not the one that was published in this place.',
      fix: 'Write it as it was, and a new one below the others.',
    });
  }
}

/** What to do where the ledger is behind. */
const CATCH_UP = 'The deploy enters it, or "npm run register".';

/** An article that the ledger has come out later, and that comes out at another time or not at all. */
function* expected(
  article: ArticleFile | undefined,
  key: string,
  { first }: LedgerEntry,
  model: ContentModel,
): Generator<Problem> {
  const isDraft = !article || stateOf(article, model) === 'draft';
  const moment = isDraft ? undefined : parseMoment(article.data.pubDate ?? '', model.site.zone);
  if (moment?.ms === Date.parse(first)) return;
  const isOut = moment !== undefined && moment.ms <= model.now;
  yield inLedger(model, key, {
    code: 'ledger-missing',
    severity: 'warning',
    message: `The article ${key} was to come out on ${dayOf(Date.parse(first), model.site.zone)}, and that has changed.`,
    fix: isOut ? CATCH_UP : 'Run "npm run register" before that day.',
  });
}

/** Words by which a text may differ from one in the ledger and still be taken for it. */
const ALIKE = 20;

/** Articles that are gone, by number, each with a file of the same text that has another name and no number. */
function renamedWithoutNumber(
  { articles, ledger }: ContentModel,
  byKey: ReadonlyMap<string, ArticleFile>,
  byId: ReadonlyMap<string, ArticleFile>,
): Map<string, ArticleFile> {
  const strangers = articles.filter(
    ({ data, fingerprint }) => data.number === undefined && fingerprint,
  );
  const moved = new Map<string, ArticleFile>();
  if (strangers.length === 0) return moved;
  for (const [key, { id, sketch }] of Object.entries(ledger.articles)) {
    if (byKey.has(key) || byId.has(id)) continue;
    const same = strangers.find(
      ({ fingerprint }) => fingerprint && wordsChanged(sketch, fingerprint.sketch) <= ALIKE,
    );
    if (same) moved.set(key, same);
  }
  return moved;
}

function numberChanged(article: ArticleFile, key: string): Problem {
  const { number } = article.data;
  return problemAt(article, 'number', {
    code: 'ledger-number',
    message:
      number === undefined
        ? `The article was published as ${key} and has no number now.`
        : `The article was published as ${key} and is ${number} now; readers and feeds know it by the first.`,
    fix: /^\d{2}-\d+$/.test(key) ? `Write "number: ${key}" again.` : 'Remove the number.',
  });
}

/** Published articles that the ledger does not protect yet; a publication that keeps none is left alone. */
function* notFiled(
  model: ContentModel,
  registered: ReadonlyMap<string, ArticleFile>,
  told: ReadonlySet<ArticleFile>,
): Generator<Problem> {
  const entries = Object.values(model.ledger.articles);
  if (entries.length === 0) return;
  const urls = new Set(entries.flatMap((entry) => entry.urls));
  const ids = new Set(entries.map(({ id }) => id));
  const owners = ownersOf(model);
  const filed = new Set(registered.values());
  const numbered = model.articles.some(({ data }) => data.number !== undefined);
  for (const article of model.articles) {
    const isFiled = filed.has(article);
    if (article.data.pubDate === undefined || isAhead(article, model) || told.has(article))
      continue;
    // a copy that kept its number, or one under another number: that is reported where the number stands
    if (owners.get(keyOf(article)) !== article || (!isFiled && ids.has(article.id))) continue;
    if (isFiled && urls.has(addressOf(article, model))) continue;
    // in a publication with numbers, the check of numbers speaks of one that has none
    if (!isFiled && numbered && article.data.number === undefined) continue;
    yield problemAt(article, '', {
      code: 'ledger-missing',
      severity: 'warning',
      message: isFiled
        ? 'The article has a new address, which is not in the ledger yet.'
        : 'The article is not in the ledger yet.',
      fix: CATCH_UP,
    });
  }
}
