import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toRfc822, toRfc3339 } from '../../../../src/lib/dates.ts';
import type { ArticleFields } from '../../../support/article.ts';
import { cameOut, momentsOf } from './moments.ts';

describe('entries of one moment', () => {
  const numbers = ['18-9', '18-31', '26-4'];

  test('that are registered together come in the order of the docket, none after it', () => {
    const first = '2026-11-22T12:00:00.000Z';
    const { of } = momentsOf(
      numbers.map((number) => ({ number, pubDate: '2018-01-01', compiled: '2026-11-22' })),
      { firsts: Object.fromEntries(numbers.map((number) => [number, first])) },
    );
    expect(numbers.map((_, i) => of(i).published)).toEqual([
      '2026-11-22T11:59:58Z',
      '2026-11-22T11:59:59Z',
      '2026-11-22T12:00:00Z',
    ]);
  });

  test('of a bare day too, one second after the other', () => {
    const { of } = momentsOf(
      numbers.map((number) => ({ number, pubDate: '2018-08-24' })),
      {},
    );
    expect(numbers.map((_, i) => of(i).published)).toEqual([
      '2018-08-24T12:00:00Z',
      '2018-08-24T12:00:01Z',
      '2018-08-24T12:00:02Z',
    ]);
  });

  test('registered ahead come out as the day begins, and not the day before', () => {
    const first = '2026-12-05T00:00:00.000Z';
    const { of } = momentsOf(
      numbers.map((number) => ({ number, pubDate: '2026-12-05' })),
      { firsts: Object.fromEntries(numbers.map((number) => [number, first])) },
    );
    expect(numbers.map((_, i) => of(i).published.slice(11))).toEqual([
      '00:00:00Z',
      '00:00:01Z',
      '00:00:02Z',
    ]);
  });

  test('one that comes later moves none that was there', () => {
    const before = [
      { number: '18-31', pubDate: '2018-08-24' },
      { number: '18-40', pubDate: '2018-08-24' },
    ];
    const firsts = { '18-31': '2026-11-22T12:00Z', '18-40': '2026-11-22T12:00Z' };
    const old = momentsOf(before, { firsts });
    const late = { number: '18-9', pubDate: '2018-08-24' };
    for (const first of ['2026-11-24T12:00Z', undefined]) {
      const all = { ...firsts, ...(first !== undefined && { '18-9': first }) };
      const { of } = momentsOf([...before, late], { firsts: all });
      expect([of(0), of(1)]).toEqual([old.of(0), old.of(1)]);
      expect(of(2).published).toBe('2018-08-24T12:00:02Z');
    }
  });
});

describe('a change', () => {
  const day = '2018-08-24';
  const correction = (date: string) => ({ date, text: 'No.' });

  test('is later than the publication, and than the change before it, whatever their dates', () => {
    const steps: ArticleFields[] = [
      {},
      { corrections: [correction(day)] },
      { corrections: [correction(day), correction(day)] },
      { corrections: [correction(day), correction(day)], updatedDate: day },
      { corrections: [correction(day), correction(day), correction(day)], updatedDate: day },
      {
        corrections: [correction(day), correction(day), correction(day)],
        updatedDate: day,
        withdrawn: { date: day, reason: 'No.' },
      },
    ];
    for (const pubDate of [day, `${day}T09:10Z`, `${day}T23:59Z`]) {
      const updates = steps.map(
        (step) => momentsOf([{ number: '18-31', pubDate, ...step }], {}).of(0).updated,
      );
      expect(updates[0]).toBe(cameOut({ pubDate }));
      expect(updates, pubDate).toEqual([...new Set(updates)].sort());
    }
  });

  test('at a time is at that time', () => {
    const { of } = momentsOf([{ pubDate: day, updatedDate: '2018-10-01T09:30Z' }], {});
    expect(of(0)).toMatchObject({
      published: '2018-08-24T12:00:00Z',
      updated: '2018-10-01T09:30:00Z',
    });
  });

  test('of a bare day is on that day, in the order of the docket', () => {
    const zone = 'Asia/Tokyo';
    const { of } = momentsOf(
      ['18-31', '18-9'].map((number) => ({ number, pubDate: day, updatedDate: '2018-10-01' })),
      { zone },
    );
    expect([of(0).updated, of(1).updated]).toEqual([
      '2018-10-01T00:00:31+09:00',
      '2018-10-01T00:00:09+09:00',
    ]);
  });

  test('of a correction comes after its entry, and a second after the first', () => {
    const { archive } = momentsOf(
      [{ pubDate: `${day}T09:10Z`, corrections: [correction(day), correction(day)] }],
      {},
    );
    expect(archive.corrections.map(({ number, at }) => [number, toRfc3339(at, 'UTC')])).toEqual([
      [2, '2018-08-24T09:10:02Z'],
      [1, '2018-08-24T09:10:01Z'],
    ]);
  });

  test('that is still to come is none', () => {
    const withdrawn = { date: '2027-01-01', reason: 'No.' };
    expect(momentsOf([{ pubDate: day, withdrawn }], {}).of(0).updated).toBe('2018-08-24T12:00:00Z');
  });
});

test('any record: no two moments are one, and what is registered later moves nothing', () => {
  const days = fc.constantFrom(
    '2026-11-21',
    '2026-11-22',
    '2026-11-22T12:00Z',
    '2026-11-22T12:00:01Z',
  );
  const entry = fc.record({
    pubDate: days,
    change: fc.option(days),
    run: fc.integer({ min: 0, max: 3 }),
  });
  const runs = [
    '2026-11-21T09:00Z',
    '2026-11-22T12:00Z',
    '2026-11-22T12:00:01Z',
    '2026-11-23T08:00Z',
  ];
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 12 }), (entries) => {
      const fields = entries.map(({ pubDate, change }, i) => ({
        number: `26-${i + 1}`,
        pubDate,
        ...(change !== null && { updatedDate: change }),
      }));
      const at = (i: number) => runs[entries[i]?.run ?? 0] ?? '';
      const firsts = Object.fromEntries(fields.map(({ number }, i) => [number, at(i)]));
      const { of } = momentsOf(fields, { firsts });
      const all = fields.map((_, i) => of(i));
      expect(new Set(all.map(({ published }) => published)).size).toBe(all.length);
      expect(new Set(all.map(({ updated }) => updated)).size).toBe(all.length);
      const last = runs.at(-1);
      const before = fields.filter((_, i) => at(i) !== last);
      const old = momentsOf(before, { firsts });
      before.forEach((one, i) => {
        expect(old.of(i).published).toBe(all[fields.indexOf(one)]?.published);
      });
    }),
    { numRuns: 200 },
  );
});

test('the same instant is written in the zone, for Atom and for RSS', () => {
  const ms = Date.UTC(2026, 10, 22, 23, 30);
  expect([toRfc3339(ms, 'UTC'), toRfc822(ms, 'UTC')]).toEqual([
    '2026-11-22T23:30:00Z',
    'Sun, 22 Nov 2026 23:30:00 GMT',
  ]);
  expect([toRfc3339(ms, 'Asia/Kathmandu'), toRfc822(ms, 'Asia/Kathmandu')]).toEqual([
    '2026-11-23T05:15:00+05:45',
    'Mon, 23 Nov 2026 05:15:00 +0545',
  ]);
  for (const zone of ['America/St_Johns', 'Africa/Monrovia', 'Europe/Amsterdam', 'Pacific/Apia']) {
    for (const at of [
      ms,
      Date.UTC(1971, 5, 1),
      Date.UTC(1930, 5, 1, 23, 59, 59),
      Date.UTC(1890, 0, 1),
    ]) {
      expect([zone, Date.parse(toRfc822(at, zone)), Date.parse(toRfc3339(at, zone))]).toEqual([
        zone,
        at,
        at,
      ]);
    }
  }
});
