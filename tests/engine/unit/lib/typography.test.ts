import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SIGNS } from '../../../../src/i18n/languages.ts';
import { bestFor } from '../../../../src/lib/locales.ts';
import { quoted, Typographer, typographic } from '../../../../src/lib/typography.ts';

describe('punctuation', () => {
  test.each([
    ['"May", no longer "must"', '“May”, no longer “must”'],
    ["'single' and it's", '‘single’ and it’s'],
    [`"He said 'no'."`, '“He said ‘no’.”'],
    ["the '90s and '17", 'the ’90s and ’17'],
    ["'tis the Fed's rule", '’tis the Fed’s rule'],
    ['("quoted")', '(“quoted”)'],
    ['a--b---c', 'a–b—c'],
    ['it says---"no"', 'it says—“no”'],
    ['wait...', 'wait…'],
    ['5\' 10"', '5’ 10”'],
    ["banks' money", 'banks’ money'],
  ])('%s', (typed, set) => {
    expect(typographic(typed)).toBe(set);
  });

  test('a text that is set already is not touched', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const set = typographic(text);
        expect(typographic(set)).toBe(set);
      }),
    );
  });

  test('a text in pieces is set like the whole, wherever it is cut', () => {
    const letters = fc.string({
      unit: fc.constantFrom('a', ' ', '"', "'", '(', '9', '.'),
      maxLength: 30,
    });
    fc.assert(
      fc.property(letters, fc.nat(30), (text, at) => {
        // an ellipsis, a year or a dash that is cut in two cannot be known
        fc.pre(!/\.\.|'\d|'t/.test(text));
        const typographer = new Typographer();
        expect(typographer.next(text.slice(0, at)) + typographer.next(text.slice(at))).toBe(
          typographic(text),
        );
      }),
    );
  });

  test('no letter is lost or added: only quotes, dashes and dots change', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const bare = (words: string) => words.replace(/["'“”‘’.…–—-]/g, '');
        expect(bare(typographic(text))).toBe(bare(text));
      }),
    );
  });
});

test.each([
  ['en', '“It’s ‘shut’,” she said', '‘It’s “shut”,’ she said'],
  ['de', '„Brücke“ und ‚Wort‘', '‚Brücke‘ und ‚Wort‘'],
  ['en', 'The ‘shut’ bridge', 'The ‘shut’ bridge'],
  ['fr', '«\u00a0Le mot\u00a0» et l’autre', '“Le mot” et l’autre'],
  ['ja', '議員は「『無用』は誤り」と言う', '議員は『「無用」は誤り』と言う'],
  ['ar', 'عبارة «لا داعي “للقلق”»', 'عبارة “لا داعي «للقلق»”'],
])(
  'what stands between quotation marks has inner ones of its own: %s',
  (language, words, within) => {
    expect(quoted(words, SIGNS[language]?.quotes ?? ['', '', '', ''])).toBe(within);
  },
);

describe('a language sets quotation marks as it does', () => {
  test.each([
    ['de', "Er sagte \"ja, 'gern'\", und ging's an", 'Er sagte „ja, ‚gern‘“, und ging’s an'],
    [
      'fr',
      'Il dit : "Pourquoi ?" ; c\'est l\'essentiel !',
      'Il dit\u00a0: «\u00a0Pourquoi\u202f?\u00a0»\u202f; c’est l’essentiel\u202f!',
    ],
    ['fr', 'Les mots « cités » sont là', 'Les mots «\u00a0cités\u00a0» sont là'],
    ['es', 'Dijo "sí, \'claro\'".', 'Dijo «sí, “claro”».'],
    ['zh-CN', '他说："问题在于执行。"', '他说：“问题在于执行。”'],
    ['zh-TW', '他說："問題在於執行。"', '他說：「問題在於執行。」'],
    ['ja', '彼は"はい"と言った', '彼は「はい」と言った'],
    ['zh-TW', "他說\"你說'不行'，it's離譜\"", '他說「你說『不行』，it’s離譜」'],
    ['ja', '彼は"\'だめ\'と"言った', '彼は「『だめ』と」言った'],
    ['ar', 'قال "نعم" وانصرف', 'قال «نعم» وانصرف'],
    ['ar', 'الـ"ماذا" و"لماذا"، ب"نعم"', 'الـ«ماذا» و«لماذا»، ب«نعم»'],
    ['th', 'เขาพูดว่า"ใช่"แล้ว"ไม่"', 'เขาพูดว่า“ใช่”แล้ว“ไม่”'],
    ['it', 'Disse "sì".', 'Disse “sì”.'],
  ])('%s: %s', (lang, typed, set) => {
    expect(typographic(typed, bestFor(lang, SIGNS))).toBe(set);
  });
});
