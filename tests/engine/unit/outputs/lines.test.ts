import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillLines, fitText, type Measure } from '../../../../src/outputs/images/lines.ts';
import { widthOf } from '../../../../src/outputs/images/text.ts';

const measure: Measure = (words) =>
  widthOf(words, { family: 'Besley', weight: 700, tracking: -0.03 });
const area = { width: 908, height: 328, largest: 98 };

describe('a headline', () => {
  test('is as large as wanted where that leaves it room', () => {
    expect(fitText('Tax', measure, area)).toEqual({ lines: ['Tax'], rows: 3, size: 98 });
  });

  test('has lines of about one length, in the order of its words', () => {
    const text = 'China moves to wall off 124 coin exchanges abroad';
    const { lines } = fitText(text, measure, area);
    expect(lines).toEqual(['China moves to', 'wall off 124 coin', 'exchanges abroad']);
  });

  test('becomes smaller before a long word is broken', () => {
    const word = 'Währungsregulierungszuständigkeit';
    const { lines, size } = fitText(word, measure, area);
    expect(lines).toEqual([word]);
    expect(size).toBeLessThan(60);
  });

  test('whatever it is, all of it is set, within the area', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9,’ŁőÆ]{1,24}$/);
    const headline = fc
      .array(word, { minLength: 1, maxLength: 24 })
      .map((words) => words.join(' ').slice(0, 120).trim());
    fc.assert(
      fc.property(headline, fc.constantFrom(328, 466), (text, height) => {
        const { lines, rows, size } = fitText(text, measure, { ...area, height });
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        expect(lines.length).toBeLessThanOrEqual(rows);
        expect(rows * size * 1.1).toBeLessThanOrEqual(height);
        expect(size).toBeGreaterThanOrEqual(20);
        // what a kerned line may have more than its words measured apart
        for (const line of lines) expect(measure(line) * size).toBeLessThanOrEqual(area.width + 8);
      }),
      {
        examples: [
          ['k3Cxv,, 0 ’A’I10', 328],
          ['W'.repeat(120), 328],
        ],
      },
    );
  });
});

test('a word longer than a line is broken, and the next goes on behind it', () => {
  const letters = (words: string) => words.length;
  expect(fillLines('abcdefgh ij kl', letters, 5)).toEqual(['abcde', 'fgh', 'ij kl']);
});

test.each([
  ['要求「支付机构」停止。', 4, ['要求', '「支付', '机构」', '停止。']],
  ['ธนาคารแห่งประเทศไทย', 9, ['ธนาคาร', 'แห่ง', 'ประเทศไทย']],
])('a script without spaces is broken between words: %s', (text, ems, lines) => {
  expect(fillLines(text, (words) => words.length, ems)).toEqual(lines);
});
