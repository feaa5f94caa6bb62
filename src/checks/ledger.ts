import { dayOf, parseMoment } from '../lib/dates.ts';
import { type ArticleFile, isWhole } from '../record/article-file.ts';
import { type SilentChange, silentChange, updateTakenBack } from '../record/changes.ts';
import { articleUrl, LEDGER, type LedgerEntry } from '../record/ledger.ts';
import type { Problem } from '../record/problem.ts';
import {
  type ContentModel,
  isAhead,
  type ModelCheck,
  ownersOf,
  problemAt,
  stateOf,
} from './model.ts';
import { addressesForReaders, addressesOf, addressKey } from './site-map.ts';

/** Nothing that was ever published is lost, and no published text changes in silence. */
export const checkLedger: ModelCheck = (model) => {
  const { ledger } = model;
  const byKey = ownersOf(model);
  const byId = new Map(model.articles.map((article) => [article.id, article]));
  const addresses = new Set(addressesForReaders(model).map(({ address }) => addressKey(address)));
  const hidden = new Map(
    addressesOf(model).map(({ address, file }) => [addressKey(address), file]),
  );
  const gone = (key: string, what: string, url: string): Problem => {
    const file = hidden.get(addressKey(url));
    const why = file ? `; what leads on from there, in ${file}, is not out` : '';
    return lost(model, key, `${what} and is gone${why}.`, url);
  };
  const articles = Object.entries(ledger.articles).flatMap(([key, entry]): Problem[] => {
    const article = byKey.get(key);
    if (Date.parse(entry.first) > model.now) return expected(article, key, entry, model);
    if (article) return judge(article, entry, model);
    const renumbered = byId.get(entry.id);
    if (renumbered) return [numberChanged(renumbered, key)];
    return entry.urls
      .filter((url) => !addresses.has(addressKey(url)))
      .map((url) => gone(key, `The article ${key} was published at "${url}"`, url));
  });
  const pages = Object.keys(ledger.pages)
    .filter((url) => !addresses.has(addressKey(url)))
    .map((url) => gone(url, `The page "${url}" was published`, url));
  return [...articles, ...pages, ...notFiled(model)];
};

function judge(article: ArticleFile, entry: LedgerEntry, model: ContentModel): Problem[] {
  const state = stateOf(article, model);
  const since = dayOf(Date.parse(entry.first), model.site.zone);
  if (state === 'draft') {
    return [
      problemAt(article, 'draft', {
        code: 'ledger-unpublished',
        message: `The article was published on ${since} and is a draft now.`,
        fix: 'Remove "draft"; to take it back, write "withdrawn: { date: …, reason: … }".',
      }),
    ];
  }
  if (state === 'future') {
    return [
      problemAt(article, 'pubDate', {
        code: 'ledger-unpublished',
        message: `The article was published on ${since} and would be gone until ${article.data.pubDate} now.`,
        fix: 'Write the date that it had; to take it back, write "withdrawn: { date: …, reason: … }".',
      }),
    ];
  }
  if (!isWhole(article) || state === 'withdrawn') return [];
  const { zone, articles } = model.site;
  const silent = silentChange(entry, article, { zone, minorWords: articles.minorWords });
  return [
    ...(updateTakenBack(entry, article, zone) ? [noUpdate(article, entry)] : []),
    ...correctionsTakenBack(article, entry),
    ...(silent ? [changed(article, silent)] : []),
  ];
}

function changed(article: ArticleFile, { message, fix }: SilentChange): Problem {
  return problemAt(article, '', { code: 'ledger-changed', message, fix });
}

function noUpdate(article: ArticleFile, { updated }: LedgerEntry): Problem {
  const { updatedDate } = article.data;
  return problemAt(article, 'updatedDate', {
    code: 'ledger-update',
    message:
      updatedDate === undefined
        ? `The article was updated on ${updated} and does not say so any more.`
        : `${updatedDate} is before ${updated}, on which the article was updated.`,
    fix: `Write "updatedDate: ${updated}" again, or a later day.`,
  });
}

/** Corrections that were published are there, unchanged, in their places. */
function correctionsTakenBack(
  article: ArticleFile,
  { corrections: before = 0, corrected = [] }: LedgerEntry,
): Problem[] {
  const { corrections = [] } = article.data;
  if (corrections.length < before) {
    const had = before === 1 ? 'a correction' : `${before} corrections`;
    return [
      problemAt(article, 'corrections', {
        code: 'ledger-correction',
        message: `The article had ${had} when it was filed, and has ${corrections.length || 'none'} now.`,
        fix: 'Put back what is missing: a published correction stays.',
      }),
    ];
  }
  return corrected.flatMap((hash, i): Problem[] =>
    article.fingerprint?.corrected?.[i] === hash
      ? []
      : [
          problemAt(article, `corrections[${i}]`, {
            code: 'ledger-correction',
            message: 'The correction is not the one that was published in this place.',
            fix: 'Write it as it was, and a new one below the others.',
          }),
        ],
  );
}

/** An article that the ledger has come out later, and that comes out at another time or not at all. */
function expected(
  article: ArticleFile | undefined,
  key: string,
  { first }: LedgerEntry,
  model: ContentModel,
): Problem[] {
  const comesOut =
    article && stateOf(article, model) !== 'draft'
      ? parseMoment(article.data.pubDate ?? '', model.site.zone)
      : undefined;
  if (comesOut?.ms === Date.parse(first)) return [];
  return [
    {
      code: 'ledger-missing',
      severity: 'warning',
      file: LEDGER,
      line: model.ledgerLine(key),
      column: 5,
      field: key,
      message: `The article ${key} was to come out on ${dayOf(Date.parse(first), model.site.zone)}, and that has changed.`,
      fix: 'Run "npm run register" before that day.',
    },
  ];
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

function lost(model: ContentModel, key: string, message: string, url: string): Problem {
  return {
    code: 'ledger-lost',
    severity: 'error',
    file: LEDGER,
    line: model.ledgerLine(key),
    column: 5,
    field: key,
    message,
    fix: `Put it back (an article may say "withdrawn"), or write "${url}" under "aliases" of what replaces it.`,
  };
}

/** Published articles that the ledger does not protect yet; a publication that keeps none is left alone. */
function notFiled(model: ContentModel): Problem[] {
  const { ledger, articles } = model;
  if (Object.keys(ledger.articles).length === 0) return [];
  const known = new Set(Object.values(ledger.articles).flatMap(({ urls }) => urls));
  const ids = new Set(Object.values(ledger.articles).map(({ id }) => id));
  const owners = ownersOf(model);
  return articles.flatMap((article): Problem[] => {
    const { number, pubDate } = article.data;
    if (pubDate === undefined || isAhead(article, model)) return [];
    // a copy that kept its number: that is reported where the number stands
    if (owners.get(number ?? article.id) !== article) return [];
    if ((number ?? article.id) in ledger.articles && known.has(articleUrl(article.id))) return [];
    // under another number: that is reported where the number stands
    if (!((number ?? article.id) in ledger.articles) && ids.has(article.id)) return [];
    return [
      problemAt(article, '', {
        code: 'ledger-missing',
        severity: 'warning',
        message:
          (number ?? article.id) in ledger.articles
            ? 'The article has a new address, which is not in the ledger yet.'
            : 'The article is not in the ledger yet.',
        fix: 'Run "npm run register".',
      }),
    ];
  });
}
