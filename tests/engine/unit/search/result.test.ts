import { expect, test } from 'vitest';
import { QueryLanguage } from '../../../../src/outputs/search/language.ts';
import { DAY, META } from '../../../../src/outputs/search/names.ts';
import { spaced } from '../../../../src/outputs/search/script.ts';
import { termsOf } from '../../../../src/outputs/search/terms.ts';
import type { Fragment } from '../../../../src/ui/client/search/engine.ts';
import { toResult } from '../../../../src/ui/client/search/result.ts';

const ENGLISH = new QueryLanguage(termsOf('en-GB'));

/** An entry with one note, as the index keeps it. */
function fragment(note: number, text: string, meta: Record<string, string> = {}): Fragment {
  const facts = { title: 'Title', [META.number]: '18-1', ...meta };
  return {
    url: '/2018/title/',
    content: spaced(text),
    meta: Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, spaced(value)])),
    filters: { [DAY]: ['2018-01-01'] },
    anchors: [{ element: 'a', id: `fn-${note}`, location: 0 }],
  };
}

test('Chinese and Japanese figures are read as they were written', () => {
  const meta = { [META.figure]: '3億円', [META.unit]: '第289号 on one day' };
  const { figure } = toResult(fragment(1, 'yen', meta), { words: ['yen'], phrases: [] }, ENGLISH);
  expect(figure).toEqual({ value: '3億円', label: '第289号 on one day' });
});

test.each([
  [1, 'a'],
  [26, 'z'],
  [27, 'aa'],
])('note %i has the letter of the page, %s', (n, label) => {
  const { passages } = toResult(fragment(n, 'a yen'), { words: ['yen'], phrases: [] }, ENGLISH);
  expect(passages).toMatchObject([{ kind: 'note', label, id: `fn-${n}` }]);
});

test('where words are marked in Chinese, no spaces come into it', () => {
  const terms = { words: [], phrases: [['虚', '拟']] };
  const [passage] = toResult(fragment(1, '在虚拟货币 2018 bans'), terms, ENGLISH).passages;
  expect(passage?.runs.map(({ text }) => text)).toEqual(['在', '虚拟', '货币2018 bans']);
});
