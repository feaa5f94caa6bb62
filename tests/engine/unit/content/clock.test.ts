import { afterEach, expect, test, vi } from 'vitest';
import { now } from '../../../../src/content/clock.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

test.each([
  ['2026-11-22T12:00:00Z', '2026-11-22T12:00:00.000Z'],
  ['2026-11-22T12:00Z', '2026-11-22T12:00:00.000Z'],
  ['2026-11-22T13:00:00.5+01:00', '2026-11-22T12:00:00.500Z'],
  ['2026-11-22', '2026-11-22T00:00:00.000Z'],
])('SITE_NOW=%s is %s', (text, moment) => {
  vi.stubEnv('SITE_NOW', text);
  expect(new Date(now()).toISOString()).toBe(moment);
});

test.each([
  '0',
  '-1',
  '1e13',
  ' ',
  'now',
  '2026',
  '2026-02-30',
  '2026-11-22T25:00Z',
  '2026-11-22T12:00:00+99:00',
  // in which zone?
  '2026-11-22T12:00',
  'Nov 22 2026',
])('SITE_NOW=%s is no moment', (text) => {
  vi.stubEnv('SITE_NOW', text);
  expect(now).toThrow(`SITE_NOW is "${text}", which is no moment.`);
});

test('without it, or with nothing in it, the clock says what time it is', () => {
  for (const text of [undefined, '']) {
    vi.stubEnv('SITE_NOW', text);
    expect(Math.abs(now() - Date.now())).toBeLessThan(1000);
  }
});
