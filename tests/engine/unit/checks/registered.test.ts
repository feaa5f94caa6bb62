import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../../src/content/content.ts';
import { buildArchive } from '../../../../src/record/archive.ts';
import type { Ledger } from '../../../../src/record/ledger.ts';
import { ledgerFiles } from '../../../../src/record/ledger-files.ts';
import { testPalette, testSite } from '../../../support/article.ts';
import { lines, NOW, SHELVES } from './desk.ts';
import {
  article,
  CITED,
  CORRECTED,
  check,
  EXPIRED,
  type Files,
  file,
  NEXT,
  OTHER,
  REGISTERED_CASES,
  RULE,
  TWICE,
  UPDATED,
  WITHDRAWN,
  WORDS,
} from './registered.ts';

/** What is right, though much of it looks like the mistakes above. */
const SOUND: readonly [is: string, before: Files, after: Files][] = [
  ['a new correction below', { [RULE]: article([CORRECTED]) }, { [RULE]: article([TWICE]) }],
  [
    'other quotes in a correction',
    { [RULE]: article(["corrections: [{ date: 2019-01-01, text: \"It's 'so'.\" }]"]) },
    { [RULE]: article(['corrections: [{ date: 2019-01-01, text: It’s ‘so’. }]']) },
  ],
  [
    'a later update of the same day',
    { [RULE]: article([UPDATED]) },
    { [RULE]: article(['updatedDate: 2020-01-01T09:00Z'], { text: 'All of it was wrong.' }) },
  ],
  [
    'a copy in an archive for a source',
    { [RULE]: CITED },
    { [RULE]: CITED.replace('The bank }', 'The bank, archive: "https://archive.example/1" }') },
  ],
  [
    'a withdrawn article whose text and corrections went',
    { [RULE]: article([CORRECTED]) },
    { [RULE]: article([WITHDRAWN], { text: 'Withdrawn.' }) },
  ],
  [
    'a withdrawn article that has no text any more',
    { [RULE]: article() },
    { [RULE]: article([WITHDRAWN], { text: '' }) },
  ],
  [
    'an old address under an entry that is out',
    { [RULE]: article() },
    { [RULE]: undefined, [OTHER]: article(['aliases: [/2018/rule/]'], { number: '18-8' }) },
  ],
  [
    'an old address under an entry that was out and has expired',
    { [RULE]: article(), [OTHER]: article([EXPIRED], { number: '18-8' }) },
    {
      [RULE]: undefined,
      [OTHER]: article([EXPIRED, 'aliases: [/2018/rule/]'], { number: '18-8' }),
    },
  ],
];

describe('what was filed', () => {
  test.each(REGISTERED_CASES)('%s', async (_is, before, after, says) => {
    const { ledger } = await file({ ...SHELVES, ...before });
    const files = { ...SHELVES, ...before, ...after, ...ledgerFiles(ledger) };
    expect(lines((await check(files)).problems)).toEqual(says);
  });

  test.each(SOUND)('nothing is said of %s, and it is filed', async (_is, before, after) => {
    const { ledger } = await file({ ...SHELVES, ...before });
    const files = { ...SHELVES, ...before, ...after, ...ledgerFiles(ledger) };
    const { problems } = await check(files);
    expect(lines(problems.filter(({ severity }) => severity === 'error'))).toEqual([]);
    expect((await file(files)).refused).toEqual([]);
  });

  test('the same words in another order are no small edit, nor is another source', async () => {
    const { ledger } = await file({ ...SHELVES, [RULE]: CITED });
    const filedAs = { ...SHELVES, ...ledgerFiles(ledger) };
    const turned = CITED.replace('China banned India', 'India banned China');
    for (const text of [turned, CITED.replace('The bank', 'The court')]) {
      const { refused, minor } = await file({ ...filedAs, [RULE]: text }, { minor: true });
      expect(refused).toMatchObject([{ file: RULE, small: false }]);
      expect(minor).toEqual([]);
    }
    const edited = { ...filedAs, [RULE]: CITED.replace('part', 'half') };
    expect((await file(edited, { minor: true })).minor).toEqual([RULE]);
    expect((await file(edited)).refused).toMatchObject([{ small: true }]);
  });

  test('a ledger that kept less stays valid, and is filled in without another change', async () => {
    const files = { ...SHELVES, [RULE]: article([CORRECTED]) };
    const now = (await file(files)).ledger;
    const before = withoutFields(now, 'record', 'corrected', 'source');
    expect(before).not.toEqual(now);
    const old = { ...files, ...ledgerFiles(before) };
    expect(lines((await check(old)).problems)).toEqual([]);
    const { ledger, changed, added, minor } = await file(old);
    expect(ledgerFiles(ledger)).toEqual(ledgerFiles(now));
    expect([...changed, ...added, ...minor]).toEqual([]);
    // read and written again, not a byte changes
    const again = await file({ ...files, ...ledgerFiles(now) });
    expect(ledgerFiles(again.ledger)).toEqual(ledgerFiles(now));
  });

  test('the ledger of version 1.0 is read, and its feed ids are those of version 1.0', async () => {
    const files = { ...SHELVES, [RULE]: article([CORRECTED]) };
    const { articles, pages } = (await file(files)).ledger;
    const old = JSON.stringify({
      articles: withoutFields({ articles, pages }, 'feed').articles,
      pages,
    });
    const found = await check({ ...files, 'content/ledger.json': old });
    expect(lines(found.problems)).toEqual([]);
    expect(found.content.articles.map(({ feedId }) => feedId)).toContain('docket/18-7');
    const { ledger, added } = await file({ ...files, 'content/ledger.json': old });
    expect(ledger.articles['18-7']).toEqual({ ...articles['18-7'], feed: 'docket/18-7' });
    expect(added).toEqual([]);
  });

  test('the id in feeds is that of the first publication, whatever number or name it is given', async () => {
    const plain = article().replace('number: 18-7\n', '');
    const { ledger } = await file({ ...SHELVES, [RULE]: plain });
    expect(ledger.articles['2018/rule']?.feed).toBe('2018/rule');
    // a number that registering gives: it may have been published before
    const files = { ...SHELVES, [RULE]: article() };
    const numbered = await file(files, { numbered: ['2018/rule'] });
    expect(numbered.ledger.articles['18-7']?.feed).toBe('2018/rule');
    // one that it is given later
    const later = { ...files, ...ledgerFiles(ledger) };
    expect(lines((await check(later)).problems)).toEqual([]);
    expect((await file(later)).ledger.articles['18-7']?.feed).toBe('2018/rule');
    // another name, which says where it was
    const renamed = {
      ...SHELVES,
      [OTHER]: plain.replace('pubDate', 'aliases: [/2018/rule/]\npubDate'),
      ...ledgerFiles(ledger),
    };
    const { content } = await check(renamed);
    expect(content.articles.find(({ id }) => id === '2018/other')?.feedId).toBe('2018/rule');
    expect((await file(renamed)).ledger.articles['2018/other']).toMatchObject({
      feed: '2018/rule',
      urls: ['/2018/rule/', '/2018/other/'],
    });
  });

  test('two branches that registered one number: the later loses it, and all is right again', async () => {
    const another = article([], { title: 'Another' });
    const one = await file({ ...SHELVES, [RULE]: article() }, { now: NOW - 1 });
    const other = await file({ ...SHELVES, [OTHER]: another });
    const merged = {
      ...SHELVES,
      [RULE]: article(),
      [OTHER]: another,
      ...ledgerFiles(one.ledger),
      ...ledgerFiles(other.ledger),
    };
    expect(lines((await check(merged)).problems)).toEqual([
      `${OTHER}:5:9 number: The docket number 18-7 is also that of ${RULE}. Remove the line: the deploy gives it another, or "npm run register".`,
    ]);
    const mended = { ...merged, [OTHER]: another.replace('18-7', '18-8') };
    const { ledger, refused } = await file(mended);
    expect(refused).toEqual([]);
    expect(Object.keys(ledger.articles).sort()).toEqual(['17-1', '18-7', '18-8']);
    const after = { ...SHELVES, [RULE]: article(), [OTHER]: mended[OTHER], ...ledgerFiles(ledger) };
    expect(lines((await check(after)).problems)).toEqual([]);
  });

  test('where nothing was written anew nothing has changed, whatever the compiler makes of it', async () => {
    const files = { ...SHELVES, [RULE]: CITED };
    const { ledger } = await file(files);
    const entries = Object.entries(ledger.articles).map(([key, entry]) => [
      key,
      { ...entry, text: '0123456789abcdef' },
    ]);
    const otherwise: Ledger = { ...ledger, articles: Object.fromEntries(entries) };
    const old = { ...files, ...ledgerFiles(otherwise) };
    expect(lines((await check(old)).problems)).toEqual([]);
    expect((await file(old)).refused).toEqual([]);
    const otherForm = { ...old, [RULE]: `${CITED.replaceAll('\n', '\r\n')}\r\n` };
    expect(lines((await check(otherForm)).problems)).toEqual([]);
    const edited = { ...old, [RULE]: CITED.replace('part', 'half') };
    expect((await file(edited)).refused).toMatchObject([{ file: RULE }]);
    const withoutSource = { ...old, ...ledgerFiles(withoutFields(otherwise, 'source')) };
    expect((await file(withoutSource)).refused).toHaveLength(2);
  });

  test('other markup of the same words is no change, and is filed', async () => {
    const before = await file({ ...SHELVES, [RULE]: article() });
    const filedAs = { ...SHELVES, ...ledgerFiles(before.ledger) };
    const marked = article([], { text: WORDS.replace('banned', '*banned*') });
    const { ledger, refused, changed } = await file({ ...filedAs, [RULE]: marked });
    expect([...refused, ...changed]).toEqual([]);
    const [was, now] = [before.ledger, ledger].map(({ articles }) => articles['18-7']);
    expect(now?.source).not.toBe(was?.source);
    expect({ ...now, source: '' }).toEqual({ ...was, source: '' });
  });

  test('what was to come out and does not leaves the ledger', async () => {
    const fields = { pubDate: '2026-12-01', number: '26-1' };
    const { ledger } = await file({ ...SHELVES, [NEXT]: article([], fields) });
    expect(Object.keys(ledger.articles)).toContain('26-1');
    const draft = { [NEXT]: article(['draft: true'], fields), ...ledgerFiles(ledger) };
    expect(Object.keys((await file({ ...SHELVES, ...draft })).ledger.articles)).toEqual(['17-1']);
  });

  test('an article that was withdrawn and comes back says what it said, or says so', async () => {
    const { ledger } = await file({ ...SHELVES, [RULE]: article([CORRECTED]) });
    const notice = article([WITHDRAWN], { text: 'Withdrawn.' });
    const filedAs = { ...SHELVES, ...ledgerFiles(ledger) };
    const withdrawn = await file({ ...filedAs, [RULE]: notice });
    const at = { withdrawn: '2026-11-22T12:00:00.000Z' };
    expect(withdrawn.ledger.articles['18-7']).toEqual({ ...ledger.articles['18-7'], ...at });
    const back = await check({ ...filedAs, [RULE]: article([], { text: 'Withdrawn.' }) });
    expect(lines(back.problems)).toHaveLength(2);
  });
});

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

/** A ledger whose entries lack some fields, as earlier ones did. */
function withoutFields({ articles, pages }: Ledger, ...fields: string[]): Ledger {
  const entries = Object.entries(articles).map(([key, entry]) => [
    key,
    Object.fromEntries(Object.entries(entry).filter(([field]) => !fields.includes(field))),
  ]);
  return { articles: Object.fromEntries(entries), pages };
}
