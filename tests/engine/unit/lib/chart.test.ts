import { describe, expect, test } from 'vitest';
import { bars, lineOf, stack, stackUnit } from '../../../../src/lib/chart.ts';

function data(...values: number[]) {
  return values.map((value) => ({ label: `${value}`, value }));
}

describe('bars', () => {
  test('go right of zero, and left of it when they are below', () => {
    expect(bars(data(10, 5))).toEqual({
      zero: 0,
      bars: [
        { x: 0, width: 100 },
        { x: 0, width: 50 },
      ],
    });
    expect(bars(data(30, -10))).toEqual({
      zero: 25,
      bars: [
        { x: 25, width: 75 },
        { x: 0, width: 25 },
      ],
    });
  });

  test('of nothing have no width', () => {
    expect(bars(data(0, 0)).bars).toEqual([
      { x: 0, width: 0 },
      { x: 0, width: 0 },
    ]);
  });
});

describe('a line', () => {
  const heights = (...values: number[]) => {
    const { points, zero } = lineOf(data(...values));
    return { points: points.map(({ y }) => y), zero };
  };

  test('has zero on it, wherever its values are', () => {
    expect(heights(0, 50, 100)).toEqual({ points: [100, 50, 0], zero: 100 });
    expect(heights(100, -100)).toEqual({ points: [0, 100], zero: 50 });
    expect(heights(-50, -100)).toEqual({ points: [50, 100], zero: 0 });
  });

  test('of nothing but zeros lies on the ground', () => {
    expect(heights(0, 0)).toEqual({ points: [100, 100], zero: 100 });
  });
});

describe('a stack of coins', () => {
  test('stands on the ground that the highest stands on', () => {
    const low = stack(1, 3);
    expect(low).toMatchObject({ width: 10, height: 30, open: '' });
    expect(low.rings).toMatch(/^M8\.3 25a/);
    expect(stack(0, 0)).toMatchObject({ height: 10, rings: '', slashes: '' });
  });

  test.each([
    [0, 1],
    [12, 1],
    [13, 2],
    [60, 5],
    [6000, 500],
    [6001, 1000],
    [120_001, 100_000],
  ])('of %i is never higher than twelve: a coin stands for %i', (highest, unit) => {
    expect(stackUnit(highest)).toBe(unit);
  });
});
