import { afterAll, beforeAll, expect, test } from 'vitest';
import { archiveOf, article } from '../../../support/article.ts';
import { compileText } from '../../../support/compile.ts';
import { indexOf, type OpenIndex } from '../../../support/search.ts';

/* What the index of one entry holds: its words, each by itself, and nothing that pages repeat. */

const BODY = `
The notice, 《关于防范代币发行融资风险的公告》, names a café in Zürich.[^1]

## What it forbids

| Date | Body |
| --- | --- |
| 4 September 2017 | People’s Bank |

- [x] Checked against the source

[^1]: An aside on crypto-assets.
`;

let index: OpenIndex;

beforeAll(async () => {
  const entry = article({
    title: 'The notice of seven',
    number: '17-12',
    pubDate: '2017-09-04',
    corrections: [{ date: '2017-09-06', text: 'A headcount was wrong.', was: 'eight agencies' }],
  });
  const text = await compileText(BODY);
  index = await indexOf({ archive: archiveOf([entry]), text: () => text });
}, 60_000);

afterAll(() => index.close());

async function find(text: string) {
  return index.finder.answer({ text, chosen: {}, order: 'best' }, { count: 5 });
}

test.each([
  '代币发行',
  'cafe zurich',
  'Café',
  'crypto-assets',
  'cryptoassets',
  'crypto assets',
  'date',
  'body',
  '17-12',
  '4 Sept 2017',
  '"what it forbids"',
])('“%s” is found', async (text) => {
  expect(await find(text)).toMatchObject({ total: 1, whole: 1 });
});

test.each(['paragraph', 'footnote', 'done', 'aside18', '17-1', 'navigation'])(
  '“%s” is not there, and nothing is shown for it',
  async (text) => {
    expect(await find(text)).toMatchObject({ total: 0, results: [] });
  },
);

test('labels are not among the words that are guessed', async () => {
  const words = (await index.reader.vocabulary()).join(' ').split(' ');
  expect(words).toContain('aside');
  expect(words).not.toContain('back');
});

test('a note is found as a note, a correction as one, a paragraph as a paragraph under its heading', async () => {
  const passages = async (text: string) =>
    (await find(text)).results[0]?.passages.map(({ kind, label, heading }) => [
      kind,
      label,
      heading,
    ]);
  expect(await passages('aside')).toEqual([['note', 'a', '']]);
  const [correction] = (await find('"eight agencies"')).results[0]?.passages ?? [];
  expect(correction).toMatchObject({ id: 'correction-1', kind: 'correction' });
  // what was taken back is not read as what is so
  expect(correction?.runs.map(({ text }) => text).join('')).toContain('As published: ');
  expect(await passages('zürich')).toEqual([['paragraph', '1', '']]);
});
