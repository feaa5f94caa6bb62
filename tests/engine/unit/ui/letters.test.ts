import { expect, test } from 'vitest';
import { figureSize } from '../../../../src/ui/components/letters.ts';

test('a figure takes room by its letters', () => {
  expect(['124', '$60m', '75.5%', '1,234,567', '€𝟙𝟚'].map(figureSize)).toEqual([
    'short',
    'mid',
    'mid',
    'long',
    'short',
  ]);
});
