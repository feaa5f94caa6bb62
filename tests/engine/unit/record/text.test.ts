import { expect, test } from 'vitest';
import { type FootNote, fitBeside } from '../../../../src/record/text.ts';

const text = (words: number) => 'word '.repeat(words);

const notes = (count: number, words: number, paragraph = 1): FootNote[] =>
  Array.from({ length: count }, (_, i) => ({ n: i + 1, paragraph, tree: [], text: text(words) }));

/** Paragraphs of a hundred words. */
const paragraphs = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ n: i + 1, text: text(100) }));

test('notes stand beside the text while they do not run past its end', () => {
  expect(fitBeside(notes(3, 20), paragraphs(1))).toBe(true);
  expect(fitBeside(notes(3, 40), paragraphs(5))).toBe(true);
  expect(fitBeside(notes(3, 40), paragraphs(2))).toBe(false);
  expect(fitBeside(notes(13, 4), paragraphs(50))).toBe(false);
});

test('long notes of the last paragraph would, however long the text is before them', () => {
  expect(fitBeside(notes(3, 40, 16), paragraphs(20))).toBe(true);
  expect(fitBeside(notes(3, 40, 20), paragraphs(20))).toBe(false);
  expect(fitBeside([...notes(1, 10), ...notes(3, 40, 20)], paragraphs(20))).toBe(false);
  expect(fitBeside(notes(1, 40, 20), paragraphs(20))).toBe(true);
});

test('a note outside paragraphs stands beside the text while it is short', () => {
  expect(fitBeside(notes(1, 20, 0), paragraphs(20))).toBe(true);
  expect(fitBeside(notes(3, 40, 0), paragraphs(20))).toBe(false);
});

test('short notes may run past the end of the text, unless nothing may', () => {
  expect(fitBeside(notes(1, 20, 1), [{ n: 1, text: text(20) }])).toBe(true);
  expect(fitBeside(notes(1, 20, 1), [{ n: 1, text: text(20) }], 0)).toBe(false);
  expect(fitBeside(notes(1, 20, 1), paragraphs(1), 0)).toBe(true);
  expect(fitBeside([], [], 0)).toBe(true);
});
