import { announced, articleUrl, LEDGER, type LedgerEntry, wordsChanged } from '../domain/ledger.ts';
import type { Problem } from '../domain/problem.ts';
import { type Desk, type DeskCheck, problemAt, type Sheet } from './sheet.ts';
import { addressesOf, addressKey } from './site-map.ts';

/** Nothing that was ever published is lost, and no published text changes in silence. */
export const checkLedger: DeskCheck = (desk) => {
  const { ledger } = desk;
  const byKey = new Map(desk.sheets.map((sheet) => [sheet.data.number ?? sheet.id, sheet]));
  const byId = new Map(desk.sheets.map((sheet) => [sheet.id, sheet]));
  const addresses = new Set(addressesOf(desk).map(({ address }) => addressKey(address)));
  const articles = Object.entries(ledger.articles).flatMap(([key, entry]): Problem[] => {
    if (Date.parse(entry.first) > desk.now) return [];
    const sheet = byKey.get(key);
    if (sheet) return judge(sheet, entry, desk);
    const renumbered = byId.get(entry.id);
    if (renumbered) return [numberChanged(renumbered, key)];
    return entry.urls
      .filter((url) => !addresses.has(addressKey(url)))
      .map((url) =>
        lost(desk, key, `The article ${key} was published at "${url}" and is gone.`, url),
      );
  });
  const pages = Object.keys(ledger.pages)
    .filter((url) => !addresses.has(addressKey(url)))
    .map((url) => lost(desk, url, `The page "${url}" was published and is gone.`, url));
  return [...articles, ...pages, ...notFiled(desk)];
};

function judge(sheet: Sheet, entry: LedgerEntry, { site }: Desk): Problem[] {
  if (sheet.data.draft) {
    return [
      problemAt(sheet, 'draft', {
        code: 'ledger-unpublished',
        message: `The article was published on ${entry.first.slice(0, 10)} and is a draft now.`,
        fix: 'Remove "draft"; to take it back, write "withdrawn: { date: …, reason: … }".',
      }),
    ];
  }
  const { imprint, data } = sheet;
  if (!imprint || imprint.text === entry.text || data.withdrawn || announced(entry, data))
    return [];
  const words = wordsChanged(entry.sketch, imprint.sketch);
  const small = words <= site.articles.minorWords;
  return [
    problemAt(sheet, '', {
      code: 'ledger-changed',
      message: `The text has changed since it was published (${words === 1 ? 'a word' : `about ${words} words`}), and the article does not say so.`,
      fix: small
        ? `Add "updatedDate" or a correction; or run "npm run file -- --minor ${sheet.file}".`
        : 'Add "updatedDate" or a correction.',
    }),
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
function notFiled({ ledger, sheets, now }: Desk): Problem[] {
  if (Object.keys(ledger.articles).length === 0) return [];
  const known = new Set(Object.values(ledger.articles).flatMap(({ urls }) => urls));
  const ids = new Set(Object.values(ledger.articles).map(({ id }) => id));
  return sheets.flatMap((sheet): Problem[] => {
    const { draft, number, pubDate } = sheet.data;
    if (draft || pubDate === undefined || Date.parse(pubDate) > now) return [];
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
