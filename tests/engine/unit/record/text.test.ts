import { expect, test } from 'vitest';
import { type FootNote, fitBeside } from '../../../../src/record/text.ts';

const notes = (count: number, words: number): FootNote[] =>
  Array.from({ length: count }, (_, i) => ({
    n: i + 1,
    paragraph: 1,
    tree: [],
    text: 'word '.repeat(words),
  }));

test('notes stand beside the text while they do not run past its end', () => {
  expect(fitBeside(notes(3, 20), 100)).toBe(true);
  expect(fitBeside(notes(3, 40), 500)).toBe(true);
  expect(fitBeside(notes(3, 40), 300)).toBe(false);
  expect(fitBeside(notes(13, 4), 5000)).toBe(false);
});
