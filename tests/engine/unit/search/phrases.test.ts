import { afterAll, beforeAll, expect, test } from 'vitest';
import { Finder } from '../../../../src/ui/client/search/finder.ts';
import { archiveOf, article } from '../../../support/article.ts';
import { compileText } from '../../../support/compile.ts';
import { indexOf, type ServedIndex } from '../../../support/search.ts';

/* Words are found without their places; phrases need them, in the index of past months too. */

const entries = [
  article({ title: 'An old rule', number: '17-1', pubDate: '2017-08-04' }),
  article({ title: 'An older rule', number: '17-2', pubDate: '2017-08-05' }),
  article({ title: 'A new rule', number: '17-3', pubDate: '2017-09-04' }),
];

let index: ServedIndex;
let finder: Finder;

beforeAll(async () => {
  const text = await compileText('Coins are not legal tender.\n\nTender, used by the US, in law.');
  index = await indexOf({ archive: archiveOf(entries), text: () => text }, { openFrom: '2017-09' });
  finder = new Finder(index.engine);
}, 60_000);

afterAll(() => index.close());

async function find(text: string) {
  const { total, take } = await finder.find({ text, chosen: {}, order: 'best' });
  return { total, results: await take(5) };
}

test('words are found wherever they stand, and their places are not fetched', async () => {
  index.requests.length = 0;
  expect(await find('tender legal')).toMatchObject({ total: 3 });
  const paths = index.requests.map(({ path }) => path);
  expect(paths.some((path) => path.endsWith('.pf_index'))).toBe(true);
  expect(paths.filter((path) => path.includes('/places/'))).toEqual([]);
});

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
          { text: 'legal tender.', marked: true },
        ],
      ],
    ]);
  }
});

test('a word of two letters is not marked in words that begin so', async () => {
  const { results } = await find('US');
  expect(results.map(({ matched }) => matched)).toEqual([['us'], ['us'], ['us']]);
});

test('texts of a past month are numbered in a folder that follows from all of them', async () => {
  index.requests.length = 0;
  const anew = new Finder(await index.open());
  await (await anew.find({ text: 'coins', chosen: {}, order: 'best' })).take(5);
  const names = index.requests.flatMap(
    ({ path }) => /\/past\/[\d-]+\/fragment\/(.+)\.pf_fragment$/.exec(path)?.[1] ?? [],
  );
  expect(names.sort().map((name) => name.replace(/^[0-9a-f]{8}/, ''))).toEqual(['/0', '/1']);
});

test.each(['₿', '🚀', '$', '"', '—', '""'])('%s alone is in no entry', async (sign) => {
  expect(await find(sign)).toEqual({ total: 0, results: [] });
});

test('nothing typed is every entry, and a sign beside a word takes nothing away', async () => {
  expect(await find(' ')).toMatchObject({ total: 3 });
  expect(await find('$ coins —')).toMatchObject({ total: 3 });
});
