import { expect, test } from 'vitest';
import { threadsAtOnce } from '../../../../src/lib/threads.ts';

test.each([
  [16, 8, 8],
  [2, 8, 5],
  [1, 4, 2],
  [0.5, 4, 1],
  [0.1, 2, 1],
])('with %s GB and %i processors %i threads work', (gigabytes, processors, threads) => {
  expect(threadsAtOnce(gigabytes * 2 ** 30, processors)).toBe(threads);
});

test('here at least one works', () => {
  expect(threadsAtOnce()).toBeGreaterThanOrEqual(1);
});
