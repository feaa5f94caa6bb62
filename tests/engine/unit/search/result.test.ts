import { expect, test } from 'vitest';
import type { Block } from '../../../../src/outputs/search/blocks.ts';
import { QueryLanguage } from '../../../../src/outputs/search/language.ts';
import { bestPassage } from '../../../../src/outputs/search/passage.ts';
import { parseQuery } from '../../../../src/outputs/search/query.ts';
import { markedBlocks, toResult } from '../../../../src/outputs/search/result.ts';
import { termsOf } from '../../../../src/outputs/search/terms.ts';

const ENGLISH = new QueryLanguage(termsOf('en-GB'));

/** The result for an entry with some blocks below its headline. */
function resultOf(query: string, ...blocks: Partial<Block>[]) {
  const { terms } = parseQuery(query, ENGLISH);
  const sought = terms.map((term) => ({
    term,
    ...{ weight: 1, exact: 1 },
    forms: term.ways.map((way) => way.map(({ text }) => new Map([[text, 1]]))),
  }));
  const text = {
    ...{ path: '/2018/title/', number: '18-1', day: '2018-01-01', storyline: '', part: '' },
    blocks: [{ kind: 'title' as const, id: '', text: 'Title' }].concat(
      blocks.map((block) => ({ kind: 'text', id: '', text: '', ...block }) as never),
    ),
  };
  const marked = markedBlocks(text, sought, ENGLISH);
  return toResult(text, marked, bestPassage(marked, sought).block, sought, '/');
}

test.each([
  [1, 'a'],
  [26, 'z'],
  [27, 'aa'],
])('note %i has the letter of the page, %s', (n, label) => {
  const { passages } = resultOf('yen', { kind: 'note', id: `fn-${n}`, text: 'a yen' });
  expect(passages).toMatchObject([{ kind: 'note', label, id: `fn-${n}` }]);
});

test('a paragraph, an item of a list and an exhibit have the names of the page', () => {
  const { passages } = resultOf(
    'yen',
    { id: 'p7', text: 'yen' },
    { id: 'p7-2', text: 'yen' },
    { id: 'exhibit-b', text: 'yen' },
  );
  expect(passages.map(({ kind, label }) => `${kind} ${label}`)).toEqual([
    'paragraph 7',
    'paragraph 7.2',
    'exhibit B',
  ]);
});

test('key facts and the lines below the headline are told apart', () => {
  const { passages } = resultOf(
    'yen',
    { kind: 'standfirst', text: 'yen' },
    { kind: 'facts', text: 'a yen' },
  );
  expect(passages.map(({ kind }) => kind)).toEqual(['summary', 'facts']);
});

test('Chinese is marked as it is written, without spaces', () => {
  const { passages } = resultOf('虚拟货币', { text: '关于虚拟货币的，以及虚拟。' });
  expect(passages[0]?.runs).toEqual([
    { text: '关于', marked: false },
    { text: '虚拟货币', marked: true },
    { text: '的，以及', marked: false },
    { text: '虚拟', marked: true },
    { text: '。', marked: false },
  ]);
});

test('what an entry has not is named, and the name under which it is found', () => {
  const { also, lacks } = resultOf(
    'pboc money moon',
    { text: 'money' },
    { kind: 'names', text: 'People’s Bank\nPBoC' },
  );
  expect(also).toEqual(['PBoC']);
  expect(lacks).toEqual(['moon']);
});
