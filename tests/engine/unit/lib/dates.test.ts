import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { daysBetween, parseMoment } from '../../../../src/lib/dates.ts';

test('days are those of the calendar, not hours of a clock', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(daysBetween('2026-03-30', '2026-03-30')).toBe(0);
  expect(daysBetween('2019-12-31', '2021-01-01')).toBe(367);
});

test.each([
  'UTC',
  'Europe/Vienna',
  'Asia/Shanghai',
  'America/Sao_Paulo', // clocks were changed at midnight
  'Africa/Casablanca', // twice more around Ramadan
  'Pacific/Apia', // a day was left out
  'Asia/Kathmandu',
])('a bare day is the start of that day in %s', (zone) => {
  const first = Temporal.PlainDate.from('2008-12-25');
  const days = Array.from({ length: 5600 }, (_, i) => first.add({ days: i }));
  const others = days.filter(
    (day) => parseMoment(day.toString(), zone)?.ms !== day.toZonedDateTime(zone).epochMilliseconds,
  );
  expect(others).toEqual([]);
  expect(parseMoment('2023-02-29', zone)).toBeUndefined();
});
