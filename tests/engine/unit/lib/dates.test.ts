import { expect, test } from 'vitest';
import { daysBetween } from '../../../../src/lib/dates.ts';

test('days are those of the calendar, not hours of a clock', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(daysBetween('2026-03-30', '2026-03-30')).toBe(0);
  expect(daysBetween('2019-12-31', '2021-01-01')).toBe(367);
});
