import { expect, test } from 'vitest';
import { parseQuery } from '../../../../src/outputs/search/query.ts';
import { spaced, unspaced } from '../../../../src/outputs/search/script.ts';
import { isAsked, readQuery, writeQuery } from '../../../../src/ui/client/search/address.ts';
import {
  correct,
  distance,
  isForm,
  isGuessable,
  knows,
} from '../../../../src/ui/client/search/guess.ts';

test.each([
  ['foreign platforms', ['foreign', 'platforms'], []],
  ['What did the court say?', ['court', 'say'], []],
  ['to be', ['to', 'be'], []],
  ['PBoC’s notice', ['pbocs', 'notice'], []],
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
  // docket numbers stand for one entry, with their sign or without
  ['18-31', [], [['1831']]],
  ['No. 18-31', [], [['1831']]],
  ['see №18-31 bitcoin', ['see', 'bitcoin'], [['1831']]],
  ['no change', ['change'], []],
])('“%s” is taken apart', (text, words, phrases) => {
  expect(parseQuery(text)).toMatchObject({ words, phrases });
});

test.each([
  ['US crypto', ['crypto'], [['us']]],
  ['el salvador', ['salvador'], [['el']]],
  ['124 exchanges', ['exchanges'], [['124']]],
  ['no change', ['change'], [['no']]],
  ['who is it', ['who', 'is', 'it'], []],
])('numbers and words of two letters in “%s” are to be found as they are', (text, words, firm) => {
  expect(parseQuery(text)).toMatchObject({ words, firm });
});

test.each([
  '24 August 2018',
  '24 aug 2018',
  'August 24, 2018',
  'aug. 24th 2018',
  '24th of August 2018',
  '2018-08-24',
  '2018/8/24',
  '24.8.2018',
  '24/08/2018',
  '8/24/2018',
  '2018年8月24日',
])('“%s” is the day that the index writes as 24 August 2018', (text) => {
  expect(parseQuery(`pboc ${text}`)).toEqual({
    words: ['pboc'],
    phrases: [],
    firm: [['24', 'august', '2018']],
    day: '2018-08-24',
  });
});

test.each([
  ['Sept 2021', [['september', '2021']], []],
  ['march 4', [['4', 'march']], []],
  ['99/99/2018', [['99'], ['99'], ['2018']], []],
  ['may ban march', [], ['ban', 'march']],
  ['"August 24, 2018"', [], []],
])('“%s” has a date as far as it goes, and no day', (text, firm, words) => {
  expect(parseQuery(text)).toMatchObject({ firm, words });
});

test('Chinese is spaced for the index and joined for readers', () => {
  expect(spaced('等十部门 and 第289号')).toBe('等 十 部 门 and 第 289 号');
  expect(unspaced('the 等 十 部 门 notice')).toBe('the 等十部门 notice');
  expect(unspaced('and 第 289 号 of 3 億 円')).toBe('and 第289号 of 3億円');
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
  expect(correct(['none mint'], 'nope')).toBeUndefined();
  expect(isGuessable('mint')).toBe(true);
  expect(isGuessable('18a31')).toBe(false);
  expect(knows(words, 'mini')).toBe(true);
  expect(knows(words, 'minng')).toBe(false);
});

test.each([
  ['regulates', 'regulated', true],
  ['policies', 'policy', true],
  ['banned', 'ban', true],
  ['exch', 'exchange', true],
  ['tokenization', 'tokens', true],
  ['coinbse', 'coins', false],
  ['platypus', 'platforms', false],
  ['exchnage', 'exchange', false],
])('“%s” is the same word as “%s”: %s', (typed, found, same) => {
  expect(isForm(typed, found)).toBe(same);
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
