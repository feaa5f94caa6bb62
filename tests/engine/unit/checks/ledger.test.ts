import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frontmatterSchema } from '../../../../src/record/frontmatter.ts';
import { fingerprintOf, wordsChanged } from '../../../../src/record/ledger.ts';

/** Of an article that says these words. */
const fingerprint = (text: string) => fingerprintOf(frontmatter, { text, tree: [], notes: [] }, '');
const frontmatter = frontmatterSchema.parse({
  title: 'A',
  description: 'B',
  pubDate: '2018-08-24',
});

const words = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 20, maxLength: 400 });

describe('what the ledger keeps of a text', () => {
  test('typography and spaces leave it as it is', () => {
    const typed = fingerprint('He said "it\'s so" -- and left...\n\nThen 5 came.');
    expect(fingerprint('He said “it’s so” – and left… Then 5   came.')).toEqual(typed);
    expect(fingerprint('He said “it’s so” – and left… Then 6 came.').text).not.toBe(typed.text);
  });

  test('no change counts none, one word counts one at most, and many count many', () => {
    fc.assert(
      fc.property(words, fc.nat(), (list, at) => {
        const before = fingerprint(list.join(' '));
        expect(wordsChanged(before.sketch, before.sketch)).toBe(0);
        const other = list.with(at % list.length, 'ZZZ');
        const after = fingerprint(other.join(' '));
        expect(after.text).not.toBe(before.text);
        expect(wordsChanged(before.sketch, after.sketch)).toBeLessThanOrEqual(1);
      }),
    );
    const long = (word: string) => Array.from({ length: 300 }, (_, i) => `${word}${i}`).join(' ');
    expect(
      wordsChanged(fingerprint(long('a')).sketch, fingerprint(long('b')).sketch),
    ).toBeGreaterThan(30);
  });
});
