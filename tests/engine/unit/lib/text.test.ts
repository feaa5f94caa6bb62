import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countWords } from '../../../../src/lib/text.ts';

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/** Words as Unicode's own rules divide them (UAX 29). */
function wordsOf(text: string): string[] {
  return [...segmenter.segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
}

describe('the number of words', () => {
  test.each([
    ['', 0],
    ['The People’s Bank (PBoC) bans 1,000.5 coins.', 7],
    ['e.g. U.S. v. Smith — “don’t”', 5],
    ['比特币被禁止', wordsOf('比特币被禁止').length],
  ])('%j has %i', (text, count) => {
    expect(countWords(text)).toBe(count);
  });

  test("is that of Unicode's rules for every text", () => {
    const latin = fc.string({
      unit: fc.constantFrom(..."aBé1 ._,:;'’‘·-–—“”…€²½ªß/()\n\u00a0\u00ad"),
      maxLength: 16,
    });
    const any = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(fc.oneof(latin, any), (text) => {
        expect(countWords(text)).toBe(wordsOf(text).length);
      }),
      { numRuns: 2000 },
    );
  });
});
