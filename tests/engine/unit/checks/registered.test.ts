import { describe, expect, test } from 'vitest';
import type { Ledger } from '../../../../src/record/ledger.ts';
import { ledgerFiles } from '../../../../src/record/ledger-files.ts';
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

/** A ledger whose entries lack some fields, as earlier ones did. */
function withoutFields({ articles, pages }: Ledger, ...fields: string[]): Ledger {
  const entries = Object.entries(articles).map(([key, entry]) => [
    key,
    Object.fromEntries(Object.entries(entry).filter(([field]) => !fields.includes(field))),
  ]);
  return { articles: Object.fromEntries(entries), pages };
}
