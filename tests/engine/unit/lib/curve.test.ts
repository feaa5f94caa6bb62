import { describe, expect, test } from 'vitest';
import { curveOf, isTime, type Point } from '../../../../src/lib/curve.ts';
import { scaleOf } from '../../../../src/lib/scale.ts';

const writer = {
  measure: (words: string) => words.length * 0.5,
  number: (value: number, withUnit: boolean) => (withUnit ? `${value}%` : `${value}`),
  date: (text: string) => ({ name: text.slice(5), year: text.slice(0, 4) }),
};

function points(...rows: [label: string, value: number][]): Point[] {
  return rows.map(([label, value]) => ({ label, value, says: `${value}%` }));
}

/** Where the points of a line stand. */
function placesOf(path: string): { x: number; y: number }[] {
  return [...path.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]) => ({
    x: Number(x),
    y: Number(y),
  }));
}

/** How far down a line is at a place across; where it has not begun or has ended, out of sight. */
function heightAt(stops: { x: number; y: number }[], x: number): number {
  const i = stops.findIndex((stop, i) => i > 0 && stop.x >= x && (stops[i - 1]?.x ?? x) <= x);
  const [from, to] = [stops[i - 1], stops[i]];
  if (!from || !to) return Number.POSITIVE_INFINITY;
  return from.y + ((x - from.x) / (to.x - from.x)) * (to.y - from.y);
}

describe('a line chart', () => {
  const shares = points(['2019-09', 75.5], ['2021-04', 46], ['2021-07', 0], ['2021-09', 22.3]);

  test('has dated points at their dates, in the order of time', () => {
    const [a, b, c, d] = placesOf(curveOf(shares.toReversed(), writer).line).map(({ x }) => x) as [
      number,
      number,
      number,
      number,
    ];
    // 578 days, 91 and 62
    expect((b - a) / (d - a)).toBeCloseTo(578 / 731, 2);
    expect((d - c) / (d - a)).toBeCloseTo(62 / 731, 2);
  });

  test('has others at equal distances', () => {
    const curve = curveOf(points(['A', 1], ['B', 2], ['C', 3]), writer);
    const [a = 0, b = 0, c = 0] = placesOf(curve.line).map(({ x }) => x);
    expect(b - a).toBeCloseTo(c - b, 1);
  });

  test('says every value and date of few points where a column has room, and no word twice', () => {
    const words = curveOf(shares, writer).words.filter(({ at }) => at.includes('c'));
    const texts = words.map(({ text }) => text);
    for (const { says } of shares) expect(texts).toContain(says);
    expect(texts).toEqual(expect.arrayContaining(['09', '04', '07', '2019', '2021']));
    expect(texts.filter((text) => text === '2021')).toHaveLength(1);
  });

  test('has a month and its year one below the other, however little room there is', () => {
    const names = curveOf(shares, writer).words.filter(({ kind }) => kind === 'name');
    const places = names.map(({ text, x, anchor, at }) => ({
      isYear: text.length === 4,
      places: [...at].map((width) => [width, x, anchor].join()),
    }));
    const months = places.filter(({ isYear }) => !isYear).flatMap((name) => name.places);
    const years = places.filter(({ isYear }) => isYear).flatMap((name) => name.places);
    expect(years).not.toHaveLength(0);
    expect(months).toEqual(expect.arrayContaining(years));
  });

  test('of many points has regular dates, and the ends, the highest and the lowest', () => {
    const years = Array.from({ length: 30 }, (_, i): [string, number] => [
      `${1990 + i}-06-30`,
      i === 12 ? 90 : i === 20 ? -10 : i + 1,
    ]);
    const { words } = curveOf(points(...years), writer);
    const seen = words.filter(({ at }) => at.includes('c'));
    const values = seen.filter(({ kind }) => kind === 'value').map(({ text }) => text);
    expect(values.sort()).toEqual(['-10%', '1%', '30%', '90%']);
    const dates = seen.filter(({ kind, y }) => kind === 'name' && y < 12).map(({ text }) => text);
    expect(dates.length).toBeGreaterThan(3);
    expect(dates.length).toBeLessThan(8);
  });

  test.each([
    ['b', 15],
    ['b', 21],
    ['b', 31],
    ['c', 27],
    ['c', 36],
    ['c', 45],
  ])('has its numbers clear of the line, drawn as %s of %d rem', (letter, width) => {
    // as wide as the page takes bold letters to be
    const measure = (words: string) => words.length * 0.58;
    const { line, words } = curveOf(shares, { ...writer, measure });
    const stops = placesOf(line).map(({ x, y }) => ({ x: (x / 100) * width, y }));
    const numbers = words.filter(({ kind, at }) => kind === 'value' && at.includes(letter));
    expect(numbers).toHaveLength(shares.length);
    for (const { text, x, y, anchor, dx = 0 } of numbers) {
      const length = measure(text);
      const left = (x / 100) * width + dx - { start: 0, middle: 0.5, end: 1 }[anchor] * length;
      for (const share of [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1]) {
        const at = left + share * length;
        const height = heightAt(stops, at);
        // letters reach from 0.7 rem above their baseline to it
        expect(height < y - 0.7 || height > y, `${text} at ${at}`).toBe(true);
      }
    }
  });

  test('as steps holds each value until the next', () => {
    const { line } = curveOf(points(['2018', 4], ['2019', 8]), writer, { step: true });
    expect(line).toMatch(/^M[\d.]+ [\d.]+H[\d.]+V[\d.]+$/);
  });

  test('beside others is drawn on the scale and the axis of all', () => {
    const frame = { values: [1, 100], labels: ['2018', '2028'] };
    const [only] = placesOf(curveOf(points(['2018', 1]), writer, { frame }).line);
    const [, last] = placesOf(curveOf(points(['2018', 1], ['2028', 100]), writer).line);
    expect(only?.x).toBeLessThan((last?.x ?? 0) / 2);
    expect(only?.y).toBeGreaterThan((last?.y ?? 0) * 2);
  });
});

test('a scale has round numbers and zero, wherever its values are', () => {
  expect(scaleOf([75.5, 46, 0]).steps).toEqual([0, 20, 40, 60, 80]);
  expect(scaleOf([9, 2]).steps).toEqual([0, 2.5, 5, 7.5, 10]);
  expect(scaleOf([-50, -100]).steps).toEqual([-100, -75, -50, -25, 0]);
  expect(scaleOf([0.3, -0.1]).steps).toEqual([-0.1, 0, 0.1, 0.2, 0.3]);
  expect(scaleOf([0, 0]).steps).toEqual([0, 0.25, 0.5, 0.75, 1]);
});

test('labels are times when they are days, months or years of the calendar', () => {
  expect(['2021', '2021-09', '2021-09-14'].map(isTime)).toEqual([true, true, true]);
  expect(['2021-13', '2021-02-30', 'Sep 2021', '21'].map(isTime)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
