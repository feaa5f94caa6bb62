import { expect, test } from 'vitest';
import { phrasesOf } from '../../../../src/lib/phrases.ts';

const cut = (headline: string, locale: string) => phrasesOf(headline, locale).join('|');

test('a headline without spaces may end its lines between words, never within one', () => {
  expect(cut('北码头冬季关闭一百二十四天', 'zh-CN')).toMatch(
    /^北?\|?码头\|冬季\|关闭\|一百二十四天$/,
  );
  expect(cut('北桟橋が予定より三日早く再開', 'ja')).toBe('北|桟橋が|予定より|三日|早く|再開');
});

test('marks stay with their words', () => {
  expect(cut('夜の渡し船、毎晩「四便」に', 'ja')).not.toMatch(/\|[、」に]|[「四]\|/);
  expect(cut('委员会称“无需报告”', 'zh-TW')).not.toMatch(/\|”|“\|/);
});

test('an opening mark begins a line with what it opens, a number stays with its measure', () => {
  expect(cut('议会公布“裂缝”由2毫米增至9毫米', 'zh-CN')).toBe(
    '议会|公布|“裂缝”|由|2毫米|增|至|9毫米',
  );
});

test('other languages are left alone', () => {
  expect(phrasesOf('The pier 北京 opens', 'en-GB')).toEqual(['The pier 北京 opens']);
});
