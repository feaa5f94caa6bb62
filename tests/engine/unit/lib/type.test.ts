import { Resvg } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import { readFace } from '../../../../src/outputs/images/faces.ts';

const face = readFace('besley', 700);

/** Where the ink of a drawing is. */
function inkOf(svg: string) {
  const box = new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="400">${svg}</svg>`,
    { font: { loadSystemFonts: false } },
  ).getBBox();
  if (!box) throw new Error('nothing was drawn');
  return { left: box.x, right: box.x + box.width, top: box.y, bottom: box.y + box.height };
}

const line = { x: 1000, y: 200, size: 100, fill: '#000' };

describe('a line of words', () => {
  test('stands on its baseline, from, around or up to its anchor', () => {
    const width = face.width('HOH') * 100;
    for (const [anchor, left] of [
      ['start', 1000],
      ['middle', 1000 - width / 2],
      ['end', 1000 - width],
    ] as const) {
      const ink = inkOf(face.draw('HOH', { ...line, anchor }));
      expect(Math.abs(ink.left - left)).toBeLessThan(8);
      expect(Math.abs(ink.right - left - width)).toBeLessThan(8);
      expect(Math.abs(ink.bottom - 200)).toBeLessThan(3);
      expect(ink.top).toBeGreaterThan(100);
    }
  });

  test('is kerned', () => {
    expect(face.width('AV')).toBeLessThan(face.width('A') + face.width('V'));
  });

  test('is tracked between its letters, not after them', () => {
    expect(face.width('HHH', 0.1)).toBeCloseTo(face.width('HHH') + 0.2, 6);
    expect(face.width('H', 0.1)).toBeCloseTo(face.width('H'), 6);
    expect(face.width('')).toBe(0);
  });

  test('takes each letter from the file that has it, composed or not', () => {
    expect(face.width('Łódź')).toBeGreaterThan(face.width('dz'));
    expect(face.width('z\u0301')).toBe(face.width('ź'));
    expect(face.draw('ź', line)).not.toBe(face.draw('z', line));
    expect(face.has('ź')).toBe(true);
    expect(face.has('中')).toBe(false);
  });
});
