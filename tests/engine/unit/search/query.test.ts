import { describe, expect, test } from 'vitest';
import { isAsked, readQuery, writeQuery } from '../../../../src/outputs/search/address.ts';
import { distance, guesses, isGuessable, splits } from '../../../../src/outputs/search/guess.ts';
import { QueryLanguage } from '../../../../src/outputs/search/language.ts';
import { parseQuery, type Term } from '../../../../src/outputs/search/query.ts';
import { fold } from '../../../../src/outputs/search/script.ts';
import { termsOf } from '../../../../src/outputs/search/terms.ts';

const ENGLISH = new QueryLanguage(termsOf('en-GB'));

/** The terms of a query in short: exact ones with `=`, phrases with `_`, those left out with `-`. */
function inShort(text: string, language = ENGLISH): string[] {
  const { terms } = parseQuery(text, language);
  return terms.map(
    ({ ways, exact, must, not }: Term) =>
      (not ? '-' : must ? '+' : '') +
      (exact ? '=' : '') +
      ways.map((way) => way.map((word) => word.text).join('_')).join('|'),
  );
}

test.each([
  ['foreign platforms', ['foreign', 'platforms']],
  ['What did the court say?', ['court', 'say']],
  ['to be', ['=to', '=be']],
  ['PBoC’s notice', ['pboc', 'notice']],
  // what an apostrophe adds to a word of questions is no word either
  ['why aren’t coins banned', ['coins', 'banned']],
  ["they'll say it can't withdraw", ['say', 'withdraw']],
  ['"task force" china', ['china', '+=task_force']],
  ['“task force” „zwei Worte“', ['+=task_force', '+=zwei_worte']],
  ['"unfinished phrase', ['unfinished', 'phrase']],
  ['"board of pilots"', ['+=board_pilots']],
  ['虚拟货币 bitcoin', ['=虚拟', '=货币', 'bitcoin']],
  ['挖矿', ['=挖矿']],
  ['Đăng café', ['dang', 'cafe']],
  ['""', []],
  // docket numbers stand for one entry, with their sign or without
  ['18-31', ['=18-31']],
  ['No. 18-31', ['=18-31']],
  ['see №18‑31 bitcoin', ['see', 'bitcoin', '=18-31']],
  ['no change', ['=no', 'change']],
  // what is written together or apart
  ['crypto-assets', ['cryptoassets|crypto_assets']],
  ['get_endpoint', ['getendpoint|get_endpoint']],
  ['C++ and C#', ['c++', 'c#'].map((word) => `=${word}`)],
  // numbers are what they are
  ['US 16,000', ['=us', '=16000']],
  ['1.8 or 18', ['=1.8', '=18']],
  ['$4.3bn', ['=4.3', '=bn']],
  ['30% of 12 %', ['=30%', '=12%']],
  ['<b>china</b>', ['=b', 'china']],
  // what is not wanted
  ['bitcoin -china', ['bitcoin', '-=china']],
  ['bitcoin NOT china AND india', ['bitcoin', 'india', '-=china']],
  ['bitcoin -"legal tender"', ['bitcoin', '-=legal_tender']],
  ['bitcoin NOT "legal tender"', ['bitcoin', '-=legal_tender']],
  ['比特币 NOT 中国', ['=比特_特币', '-=中国']],
  ['DO NOT TRADE', ['not', 'trade']],
  // years from one to another
  ['china 2017-2019', ['china', '=2017|2018|2019|2017-2019']],
  ['2018 – 2019 china', ['china', '=2018|2019|2018-2019']],
  ['from 2018 to 2019 china', ['china', '=2018|2019|2018-2019']],
  ['between 2018 and 2019 china', ['china', '=2018|2019|2018-2019']],
  ['china 2018 and 2020', ['china', '=2018', '=2020']],
  ['china 2017-19', ['china', '=2017|2018|2019|2017-19']],
  ['china 2017-12', ['china', '=2017-12|2017_12']],
  ['2019-2017', ['=2019-2017|2019_2017']],
  ['1999-2019', ['=1999-2019|1999_2019']],
  ['price 10-15', ['price', '=10-15']],
])('“%s” is taken apart', (text, terms) => {
  expect(inShort(text)).toEqual(terms);
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
])('“%s” is one word, however it is written', (text) => {
  expect(inShort(`pboc ${text}`)).toEqual(['pboc', '=2018-08-24']);
  expect(ENGLISH.words(`On ${text}, the notice came.`).map((word) => word.text)).toContain(
    '2018-08-24',
  );
  expect(parseQuery(text, ENGLISH).day).toBe('2018-08-24');
});

test.each(['24.8.18', '8/24/18', '24-08-18'])('“%s” is asked as the day it can only be', (text) => {
  expect(inShort(text)).toEqual(['=2018-08-24']);
});

test.each([
  ['Sept 2021', ['=september_2021']],
  ['march 4', ['=4_march']],
  ['99/99/2018', ['=99', '=2018']],
  ['rust 1.8.10', ['rust', '=1.8.10']],
  ['may ban march', ['ban', 'march']],
])('“%s” has a date as far as it goes, and no day', (text, terms) => {
  expect(inShort(text)).toEqual(terms);
  expect(parseQuery(text, ENGLISH).day).toBeUndefined();
});

const wordsOf = (text: string, language = ENGLISH) =>
  language.cutter.cut(text).map(({ text, at }) => `${text}@${at}`);

test.each([
  ['段简，是一段。每', ['段简@0', '简@1', '是一@2', '一段@3', '段@4', '每@5']],
  ['한국은행 plain', ['한국@0', '국은@1', '은행@2', '행@3', 'plain@4']],
  ['第289号', ['第@0', '289@1', '号@2']],
  ['العملات وعملات', ['عملات@0', 'وعملات@1']],
  ['٣٤ Straße', ['34@0', 'strasse@1']],
  ['U.S. re-entry', ['u@0', 's@1', 'us@0', 're@2', 'entry@3', 'reentry@2']],
  ['authorization, colours', ['authorisation@0', 'colors@1']],
])('“%s” is cut into words, the same in texts and queries', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

test('edits are letters added, dropped, changed or swapped', () => {
  expect(distance('exchange', 'exchange', 2)).toBe(0);
  expect(distance('exchnage', 'exchange', 2)).toBe(1);
  expect(distance('exchang', 'exchange', 2)).toBe(1);
  expect(distance('exchangee', 'exchange', 2)).toBe(1);
  expect(distance('bitcoin', 'exchange', 2)).toBeGreaterThan(2);
});

test('a guess is the nearest word of the record, the frequent one of two', () => {
  const words = ['rarely mining', 'mint', 'miners block chain'];
  expect(guesses(words, 'minng', false)).toEqual(['mining']);
  expect(guesses(words, 'minerz', false)).toEqual(['miners']);
  expect(guesses(words, 'platypus', true)).toEqual([]);
  expect(guesses(['none mint'], 'nope', true)).toEqual([]);
  expect(isGuessable('mint')).toBe(true);
  expect(isGuessable('18a31')).toBe(false);
});

test('a letter that was left out, doubled or swapped is likelier than another one', () => {
  expect(guesses(['phases', '', '', 'passes'], 'pahses', false)[0]).toBe('phases');
  expect(guesses(['added', 'dated'], 'daded', true)[0]).toBe('added');
  expect(guesses(['', 'works', 'worked'], 'workks', false)[0]).toBe('works');
});

test('another first letter is a guess only where any may be', () => {
  expect(guesses(['mining'], 'nining', false)).toEqual([]);
  expect(guesses(['mining'], 'nining', true)).toEqual(['mining']);
});

test('words that were written together are two of the record', () => {
  expect(splits(['block chain'], 'blockchain')).toEqual([['block', 'chain']]);
  expect(splits(['block'], 'blockchain')).toEqual([]);
});

test.each([
  ['regulates', 'regulated', true],
  ['policies', 'policy', true],
  ['banned', 'ban', true],
  ['tokenisation', 'tokens', true],
  ['coinbse', 'coins', false],
  ['platypus', 'platforms', false],
  ['exchnage', 'exchange', false],
  ['forming', 'for', false],
  ['fined', 'findings', false],
  ['sec', 'securities', false],
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
    ['de-DE', 'der Haushalt vom 12.2.2026', ['haushalt', '=2026-02-12']],
    ['de-AT', '12. Feb. 2026', ['=2026-02-12']],
    ['de-DE', '1.234,5', ['=1234.5']],
    ['fr', 'le budget du 1er août 2018', ['budget', '=2018-08-01']],
    ['es', 'el 24 de agosto de 2018', ['=2018-08-24']],
    ['en-US', '24 August 2018', ['=2018-08-24']],
    ['zh-CN', '2018-8-24', ['=2018-08-24']],
    ['it', 'il 3 marzo', ['=il', '=3_marzo']],
    ['th', 'ประเทศไทย', ['=ปร_ระ_ะเ_เท_ทศ_ศไ_ไท_ทย']],
    ['ja', '仮想通貨の規制', ['=仮想', '=通貨', '=規制']],
  ])('small words and dates: %s, %s', (locale, text, terms) => {
    expect(inShort(text, of(locale))).toEqual(terms);
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
