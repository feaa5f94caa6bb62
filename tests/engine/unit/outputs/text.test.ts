import { Resvg } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import { FONTS } from '../../../../src/outputs/images/fonts.ts';
import { drawText, isSettable, settable, widthOf } from '../../../../src/outputs/images/text.ts';

const font = { family: 'Besley', weight: 700 };
const position = { x: 1000, y: 200 };
const style = { ...font, size: 100, fill: '#000' };

/** Where the ink of a drawing is. */
function inkOf(svg: string) {
  const box = new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="400">${svg}</svg>`,
    { font: FONTS },
  ).getBBox();
  if (!box) throw new Error('nothing was drawn');
  return { left: box.x, right: box.x + box.width, top: box.y, bottom: box.y + box.height };
}

describe('a line of words', () => {
  test('stands on its baseline, from, around or up to its anchor', () => {
    const width = widthOf('HOH', font) * 100;
    for (const [anchor, left] of [
      ['start', 1000],
      ['middle', 1000 - width / 2],
      ['end', 1000 - width],
    ] as const) {
      const ink = inkOf(drawText('HOH', { ...position, anchor }, style));
      expect(Math.abs(ink.left - left)).toBeLessThan(8);
      expect(Math.abs(ink.right - left - width)).toBeLessThan(8);
      expect(Math.abs(ink.bottom - 200)).toBeLessThan(3);
      expect(ink.top).toBeGreaterThan(100);
    }
  });

  test('is as wide as is said, kerned and tracked, the space at its ends counted', () => {
    const ink = inkOf(drawText('Halo', position, style));
    expect(Math.abs(widthOf('Halo', font) * 100 - (ink.right - ink.left))).toBeLessThan(10);
    expect(widthOf('AV', font)).toBeLessThan(widthOf('A', font) + widthOf('V', font));
    const tracked = { ...font, tracking: 0.1 };
    expect(widthOf('HHH', tracked)).toBeCloseTo(widthOf('HHH', font) + 0.2, 6);
    expect(widthOf(' ', font)).toBeGreaterThan(0.1);
    expect(widthOf('', font)).toBe(0);
  });

  test('is in the weight that is asked for', () => {
    const widths = [500, 600, 700].map((weight) => widthOf('H', { ...font, weight }));
    expect(widths).toEqual([...new Set(widths)].sort());
  });

  test('takes a letter that its family lacks from another', () => {
    expect(settable('₩')).toBe('₩');
    const other = { family: 'Newsreader', weight: 600 };
    expect(widthOf('₩', font)).toBeCloseTo(widthOf('₩', other), 3);
  });

  test('means what it says', () => {
    expect(drawText('A & <b>', position, style)).toContain('>A &amp; &lt;b&gt;<');
  });

  test('from right to left is isolated, so that its punctuation stands where it belongs', () => {
    expect(drawText('אבג!', position, style)).toContain('>\u2067אבג!\u2069<');
    expect(drawText('ABC!', position, style)).toContain('>ABC!<');
  });
});

describe('what the fonts can set', () => {
  test.each([
    'Łódź, “Šťáva” – €5',
    'Zürich’s 1,015',
    'naïve',
    'x ≤ y',
    'tiếng Việt',
    '₫ ₹ ₽ ₺ ₦ ₱',
  ])('%s', (text) => {
    expect(settable(text)).toBe(text);
  });

  test.each(['比特币', 'Банк', 'Τράπεζα', '₿', '3 → 4'])('not %s', (text) => {
    expect(settable(text)).toBeUndefined();
  });

  test('words do without the emoji that no font has, but not a chart', () => {
    expect(settable('Up 🚀 and 👩‍👩‍👧 down ❤️')).toBe('Up and down');
    expect(isSettable('Up 🚀')).toBe(false);
  });

  test('marks that direct a text need no letter', () => {
    expect(settable('C++\u200e')).toBe('C++\u200e');
  });

  test('a hyphen that never breaks, as word processors write it, is a hyphen', () => {
    expect(settable('Anti\u2011money\u2010laundering')).toBe('Anti-money-laundering');
  });

  test('narrow spaces become spaces, letters and their accents one letter', () => {
    expect(settable('24\u202fao\u0302t')).toBe('24 aôt');
  });
});
