import { expect, test } from 'vitest';
import { inParallel } from '../../../../src/lib/parallel.ts';

test('does all the work, no more than the limit at once', async () => {
  const done: number[] = [];
  let now = 0;
  let most = 0;
  await inParallel([5, 1, 3, 2, 4], 2, async (item) => {
    now += 1;
    most = Math.max(most, now);
    await new Promise((resolve) => setTimeout(resolve, item));
    now -= 1;
    done.push(item);
  });
  expect(done.sort()).toEqual([1, 2, 3, 4, 5]);
  expect(most).toBe(2);
});

test('throws what the work throws, and begins nothing after it', async () => {
  const begun: number[] = [];
  const work = inParallel([1, 2, 3, 4], 1, async (item) => {
    begun.push(item);
    if (item === 2) throw new Error('no ink');
  });
  await expect(work).rejects.toThrow('no ink');
  expect(begun).toEqual([1, 2]);
});
