import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../../src/content/content.ts';
import { buildArchive } from '../../../../src/record/archive.ts';
import { ledgerFiles } from '../../../../src/record/ledger-files.ts';
import { testPalette, testSite } from '../../../support/article.ts';
import { lines, NOW, SHELVES } from './desk.ts';
import { article, check, type Files, file, NEXT, RULE, WITHDRAWN } from './registered.ts';

describe('two clocks', () => {
  const LATER = Date.parse('2026-11-29T05:20:07.123Z');
  const EARLIER = Date.parse('2026-11-28T09:00:00Z');
  const fields = { pubDate: '2026-11-28T12:00:00Z', number: '26-1' };
  const files = { ...SHELVES, [NEXT]: article([], fields) };

  /** What is said of files that were registered at one moment, at another. */
  async function said(first: number, now: number, more: Files = {}): Promise<string[]> {
    const { ledger } = await file(files, { now: first });
    const all = { ...files, ...ledgerFiles(ledger), ...more };
    return lines((await check(all, now)).problems);
  }

  test('one that is behind what was registered stops the build, once for all entries', async () => {
    expect(await said(LATER, EARLIER)).toEqual([
      'content/ledger/2017/first.json:1:1 17-1: The clock says 2026-11-28 09:00 UTC, but 2017/first was registered at 2026-11-29 05:20 UTC, and 1 more after this moment. If this clock is slow, set it, or give the moment: SITE_NOW=2026-11-29T05:20:07.123Z. If the clock of that registration was fast: npm run register -- --again content/articles/2017/first.mdx content/articles/2026/next.mdx.',
    ]);
  });

  test('nor is what was out then taken for what is to come out, whatever its file says', async () => {
    for (const change of [
      article(['draft: true'], fields),
      undefined,
      article([], { ...fields, pubDate: '2026-11-28T08:00:00Z' }),
    ]) {
      expect(await said(LATER, EARLIER, { [NEXT]: change })).toEqual(
        expect.arrayContaining([expect.stringMatching(/The clock says 2026-11-28 09:00 UTC, but/)]),
      );
    }
  });

  test('of dates that it finds ahead nothing more is said', async () => {
    const compiled = article(['compiled: 2026-11-29'], fields);
    expect(await said(LATER, EARLIER, { [NEXT]: compiled })).toHaveLength(1);
  });

  test.each([
    ['of two machines that differ a little', LATER, LATER - 240_000],
    ['that are right', LATER, LATER + 1],
  ])('%s are none', async (_, first, now) => {
    expect(await said(first, now)).toEqual([]);
  });

  test('an entry that is still to come out has its own moment, also when that moves', async () => {
    const now = Date.parse('2026-11-22T12:00:00Z');
    expect(await said(now, now)).toEqual([
      expect.stringMatching(/comes out on 2026-11-28T12:00:00Z; until then nobody sees it/),
    ]);
    const moved = { [NEXT]: article([], { ...fields, pubDate: '2026-12-05' }) };
    expect(await said(now, now, moved)).toEqual(
      expect.arrayContaining([expect.stringMatching(/was to come out on 2026-11-28/)]),
    );
  });

  test('one that is moved to today comes out, and is registered as of now', async () => {
    const now = Date.parse('2026-11-22T12:00:00Z');
    const planned = await file(files, { now });
    expect(planned.ledger.articles['26-1']?.first).toBe('2026-11-28T12:00:00.000Z');
    // a bare day, a moment; the words may change with it: no reader has seen it
    for (const pubDate of ['2026-11-22', '2026-11-22T11:00Z']) {
      const moved = {
        [NEXT]: article([], { ...fields, pubDate, text: 'Nothing of it was true.' }),
      };
      const all = { ...files, ...ledgerFiles(planned.ledger), ...moved };
      const { problems, content } = await check(all, now);
      expect(lines(problems)).toEqual([
        'content/ledger/2026/next.json:1:1 26-1: The article 26-1 was to come out on 2026-11-28, and that has changed. The deploy enters it, or "npm run register". (warning)',
      ]);
      const out = buildArchive(content, testSite(), now, { palette: testPalette() });
      expect(out.articles.map(({ number }) => number)).toContain('26-1');
      const { ledger, refused } = await file(all, { now });
      expect([ledger.articles['26-1']?.first, refused]).toEqual(['2026-11-22T12:00:00.000Z', []]);
      expect(lines((await check({ ...all, ...ledgerFiles(ledger) }, now)).problems)).toEqual([]);
    }
  });

  test('what was withdrawn stays so: a clock that would bring it back is told', async () => {
    const withdrawn = { ...SHELVES, [RULE]: article([WITHDRAWN]) };
    const { ledger } = await file({ ...SHELVES, [RULE]: article() }, { now: NOW - 86_400_000 });
    const later = await file({ ...withdrawn, ...ledgerFiles(ledger) });
    const all = { ...withdrawn, ...ledgerFiles(later.ledger) };
    expect(lines((await check(all)).problems)).toEqual([]);
    expect(lines((await check(all, NOW - 43_200_001)).problems)).toEqual([
      expect.stringMatching(
        /The clock says 2026-11-21 23:59 UTC, but 2018\/rule was registered at 2026-11-22 12:00 UTC\./,
      ),
    ]);
    // one that comes back is no more registered as withdrawn
    const back = await file({ ...all, [RULE]: article() });
    expect(back.ledger.articles['18-7']).not.toHaveProperty('withdrawn');
  });

  test('the last commit says which of the two is likelier wrong', async () => {
    const { ledger } = await file(files, { now: LATER });
    const root = mkdtempSync(join(tmpdir(), 'clocks-'));
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@a.example', ...args], {
        cwd: root,
        stdio: 'ignore',
        env: { ...process.env, GIT_COMMITTER_DATE: date },
      });
    let date = '2026-11-29T05:30:00Z';
    try {
      for (const [path, text] of Object.entries({
        ...files,
        ...ledgerFiles(ledger),
        'package-lock.json': '{}',
      })) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), text);
      }
      git('init');
      git('commit', '--allow-empty', '-m', 'one');
      const said = async () =>
        lines((await checkContent(root, testSite(), EARLIER)).problems).join('');
      expect(await said()).toContain(
        'The last commit is of 2026-11-29 05:30 UTC: this clock is likelier to be slow.',
      );
      date = '2026-11-28T08:00:00Z';
      git('commit', '--allow-empty', '-m', 'two');
      expect(await said()).toContain(
        'The last commit is of 2026-11-28 08:00 UTC: that clock is likelier to have been fast.',
      );
    } finally {
      rmSync(root, { recursive: true });
    }
  });

  test('what a fast clock registered is registered again, with its addresses and nothing else new', async () => {
    const fast = await file(files, { now: LATER });
    const all = { ...files, ...ledgerFiles(fast.ledger) };
    const now = Date.parse('2026-11-28T13:00:00Z');
    const { ledger, again } = await file(all, { now, again: true });
    expect(again).toEqual(['content/articles/2017/first.mdx', NEXT]);
    expect(ledger.articles['26-1']).toEqual({
      ...fast.ledger.articles['26-1'],
      first: '2026-11-28T13:00:00.000Z',
    });
    expect(lines((await check({ ...all, ...ledgerFiles(ledger) }, now)).problems)).toEqual([]);
    expect((await file(all, { now })).ledger).toEqual(fast.ledger);
  });
});
