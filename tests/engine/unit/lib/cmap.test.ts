import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { coverageOf, covers } from '../../../../src/lib/cmap.ts';

const { resolve } = createRequire(import.meta.url);

test('the letters of a font are read from its file', () => {
  const file = resolve('@expo-google-fonts/besley/700Bold/Besley_700Bold.ttf');
  const coverage = coverageOf(readFileSync(file));
  const has = (letter: string) => covers(coverage, letter.codePointAt(0) ?? 0);
  expect([...'aZé“”ŁŽ—'].filter((letter) => !has(letter))).toEqual([]);
  expect([...'渡北Жאم𝟙'].filter(has)).toEqual([]);
});
