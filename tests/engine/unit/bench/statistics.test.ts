import { describe, expect, test } from 'vitest';
import { readTimes } from '../../../bench/measure.ts';
import { parseStatus } from '../../../bench/process-tree.ts';
import { median, ratio } from '../../../bench/statistics.ts';

describe('median', () => {
  test('is the middle of an odd count, in any order, and leaves the list as it was', () => {
    const values = [10, 9, 100];
    expect(median(values)).toBe(10);
    expect(values).toEqual([10, 9, 100]);
  });

  test('is the mean of the middle two of an even count', () => {
    expect(median([4, 1, 3, 100])).toBe(3.5);
    expect(median([2])).toBe(2);
    expect(median([])).toBeUndefined();
  });
});

test('a ratio of what was not measured is not known', () => {
  expect(ratio(3, 4)).toBe(0.75);
  expect(ratio(undefined, 4)).toBeUndefined();
  expect(ratio(3, undefined)).toBeUndefined();
  expect(ratio(3, 0)).toBeUndefined();
});

test('processor time is what the shell prints last, user and system together', () => {
  expect(readTimes('12.345 0.655\n')).toBeCloseTo(13);
  expect(readTimes('bash: warning: setlocale\n1.5 0.25\n')).toBeCloseTo(1.75);
});

test('the state of a process is in bytes; one that is ending has no memory', () => {
  expect(
    parseStatus(
      'Name:\tnode\nPPid:\t41\nVmPeak:\t 9 kB\nVmHWM:\t    2048 kB\nVmRSS:\t    1024 kB\n',
    ),
  ).toEqual({ parent: 41, resident: 2 ** 20, peak: 2 ** 21 });
  expect(parseStatus('Name:\tnode\nState:\tZ (zombie)\nPPid:\t41\n')).toEqual({
    parent: 41,
    resident: 0,
    peak: 0,
  });
});
