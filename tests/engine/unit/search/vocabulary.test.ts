import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  packVocabulary,
  unpackVocabulary,
  vocabularyOf,
} from '../../../../src/outputs/search/vocabulary.ts';

const word = fc.stringMatching(/^[a-eäд]{4,60}$/u);

test('a vocabulary is read as it was written', () => {
  fc.assert(
    fc.property(fc.dictionary(word, fc.integer({ min: 1, max: 9 })), (counts) => {
      const vocabulary = vocabularyOf([new Map(Object.entries(counts))]);
      const words = vocabulary.flatMap((line) => line.split(' ')).filter((one) => one !== '');
      expect(words.sort()).toEqual(Object.keys(counts).sort());
      expect(unpackVocabulary(packVocabulary(vocabulary))).toEqual(vocabulary);
    }),
  );
});
