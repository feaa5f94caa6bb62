import { join } from 'node:path';
import { fieldName } from '../lib/field.ts';
import { EMPTY_LEDGER, formatLedger, LEDGER, type Ledger, ledgerSchema } from '../record/ledger.ts';
import { fileProblem, type Problem } from '../record/problem.ts';
import { readIfThere, writeWhole } from './files.ts';

/** The ledger as it lies in the project; one that is missing or broken is empty. */
export interface LoadedLedger {
  ledger: Ledger;
  /** Line of the file on which a key stands, 1 when it is not there. */
  line(key: string): number;
  problems: Problem[];
}

/** Reads `content/ledger.json`. */
export function loadLedger(root: string): LoadedLedger {
  const text = readIfThere(join(root, LEDGER));
  const line = (key: string): number => {
    const before = text?.split(`${JSON.stringify(key)}:`);
    return before === undefined || before.length < 2 ? 1 : (before[0] ?? '').split('\n').length;
  };
  if (text === undefined) return { ledger: EMPTY_LEDGER, line, problems: [] };
  const broken = (at: number, field: string, message: string): LoadedLedger => {
    const fix = 'Take the file from the last commit; only "npm run register" writes it.';
    const problem = fileProblem(LEDGER, { code: 'ledger-broken', line: at, field, message, fix });
    return { ledger: EMPTY_LEDGER, line, problems: [problem] };
  };
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    const place = /line (\d+)/.exec(String(error));
    return broken(Number(place?.[1] ?? 1), '', 'The ledger is not JSON.');
  }
  const result = ledgerSchema.safeParse(data);
  if (result.success) return { ledger: result.data, line, problems: [] };
  const [issue] = result.error.issues;
  const path = issue?.path ?? [];
  return broken(
    line(String(path[1] ?? path[0] ?? '')),
    fieldName(path),
    `The ledger is not as "npm run register" writes it: ${issue?.message ?? ''}.`,
  );
}

/** Writes `content/ledger.json`, whole or not at all. */
export function saveLedger(root: string, ledger: Ledger): void {
  writeWhole(join(root, LEDGER), formatLedger(ledger));
}
