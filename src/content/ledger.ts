import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fieldName } from '../lib/field.ts';
import type { FolderName } from '../record/address-names.ts';
import type { Ledger } from '../record/ledger.ts';
import {
  fileSchema,
  fromOldLedger,
  keyed,
  LEDGER,
  ledgerFiles,
  OLD_LEDGER,
  oldLedgerSchema,
  PAGES,
  pageLine,
} from '../record/ledger-files.ts';
import { fileProblem, type Problem } from '../record/problem.ts';
import { listFiles, readIfThere, writeWhole } from './files.ts';

/** Where an entry of the ledger stands. */
export interface LedgerPlace {
  file: string;
  line: number;
}

/** The ledger as it lies in the project; what is missing or broken is left out. */
export interface LoadedLedger {
  ledger: Ledger;
  /** Where an article or a page stands, by its key. */
  at(key: string): LedgerPlace;
  problems: Problem[];
}

/**
 * Reads `content/ledger/`, and what is left of a ledger of version 1.0.
 * @param files of `content/`, as paths from the root
 */
export function loadLedger(
  root: string,
  files: readonly string[] = listFiles(root, LEDGER, ''),
): LoadedLedger {
  const problems: Problem[] = [];
  const old = readOld(root, problems);
  const inLedger = files.filter((file) => file.startsWith(`${LEDGER}/`) && file.endsWith('.json'));
  const entries = inLedger.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const entry = parse(file, text, fileSchema, problems);
    return entry ? [{ file, entry }] : [];
  });
  const pages = readPages(root, problems);
  const articles = { ...old.articles, ...keyed(entries.map(({ entry }) => entry)) };
  const places = new Map(entries.map(({ file, entry }) => [entry.id, file]));
  const at = (key: string): LedgerPlace => {
    const id = articles[key]?.id;
    const line = pages.lines.get(key);
    if (id !== undefined) return { file: places.get(id) ?? OLD_LEDGER, line: 1 };
    return line === undefined ? { file: OLD_LEDGER, line: 1 } : { file: PAGES, line };
  };
  const { days, folders } = pages;
  return { ledger: { articles, pages: { ...old.pages, ...days }, folders }, at, problems };
}

/** Writes the ledger: its files that changed. Those that are no more go last. */
export function saveLedger(root: string, ledger: Ledger): void {
  const files = ledgerFiles(ledger);
  for (const [path, text] of Object.entries(files)) {
    if (readIfThere(join(root, path)) !== text) writeWhole(join(root, path), text);
  }
  for (const path of [...listFiles(root, LEDGER, ''), OLD_LEDGER]) {
    if (!(path in files)) rmSync(join(root, path), { force: true });
  }
}

/** Whether the ledger on disk is that of version 1.0. */
export function isOldLedger(root: string): boolean {
  return existsSync(join(root, OLD_LEDGER));
}

function readOld(root: string, problems: Problem[]): Ledger {
  const text = readIfThere(join(root, OLD_LEDGER));
  const old = text === undefined ? undefined : parse(OLD_LEDGER, text, oldLedgerSchema, problems);
  return old ? fromOldLedger(old) : { articles: {}, pages: {} };
}

/** The days of pages, and their lines; git may have left a page twice, and the earlier day is right. */
function readPages(root: string, problems: Problem[]) {
  const days: Record<string, string> = {};
  const folders: Record<string, FolderName> = {};
  const lines = new Map<string, number>();
  const text = readIfThere(join(root, PAGES)) ?? '';
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line === '') continue;
    const read = pageLine(line);
    if (!read) {
      const message = `"${line}" is no line of the ledger.`;
      const fix = 'Remove it; a line is a day and an address: "2026-11-22 /topics/china/".';
      problems.push(fileProblem(PAGES, { code: 'ledger-broken', line: i + 1, message, fix }));
      continue;
    }
    const { url, day, folder } = read;
    if (folder) folders[url] = folder;
    days[url] = [days[url] ?? day, day].sort()[0] ?? day;
    lines.set(url, i + 1);
  }
  return { days, folders, lines };
}

/** What a file of JSON says, or the problem with it. */
function parse<Value>(
  file: string,
  text: string,
  schema: { safeParse(data: unknown): Parsed<Value> },
  problems: Problem[],
): Value | undefined {
  const broken = (line: number, field: string, message: string): undefined => {
    const fix =
      'Take the file as it is on the main branch; only "npm run register" writes it, and enters what has changed since.';
    problems.push(fileProblem(file, { code: 'ledger-broken', line, field, message, fix }));
  };
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    if (/^<{7} /m.test(text))
      return broken(1, '', 'Two branches changed the file, and git left both.');
    const place = /line (\d+)/.exec(String(error));
    return broken(Number(place?.[1] ?? 1), '', 'The file is not JSON.');
  }
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  return broken(
    1,
    fieldName(issue?.path ?? []),
    `The file is not as "npm run register" writes it: ${issue?.message ?? ''}.`,
  );
}

/** What a schema says of a value. */
type Parsed<Value> =
  | { success: true; data: Value }
  | {
      success: false;
      error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] };
    };
