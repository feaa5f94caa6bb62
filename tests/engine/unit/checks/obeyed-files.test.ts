import { describe, expect, test } from 'vitest';
import { ledgerFiles } from '../../../../src/record/ledger-files.ts';
import { formatProblem, type Problem } from '../../../../src/record/problem.ts';
import type { Site } from '../../../../src/record/site.ts';
import { firstOf } from '../../../support/obey.ts';
import { type Folder, obeyInFolder } from '../../../support/obey-folder.ts';
import { COPY_DESK_CASES, copyDeskFiles, copyDeskSite } from './copy-desk.ts';
import { checkFiles, SHELVES } from './desk.ts';
import { file, REGISTERED_CASES } from './registered.ts';
import { SERVED_CASES } from './served-files.ts';
import { SHELF_CASES } from './shelves.ts';

/** Advices that one folder may need, one after the other. */
const MOST = 30;

/** What was done to a folder until nothing was said of it any more; the last line is what did not help. */
async function obeyAll(files: Folder, { before, site }: { before?: Folder; site?: Site } = {}) {
  const all = { ...files };
  const obeyed: string[] = [];
  const times = new Map<string, number>();
  for (let n = 0; n < MOST; n += 1) {
    const { problems } = await checkFiles(all, site && { site });
    const problem = firstOf(problems);
    if (!problem) return { obeyed, failed: '' };
    const now = problems.filter((one) => isSame(one, problem)).length;
    const line = formatProblem(problem);
    if (now >= (times.get(said(problem)) ?? Number.POSITIVE_INFINITY))
      return { obeyed, failed: line };
    times.set(said(problem), now);
    obeyed.push(line);
    obeyInFolder(all, problem, before);
  }
  return { obeyed, failed: 'there is no end of it' };
}

function said({ code, file, field, message, fix }: Problem): string {
  return [code, file, field, message, fix].join(' ');
}

function isSame(one: Problem, other: Problem): boolean {
  return said(one) === said(other);
}

describe('who obeys every message about', () => {
  test.each([...SHELF_CASES, ...SERVED_CASES])('%s', async (_is, files) => {
    const { obeyed, failed } = await obeyAll({ ...SHELVES, ...files });
    expect(failed, obeyed.join('\n')).toBe('');
  });

  test.each(REGISTERED_CASES)('%s', async (_is, was, became) => {
    const { ledger } = await file({ ...SHELVES, ...was });
    const after = { ...SHELVES, ...was, ...became, ...ledgerFiles(ledger) };
    const { obeyed, failed } = await obeyAll(there(after), { before: there(was) });
    expect(failed, obeyed.join('\n')).toBe('');
  });

  test.each(COPY_DESK_CASES)('%s', async (_is, given) => {
    const { obeyed, failed } = await obeyAll(copyDeskFiles(given), { site: copyDeskSite() });
    expect(failed, obeyed.join('\n')).toBe('');
  });
});

function there(files: Readonly<Record<string, string | undefined>>): Folder {
  return Object.fromEntries(
    Object.entries(files).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
