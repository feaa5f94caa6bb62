import { describe, expect, test } from 'vitest';
import { isRightToLeft, runsRightToLeft } from '../../../../src/lib/direction.ts';

describe('the direction of writing', () => {
  test.each([
    ['لا', true],
    ['“שלום”', true],
    ['2018: لا', true],
    ['No, لا', false],
    ['2018', false],
  ])('of %j is that of its first letter', (text, rtl) => {
    expect(isRightToLeft(text)).toBe(rtl);
  });

  test.each([
    ['ar', true],
    ['fa-IR', true],
    ['he', true],
    ['az-Arab', true],
    ['az', false],
    ['en-GB', false],
    ['zh-TW', false],
  ])('of a publication in %s is that of its script', (locale, rtl) => {
    expect(runsRightToLeft(locale)).toBe(rtl);
  });
});
