import { expect, test } from 'vitest';
import { isAsked, readQuery, writeQuery } from '../../../src/client/search/address.ts';
import { correct, distance, knows } from '../../../src/client/search/guess.ts';
import { parseQuery } from '../../../src/outputs/search/query.ts';
import { spaced, unspaced } from '../../../src/outputs/search/script.ts';

test.each([
  ['foreign platforms', ['foreign', 'platforms'], []],
  ['What did the court say?', ['court', 'say'], []],
  ['to be', ['to', 'be'], []],
  ['PBoC’s notice', ['pbocs', 'notice'], []],
  ['18-31', ['1831'], []],
  ['"task force" china', ['china'], [['task', 'force']]],
  [
    '“task force” „zwei Worte“',
    [],
    [
      ['task', 'force'],
      ['zwei', 'worte'],
    ],
  ],
  ['"unfinished phrase', ['unfinished', 'phrase'], []],
  ['虚拟货币 bitcoin', ['bitcoin'], [['虚', '拟', '货', '币']]],
  ['Đăng café', ['đang', 'cafe'], []],
  ['""', [], []],
])('“%s” is taken apart', (text, words, phrases) => {
  expect(parseQuery(text)).toEqual({ words, phrases });
});

test('Chinese is spaced for the index and joined for readers', () => {
  expect(spaced('等十部门 and 第289号')).toBe('等 十 部 门 and 第 289 号');
  expect(unspaced('the 等 十 部 门 notice')).toBe('the 等十部门 notice');
  expect(spaced('한국은행 plain')).toBe('한국은행 plain');
});

test('edits are letters added, dropped, changed or swapped', () => {
  expect(distance('exchange', 'exchange', 2)).toBe(0);
  expect(distance('exchnage', 'exchange', 2)).toBe(1);
  expect(distance('exchang', 'exchange', 2)).toBe(1);
  expect(distance('exchangee', 'exchange', 2)).toBe(1);
  expect(distance('bitcoin', 'exchange', 2)).toBeGreaterThan(2);
});

test('a guess is the nearest word of the record, the frequent one of two', () => {
  const words = ['rarely mining', 'mint', 'miners'];
  expect(correct(words, 'minng')).toBe('mining');
  expect(correct(words, 'minerz')).toBe('miners');
  expect(correct(words, 'platypus')).toBeUndefined();
  expect(knows(words, 'mini')).toBe(true);
  expect(knows(words, 'minng')).toBe(false);
});

test('an address gives back its query, and nothing that cannot be one', () => {
  const address = '?q=a+b&place=china&year=2018&year=2019&from=2018-01-01&sort=newest';
  expect(writeQuery(readQuery(address))).toBe(address);
  expect(readQuery('?q=x&from=yesterday&sort=best&place=&utm_source=y')).toEqual({
    text: 'x',
    chosen: {},
    from: undefined,
    to: undefined,
    order: 'best',
  });
  expect(isAsked(readQuery('?sort=newest'))).toBe(false);
  expect(isAsked(readQuery('?year=2018'))).toBe(true);
});
