import { describe, expect, test } from 'vitest';
import { voiceOf } from '../../../../src/i18n/index.ts';

function amount(value: number, unit: string, locale = 'en-GB'): string {
  return voiceOf({ locale, zone: 'UTC' }).amount({ value }, unit);
}

describe('a measured value', () => {
  test('keeps every digit', () => {
    expect(amount(0.0004, 'BTC')).toBe('0.0004\u00a0BTC');
    expect(amount(4.31625, 'bn')).toBe('4.31625bn');
    expect(amount(-0.0001, '%')).toBe('-0.0001%');
    expect(amount(1234567.5, '')).toBe('1,234,567.5');
    expect(amount(0.1, '')).toBe('0.1');
  });

  test('has no sign when it is zero', () => {
    expect(amount(-0, '%')).toBe('0%');
  });

  test('below zero has its sign before the currency', () => {
    expect(amount(-60, '$m')).toBe('-$60m');
    expect(amount(-1234.5, '£', 'en-GB')).toBe('-£1,234.5');
    expect(amount(60, '$m')).toBe('$60m');
  });

  test('has its currency where the language has it', () => {
    expect(amount(-1234.5, '€', 'sv')).toBe('−1\u00a0234,5\u00a0€');
    expect(amount(60, '€', 'de')).toBe('60\u00a0€');
    expect(amount(60, '€', 'fr')).toBe('60\u00a0€');
    expect(amount(-60, '€', 'nl')).toBe('-€\u00a060');
    expect(amount(60, '¥', 'ja')).toBe('¥60');
  });

  test('says where it is the least', () => {
    const { amount } = voiceOf({ locale: 'en-GB', zone: 'UTC' });
    expect(amount({ value: 2, atLeast: true }, '$bn')).toBe('$2bn+');
    expect(amount({ value: 99, atLeast: true }, 'places')).toBe('99+\u00a0places');
    const arabic = voiceOf({ locale: 'ar-EG', zone: 'UTC' });
    expect(arabic.amount({ value: 40, atLeast: true }, '%')).toBe('\u200e40%+\u200e');
  });
});
