import { describe, expect, test } from 'vitest';
import { bars, seats, stack, stackUnit } from '../../../../src/lib/chart.ts';

describe('bars', () => {
  test('go right of zero, and left of it when they are below', () => {
    expect(bars([[10], [5]])).toEqual({
      zero: 0,
      rows: [[{ x: 0, width: 100 }], [{ x: 0, width: 50 }]],
    });
    expect(bars([[30], [-10]])).toEqual({
      zero: 25,
      rows: [[{ x: 25, width: 75 }], [{ x: 0, width: 25 }]],
    });
  });

  test('of a row stand side by side on one scale, or each at the end of the one before', () => {
    const rows = [
      [2, 6],
      [4, 4],
    ];
    expect(bars(rows).rows[0]?.map(({ x }) => x)).toEqual([0, 0]);
    expect(bars(rows, true).rows).toEqual([
      [
        { x: 0, width: 25 },
        { x: 25, width: 75 },
      ],
      [
        { x: 0, width: 50 },
        { x: 50, width: 50 },
      ],
    ]);
  });

  test('of nothing have no width', () => {
    expect(bars([[0], [0]]).rows).toEqual([[{ x: 0, width: 0 }], [{ x: 0, width: 0 }]]);
  });
});

describe('seats', () => {
  test('are as many as there are, and a threshold stands after its number of them', () => {
    const drawn = seats([49, 1, 50], 60);
    expect(drawn.parts.map(({ rings }) => rings.match(/M/g)?.length)).toEqual([49, 1, 50]);
    expect(drawn).toMatchObject({ width: 200, height: 50, at: 60, line: 'M120 0V52' });
  });

  test('are in fewer ranks where there are few', () => {
    const sizes = [9, 13, 40, 100, 200].map((all) => seats([all]));
    expect(sizes.map(({ width, height }) => [width, height])).toEqual([
      [90, 10],
      [130, 10],
      [140, 30],
      [200, 50],
      [200, 100],
    ]);
  });

  test('a threshold within a column goes round the seats before it', () => {
    expect(seats([70], 7).line).toBe('M20 0V20H10V52');
    expect(seats([10]).line).toBe('');
  });
});

describe('a stack of marks', () => {
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
  ])('of %i is never higher than twelve: a mark stands for %i', (highest, unit) => {
    expect(stackUnit(highest)).toBe(unit);
  });
});
