import { describe, expect, test } from 'vitest';
import { QueryLanguage } from '../../../../src/outputs/search/language.ts';
import { parseQuery } from '../../../../src/outputs/search/query.ts';
import { fold, spaced, unspaced } from '../../../../src/outputs/search/script.ts';
import { termsOf } from '../../../../src/outputs/search/terms.ts';
import { isAsked, readQuery, writeQuery } from '../../../../src/ui/client/search/address.ts';
import { correct, distance, isGuessable, knows } from '../../../../src/ui/client/search/guess.ts';

const ENGLISH = new QueryLanguage(termsOf('en-GB'));

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
  expect(parseQuery(text, ENGLISH)).toMatchObject({ words, phrases });
});

test.each([
  ['US crypto', ['crypto'], [['us']]],
  ['el salvador', ['salvador'], [['el']]],
  ['124 exchanges', ['exchanges'], [['124']]],
  ['no change', ['change'], [['no']]],
  ['who is it', ['who', 'is', 'it'], []],
])('numbers and words of two letters in “%s” are to be found as they are', (text, words, firm) => {
  expect(parseQuery(text, ENGLISH)).toMatchObject({ words, firm });
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
  expect(parseQuery(`pboc ${text}`, ENGLISH)).toEqual({
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
  expect(parseQuery(text, ENGLISH)).toMatchObject({ firm, words });
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
  ['authorization', 'authorisation', true],
  ['organised', 'organized', true],
  ['coinbse', 'coins', false],
  ['platypus', 'platforms', false],
  ['exchnage', 'exchange', false],
])('“%s” is the same word as “%s”: %s', (typed, found, same) => {
  expect(ENGLISH.isForm(typed, found)).toBe(same);
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

describe('a language has its own', () => {
  const of = (locale: string) => new QueryLanguage(termsOf(locale));

  test.each([
    ['de-DE', 'der Haushalt vom 12.2.2026', ['haushalt'], [['12', 'februar', '2026']]],
    ['de-AT', '12. Feb. 2026', [], [['12', 'februar', '2026']]],
    ['fr', 'le budget du 1er août 2018', ['budget'], [['1er', 'aout', '2018']]],
    ['es', 'el 24 de agosto de 2018', [], [['24', 'de', 'agosto', 'de', '2018']]],
    ['en-US', '24 August 2018', [], [['august', '24', '2018']]],
    ['zh-CN', '2018-8-24', [], [['2018', '年', '8', '月', '24', '日']]],
    ['ja', '2018年8月', [], []],
    ['it', 'il 3 marzo', ['il'], [['3', 'marzo']]],
  ])('small words and dates: %s, %s', (locale, text, words, firm) => {
    const parsed = parseQuery(text, of(locale));
    expect(parsed.firm.filter((one) => one.length > 1)).toEqual(firm);
    expect([...parsed.words, ...parsed.firm.filter((one) => one.length === 1).flat()]).toEqual(
      words,
    );
  });

  test.each([
    ['de', 'Einträge', 'Eintrags', true],
    ['de', 'Brücken', 'Brücke', true],
    ['fr', 'décidé', 'décident', true],
    ['es', 'comisiones', 'comisión', true],
    ['ar', 'كتاب', 'كتب', false],
  ])('endings: %s, %s and %s', (locale, typed, found, same) => {
    expect(of(locale).isForm(fold(typed), fold(found))).toBe(same);
  });
});
