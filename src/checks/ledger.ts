import { dayOf, parseMoment } from '../lib/dates.ts';
import { type SilentChange, silentChange, updateTakenBack } from '../record/changes.ts';
import { articleUrl, type Imprint, LEDGER, type LedgerEntry } from '../record/ledger.ts';
import type { Problem } from '../record/problem.ts';
import {
  type Desk,
  type DeskCheck,
  isAhead,
  ownersOf,
  problemAt,
  type Sheet,
  stateOf,
} from './sheet.ts';
import { addressesForReaders, addressesOf, addressKey } from './site-map.ts';

/** Nothing that was ever published is lost, and no published text changes in silence. */
export const checkLedger: DeskCheck = (desk) => {
  const { ledger } = desk;
  const byKey = ownersOf(desk);
  const byId = new Map(desk.sheets.map((sheet) => [sheet.id, sheet]));
  const addresses = new Set(addressesForReaders(desk).map(({ address }) => addressKey(address)));
  const hidden = new Map(addressesOf(desk).map(({ address, file }) => [addressKey(address), file]));
  const gone = (key: string, what: string, url: string): Problem => {
    const file = hidden.get(addressKey(url));
    const why = file ? `; what leads on from there, in ${file}, is not out` : '';
    return lost(desk, key, `${what} and is gone${why}.`, url);
  };
  const articles = Object.entries(ledger.articles).flatMap(([key, entry]): Problem[] => {
    const sheet = byKey.get(key);
    if (Date.parse(entry.first) > desk.now) return expected(sheet, key, entry, desk);
    if (sheet) return judge(sheet, entry, desk);
    const renumbered = byId.get(entry.id);
    if (renumbered) return [numberChanged(renumbered, key)];
    return entry.urls
      .filter((url) => !addresses.has(addressKey(url)))
      .map((url) => gone(key, `The article ${key} was published at "${url}"`, url));
  });
  const pages = Object.keys(ledger.pages)
    .filter((url) => !addresses.has(addressKey(url)))
    .map((url) => gone(url, `The page "${url}" was published`, url));
  return [...articles, ...pages, ...notFiled(desk)];
};

function judge(sheet: Sheet, entry: LedgerEntry, desk: Desk): Problem[] {
  const state = stateOf(sheet, desk);
  const since = dayOf(Date.parse(entry.first), desk.site.zone);
  if (state === 'draft') {
    return [
      problemAt(sheet, 'draft', {
        code: 'ledger-unpublished',
        message: `The article was published on ${since} and is a draft now.`,
        fix: 'Remove "draft"; to take it back, write "withdrawn: { date: …, reason: … }".',
      }),
    ];
  }
  if (state === 'future') {
    return [
      problemAt(sheet, 'pubDate', {
        code: 'ledger-unpublished',
        message: `The article was published on ${since} and would be gone until ${sheet.data.pubDate} now.`,
        fix: 'Write the date that it had; to take it back, write "withdrawn: { date: …, reason: … }".',
      }),
    ];
  }
  const { imprint, data, file } = sheet;
  if (!imprint || state === 'withdrawn') return [];
  const { updatedDate, corrections = [] } = data;
  const article = { file, imprint, updatedDate, corrections };
  const { zone, articles } = desk.site;
  const silent = silentChange(entry, article, { zone, minorWords: articles.minorWords });
  return [
    ...(updateTakenBack(entry, article, zone) ? [noUpdate(sheet, entry)] : []),
    ...correctionsTakenBack(sheet, entry, imprint),
    ...(silent ? [changed(sheet, silent)] : []),
  ];
}

function changed(sheet: Sheet, { message, fix }: SilentChange): Problem {
  return problemAt(sheet, '', { code: 'ledger-changed', message, fix });
}

function noUpdate(sheet: Sheet, { updated }: LedgerEntry): Problem {
  const { updatedDate } = sheet.data;
  return problemAt(sheet, 'updatedDate', {
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
  sheet: Sheet,
  { corrections: before = 0, corrected = [] }: LedgerEntry,
  imprint: Imprint,
): Problem[] {
  const { corrections = [] } = sheet.data;
  if (corrections.length < before) {
    const had = before === 1 ? 'a correction' : `${before} corrections`;
    return [
      problemAt(sheet, 'corrections', {
        code: 'ledger-correction',
        message: `The article had ${had} when it was filed, and has ${corrections.length || 'none'} now.`,
        fix: 'Put back what is missing: a published correction stays.',
      }),
    ];
  }
  return corrected.flatMap((hash, i): Problem[] =>
    imprint.corrected?.[i] === hash
      ? []
      : [
          problemAt(sheet, `corrections[${i}]`, {
            code: 'ledger-correction',
            message: 'The correction is not the one that was published in this place.',
            fix: 'Write it as it was, and a new one below the others.',
          }),
        ],
  );
}

/** An article that the ledger has come out later, and that comes out at another time or not at all. */
function expected(
  sheet: Sheet | undefined,
  key: string,
  { first }: LedgerEntry,
  desk: Desk,
): Problem[] {
  const comesOut =
    sheet && stateOf(sheet, desk) !== 'draft'
      ? parseMoment(sheet.data.pubDate ?? '', desk.site.zone)
      : undefined;
  if (comesOut?.ms === Date.parse(first)) return [];
  return [
    {
      code: 'ledger-missing',
      severity: 'warning',
      file: LEDGER,
      line: desk.ledgerLine(key),
      column: 5,
      field: key,
      message: `The article ${key} was to come out on ${dayOf(Date.parse(first), desk.site.zone)}, and that has changed.`,
      fix: 'Run "npm run file" before that day.',
    },
  ];
}

function numberChanged(sheet: Sheet, key: string): Problem {
  const { number } = sheet.data;
  return problemAt(sheet, 'number', {
    code: 'ledger-number',
    message:
      number === undefined
        ? `The article was published as ${key} and has no number now.`
        : `The article was published as ${key} and is ${number} now; readers and feeds know it by the first.`,
    fix: /^\d{2}-\d+$/.test(key) ? `Write "number: ${key}" again.` : 'Remove the number.',
  });
}

function lost(desk: Desk, key: string, message: string, url: string): Problem {
  return {
    code: 'ledger-lost',
    severity: 'error',
    file: LEDGER,
    line: desk.ledgerLine(key),
    column: 5,
    field: key,
    message,
    fix: `Put it back (an article may say "withdrawn"), or write "${url}" under "aliases" of what replaces it.`,
  };
}

/** Published articles that the ledger does not protect yet; a publication that keeps none is left alone. */
function notFiled(desk: Desk): Problem[] {
  const { ledger, sheets } = desk;
  if (Object.keys(ledger.articles).length === 0) return [];
  const known = new Set(Object.values(ledger.articles).flatMap(({ urls }) => urls));
  const ids = new Set(Object.values(ledger.articles).map(({ id }) => id));
  const owners = ownersOf(desk);
  return sheets.flatMap((sheet): Problem[] => {
    const { number, pubDate } = sheet.data;
    if (pubDate === undefined || isAhead(sheet, desk)) return [];
    // a copy that kept its number: that is reported where the number stands
    if (owners.get(number ?? sheet.id) !== sheet) return [];
    if ((number ?? sheet.id) in ledger.articles && known.has(articleUrl(sheet.id))) return [];
    // under another number: that is reported where the number stands
    if (!((number ?? sheet.id) in ledger.articles) && ids.has(sheet.id)) return [];
    return [
      problemAt(sheet, '', {
        code: 'ledger-missing',
        severity: 'warning',
        message:
          (number ?? sheet.id) in ledger.articles
            ? 'The article has a new address, which is not in the ledger yet.'
            : 'The article is not in the ledger yet.',
        fix: 'Run "npm run file".',
      }),
    ];
  });
}
