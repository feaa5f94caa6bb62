import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Typographer, typographic } from '../../../../src/lib/typography.ts';

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
