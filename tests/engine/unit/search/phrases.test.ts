import { afterAll, beforeAll, expect, test } from 'vitest';
import { archiveOf, article } from '../../../support/article.ts';
import { compileText } from '../../../support/compile.ts';
import { indexOf, type OpenIndex } from '../../../support/search.ts';

/* Words, phrases and signs, in the index of past months too. */

const entries = [
  article({ title: 'An old rule', number: '17-1', pubDate: '2017-08-04' }),
  article({ title: 'An older rule', number: '17-2', pubDate: '2017-08-05' }),
  article({ title: 'A new rule', number: '17-3', pubDate: '2017-09-04' }),
];

let index: OpenIndex;

beforeAll(async () => {
  const text = await compileText('Coins are not legal tender.\n\nTender, used by the US, in law.');
  index = await indexOf({ archive: archiveOf(entries), text: () => text }, { openFrom: '2017-09' });
}, 60_000);

afterAll(() => index.close());

const find = (text: string) =>
  index.finder.answer({ text, chosen: {}, order: 'best' }, { count: 5 });

test('a phrase is found where its words follow each other, and marked nowhere else', async () => {
  expect(await find('"tender legal"')).toMatchObject({ total: 0 });
  const { total, results } = await find('"legal tender"');
  expect(total).toBe(3);
  for (const { passages } of results) {
    expect(passages.map(({ label, runs }) => [label, runs])).toEqual([
      [
        '1',
        [
          { text: 'Coins are not ', marked: false },
          { text: 'legal tender', marked: true },
          { text: '.', marked: false },
        ],
      ],
    ]);
  }
});

/** Answers a query from two entries with these texts, the later one second. */
async function among(one: string, other: string, text: string) {
  const texts = [await compileText(one), await compileText(other)] as const;
  const own = await indexOf({
    archive: archiveOf(entries.slice(0, 2)),
    text: ({ number }) => texts[number === '17-1' ? 0 : 1],
  });
  try {
    const { results } = await own.finder.answer({ text, chosen: {}, order: 'best' }, { count: 5 });
    return results;
  } finally {
    own.close();
  }
}

test('entries that have small words as they stood in quotes come first, and they are marked, too', async () => {
  const results = await among(
    'Others ask if let is the word.',
    'They let coins pass. Let them, if they let us; we let go.',
    '"if let"',
  );
  expect(results.map(({ number }) => number)).toEqual(['17-1', '17-2']);
  const runs = results[0]?.passages.flatMap((passage) => passage.runs) ?? [];
  expect(runs.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['if let']);
});

test('a number with its percent sign is no day; where nothing has it, the number will do', async () => {
  const find = async (text: string) =>
    (await among('The tax is 30% of gains.', 'On 30 and 31 May it rose.', text)).map(
      ({ number }) => number,
    );
  expect(await find('30% of')).toEqual(['17-1']);
  expect(await find('31%')).toEqual(['17-2']);
});

test('a word of two letters is not marked in words that begin so', async () => {
  const { results } = await find('US');
  expect(results.map(({ matched }) => matched)).toEqual([['us'], ['us'], ['us']]);
});

test('what stood after a minus or NOT is in no entry that is found', async () => {
  expect(await find('rule -older')).toMatchObject({ total: 2 });
  expect(await find('rule NOT older')).toMatchObject({ total: 2 });
  expect(await find('rule -"old rule"')).toMatchObject({ total: 2 });
});

test('texts are numbered in a folder that follows from all of the month', async () => {
  index.requests.length = 0;
  const { finder } = await index.open();
  await finder.answer({ text: 'coins', chosen: {}, order: 'best' }, { count: 5 });
  const names = index.requests.flatMap(({ path }) => /\/texts\/(.+)\.json$/.exec(path)?.[1] ?? []);
  expect(names.map((name) => name.replace(/^[0-9a-f]{8}/, '')).sort()).toEqual(['/0', '/0', '/1']);
});

test.each(['₿', '🚀', '$', '"', '—', '""'])('%s alone is in no entry', async (sign) => {
  expect(await find(sign)).toMatchObject({ total: 0, results: [] });
});

test('nothing typed is every entry, and a sign beside a word takes nothing away', async () => {
  expect(await find(' ')).toMatchObject({ total: 3 });
  expect(await find('$ coins —')).toMatchObject({ total: 3 });
});
