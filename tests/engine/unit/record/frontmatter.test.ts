import { describe, expect, test } from 'vitest';
import { line } from '../../../../src/record/frontmatter.ts';

describe('a line of the fields', () => {
  const allows = (text: string) => line(1, 120).safeParse(text).success;

  test('has direction marks among words from right to left, where they keep a name whole', () => {
    expect(allows('شركة C++\u200e تعلن')).toBe(true);
    expect(allows('Der Preis von C++\u200e')).toBe(false);
  });

  test('has nothing that reorders, whatever its script', () => {
    expect(allows('شركة \u202eC++')).toBe(false);
  });
});
