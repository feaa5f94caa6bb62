import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { expect, test } from 'vitest';
import { type FootNote, fitBeside } from '../../../../src/record/text.ts';

const text = (words: number) => 'word '.repeat(words);

const notes = (count: number, words: number, paragraph = 1): FootNote[] =>
  Array.from({ length: count }, (_, i) => ({ n: i + 1, paragraph, tree: [], text: text(words) }));

/** Paragraphs of a hundred words. */
const paragraphs = (count: number, words = 100) =>
  Array.from({ length: count }, (_, i) => h('p', { id: `p${i + 1}` }, text(words)));

const fit = (notes: FootNote[], tree: ElementContent[], past?: number) =>
  fitBeside({ notes, tree }, past);

test('notes stand beside the text while they do not run past its end', () => {
  expect(fit(notes(3, 20), paragraphs(1))).toBe(true);
  expect(fit(notes(3, 40), paragraphs(5))).toBe(true);
  expect(fit(notes(3, 40), paragraphs(2))).toBe(false);
  expect(fit(notes(13, 4), paragraphs(50))).toBe(false);
});

test('long notes of the last paragraph would, however long the text is before them', () => {
  expect(fit(notes(3, 40, 16), paragraphs(20))).toBe(true);
  expect(fit(notes(3, 40, 20), paragraphs(20))).toBe(false);
  expect(fit([...notes(1, 10), ...notes(3, 40, 20)], paragraphs(20))).toBe(false);
  expect(fit(notes(1, 40, 20), paragraphs(20))).toBe(true);
});

test('a note outside paragraphs stands beside the text while it is short', () => {
  expect(fit(notes(1, 20, 0), paragraphs(20))).toBe(true);
  expect(fit(notes(3, 40, 0), paragraphs(20))).toBe(false);
});

test('short notes may run past the end of the text, unless nothing may', () => {
  expect(fit(notes(1, 20, 1), paragraphs(1, 20))).toBe(true);
  expect(fit(notes(1, 20, 1), paragraphs(1, 20), 0)).toBe(false);
  expect(fit(notes(1, 20, 1), paragraphs(1), 0)).toBe(true);
  expect(fit([], [], 0)).toBe(true);
});

test('a list below the last paragraph is room too', () => {
  const ending = [...paragraphs(1, 20), h('ul', [h('li', text(50)), h('li', text(50))])];
  expect(fit(notes(1, 40, 1), paragraphs(1, 20), 0)).toBe(false);
  expect(fit(notes(1, 40, 1), ending, 0)).toBe(true);
});
