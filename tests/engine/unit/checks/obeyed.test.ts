import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../../src/content/content.ts';
import { readIfThere } from '../../../../src/content/files.ts';
import { groupBy } from '../../../../src/lib/group.ts';
import { formatProblem, type Problem } from '../../../../src/record/problem.ts';
import { testSite } from '../../../support/article.ts';
import { asks, firstOf, obey } from '../../../support/obey.ts';
import { NOW, readCases, SHELVES } from './desk.ts';
import { images } from './images.ts';

/** Advices that one file may need, one after the other. */
const MOST = 25;

/** A file whose messages are obeyed, one at a time. */
interface Desk {
  /** Where it lies now. */
  path: string;
  text: string;
  /** What was said of it and obeyed, in order. */
  obeyed: string[];
  /** Why the advice did not help; empty when it did. */
  failed: string;
}

const said = ({ code, field, message, fix }: Problem) => `${code} ${field} ${message} ${fix}`;

/** Obeys all that is said of the files of a table, until nothing is. */
async function obeyAll(table: string): Promise<Map<string, Desk>> {
  const cases = readCases(readFileSync(new URL(table, import.meta.url), 'utf8'));
  const desks = new Map(
    cases.map(({ file, source }): [string, Desk] => [
      file,
      { path: decodeURI(file), text: source, obeyed: [], failed: '' },
    ]),
  );
  const root = mkdtempSync(join(tmpdir(), 'obeyed-'));
  const write = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  try {
    for (const [path, content] of Object.entries({ ...SHELVES, ...(await images()) }))
      write(path, content);
    write('package-lock.json', '{}');
    for (const { path, text } of desks.values()) write(path, text);
    let open = [...desks.values()];
    const before = new Map<Desk, { told: string; times: number }>();
    while (open.length > 0) {
      const { problems } = await checkContent(root, testSite(), NOW);
      const byFile = groupBy(problems.filter(asks), ({ file }) => file);
      open = open.filter((desk) => {
        const mine = byFile.get(desk.path) ?? [];
        const problem = firstOf(mine);
        if (!problem) return false;
        const times = (told: string) => mine.filter((one) => said(one) === told).length;
        const last = before.get(desk);
        if (last && times(last.told) >= last.times) desk.failed = `still said: ${last.told}`;
        else if (desk.obeyed.length > MOST) desk.failed = 'there is no end of it';
        else {
          before.set(desk, { told: said(problem), times: times(said(problem)) });
          try {
            take(desk, problem);
          } catch (error) {
            desk.failed = String(error);
          }
        }
        return desk.failed === '';
      });
    }
    return desks;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }

  function take(desk: Desk, problem: Problem): void {
    desk.obeyed.push(formatProblem(problem));
    const { text, path, others } = obey(desk.text, problem);
    if (path !== desk.path) rmSync(join(root, desk.path));
    Object.assign(desk, { text, path });
    write(path, text);
    for (const [other, content] of Object.entries(others)) {
      write(other, (readIfThere(join(root, other)) ?? '') + content);
    }
  }
}

describe.each(['./bad.txt', './typed.txt', './pasted.txt'])(
  'who obeys every message of %s',
  async (table) => {
    const desks = await obeyAll(table);

    test.each([...desks])('%s', (_file, { failed, obeyed, text }) => {
      expect(failed, [...obeyed, text].join('\n')).toBe('');
    });
  },
);
