import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { imprint, wordsChanged } from '../../../../src/record/ledger.ts';

const words = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 20, maxLength: 400 });

describe('what the ledger keeps of a text', () => {
  test('typography and spaces leave it as it is', () => {
    const typed = imprint('He said "it\'s so" -- and left...\n\nThen 5 came.');
    expect(imprint('He said “it’s so” – and left… Then 5   came.')).toEqual(typed);
    expect(imprint('He said “it’s so” – and left… Then 6 came.').text).not.toBe(typed.text);
  });

  test('no change counts none, one word counts one at most, and many count many', () => {
    fc.assert(
      fc.property(words, fc.nat(), (list, at) => {
        const before = imprint(list.join(' '));
        expect(wordsChanged(before.sketch, before.sketch)).toBe(0);
        const other = list.with(at % list.length, 'ZZZ');
        const after = imprint(other.join(' '));
        expect(after.text).not.toBe(before.text);
        expect(wordsChanged(before.sketch, after.sketch)).toBeLessThanOrEqual(1);
      }),
    );
    const long = (word: string) => Array.from({ length: 300 }, (_, i) => `${word}${i}`).join(' ');
    expect(wordsChanged(imprint(long('a')).sketch, imprint(long('b')).sketch)).toBeGreaterThan(30);
  });
});
