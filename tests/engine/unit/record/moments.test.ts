import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toRfc822, toRfc3339 } from '../../../../src/lib/dates.ts';
import type { Article } from '../../../../src/record/article.ts';
import { type ArticleFields, archiveOf, article, testSite } from '../../../support/article.ts';

/** What decides moments beside the entries. */
interface Given {
  /** When the ledger had each first, by number. */
  firsts?: Record<string, string>;
  zone?: string;
  now?: string;
}

function momentsOf(entries: readonly ArticleFields[], { firsts = {}, zone = 'UTC', now }: Given) {
  const site = testSite({ zone });
  const articles = entries.map((fields, i) => {
    const first = firsts[fields.number ?? ''];
    return article({ slug: `entry-${i}`, ...fields, ...(first !== undefined && { first }) }, site);
  });
  const archive = archiveOf(articles, {
    site,
    now: Date.parse(now ?? '2026-12-24T12:00Z'),
  });
  const written = (ms: number) => toRfc3339(ms, zone);
  return {
    archive,
    of: (i: number) => {
      const { published, updated, corrections } = archive.moments(articles[i] as Article);
      return {
        published: written(published),
        updated: written(updated),
        corrections: corrections.map(written),
      };
    },
  };
}

/** When one entry came out. */
function cameOut(fields: ArticleFields, given: Given & { first?: string } = {}): string {
  const { first, ...more } = given;
  const firsts: Record<string, string> = first === undefined ? {} : { '18-31': first };
  return momentsOf([{ number: '18-31', ...fields }], { firsts, ...more }).of(0).published;
}

describe('an entry came out', () => {
  test.each<[what: string, fields: ArticleFields, given: Given & { first?: string }, out: string]>([
    [
      'at the time that its writer gave',
      { pubDate: '2018-08-24T09:10Z' },
      {},
      '2018-08-24T09:10:00Z',
    ],
    [
      'at that time in whole seconds',
      { pubDate: '2018-08-24T09:10:07.999Z' },
      {},
      '2018-08-24T09:10:07Z',
    ],
    ['at noon of a bare day', { pubDate: '2018-08-24' }, {}, '2018-08-24T12:00:00Z'],
    [
      'when it was compiled, not on the day that it is filed under',
      { pubDate: '2018-05-05', compiled: '2026-11-29' },
      {},
      '2026-11-29T12:00:00Z',
    ],
    [
      'on its own day, if it was compiled before',
      { pubDate: '2018-05-05T09:00Z', compiled: '2018-05-05' },
      {},
      '2018-05-05T09:00:00Z',
    ],
    [
      'at the moment of the ledger, if that lies on the day',
      { pubDate: '2018-05-05', compiled: '2026-11-29' },
      { first: '2026-11-29T18:36:01.770Z' },
      '2026-11-29T18:36:01Z',
    ],
    [
      'on its bare day, though the ledger had it later',
      { pubDate: '2018-08-24' },
      { first: '2026-11-22T12:00Z' },
      '2018-08-24T12:00:00Z',
    ],
    [
      'never after the ledger had it: a date that is changed later moves nothing',
      { pubDate: '2018-08-21', compiled: '2026-11-25' },
      { first: '2026-11-22T12:00Z' },
      '2026-11-22T12:00:00Z',
    ],
    [
      'as its day began, if it was registered ahead',
      { pubDate: '2026-12-05' },
      { first: '2026-12-05T00:00Z' },
      '2026-12-05T00:00:00Z',
    ],
    [
      'on that day for readers everywhere: noon in London is evening in Tokyo',
      { pubDate: '2026-11-22' },
      { zone: 'Asia/Tokyo' },
      '2026-11-22T21:00:00+09:00',
    ],
    [
      'on that day in New York',
      { pubDate: '2026-11-22' },
      { zone: 'America/New_York' },
      '2026-11-22T07:00:00-05:00',
    ],
    [
      'on that day where it is another one at noon in London',
      { pubDate: '2026-11-22' },
      { zone: 'Pacific/Kiritimati' },
      '2026-11-22T23:59:59+14:00',
    ],
    [
      'on that day where it begins at noon in London',
      { pubDate: '2026-07-22' },
      { zone: 'Pacific/Auckland' },
      '2026-07-22T23:59:59+12:00',
    ],
    [
      'on that day furthest west',
      { pubDate: '2026-11-22' },
      { zone: 'Pacific/Pago_Pago' },
      '2026-11-22T01:00:00-11:00',
    ],
    [
      'on a day that a change of clocks makes short',
      { pubDate: '2026-03-29' },
      { zone: 'Europe/Berlin' },
      '2026-03-29T14:00:00+02:00',
    ],
    [
      'on a day that a change of clocks makes long',
      { pubDate: '2026-10-25' },
      { zone: 'Europe/Berlin' },
      '2026-10-25T13:00:00+01:00',
    ],
    [
      'in the first of two hours that are called the same',
      { pubDate: '2026-10-25T02:30+02:00' },
      { zone: 'Europe/Berlin' },
      '2026-10-25T02:30:00+02:00',
    ],
    [
      'in the second of them, which the ledger tells apart',
      { pubDate: '2026-10-25' },
      { zone: 'Europe/Berlin', first: '2026-10-25T01:30Z' },
      '2026-10-25T02:30:00+01:00',
    ],
    [
      'on a day whose midnight there is not',
      { pubDate: '2018-11-04' },
      { zone: 'America/Sao_Paulo' },
      '2018-11-04T10:00:00-02:00',
    ],
    [
      'where clocks are a quarter of an hour from others',
      { pubDate: '2026-11-22' },
      { zone: 'Asia/Kathmandu' },
      '2026-11-22T17:45:00+05:45',
    ],
    [
      'long ago, when clocks were seconds from others',
      { pubDate: '1930-06-01' },
      { zone: 'Africa/Monrovia' },
      '1930-06-01T11:16:00-00:44',
    ],
    [
      'at the first second of its day',
      { pubDate: '2026-11-29' },
      { zone: 'Asia/Tokyo', first: '2026-11-28T15:00:00.400Z' },
      '2026-11-29T00:00:00+09:00',
    ],
    [
      'at the last second of its day',
      { pubDate: '2026-11-29' },
      { zone: 'Asia/Tokyo', first: '2026-11-29T14:59:59.999Z' },
      '2026-11-29T23:59:59+09:00',
    ],
    [
      'at the later of two times, in whatever zones they were written',
      { pubDate: '2026-11-22T23:30-05:00', compiled: '2026-11-23T05:00+01:00' },
      {},
      '2026-11-23T04:30:00Z',
    ],
    [
      'at the moment of the ledger by the day of the zone',
      { pubDate: '2026-11-29' },
      { zone: 'Asia/Tokyo', first: '2026-11-28T16:20Z' },
      '2026-11-29T01:20:00+09:00',
    ],
    [
      'not at a moment of the ledger that is the next day in the zone',
      { pubDate: '2026-11-28' },
      { zone: 'Asia/Tokyo', first: '2026-11-28T16:20Z' },
      '2026-11-28T21:00:00+09:00',
    ],
    [
      'never ahead of the clock',
      { pubDate: '2026-11-29' },
      { now: '2026-11-29T08:00Z' },
      '2026-11-29T00:00:00Z',
    ],
  ])('%s', (_, fields, given, out) => {
    expect(cameOut(fields, given)).toBe(out);
    const day = momentsOf([fields], { zone: given.zone ?? 'UTC' }).archive.articles[0];
    if (given.first === undefined)
      expect(out.slice(0, 10)).toBe((day?.compiled ?? day?.pubDate)?.day);
  });

  test('in the morning of a bare day: at noon the site is built again', () => {
    const given = { now: '2026-11-29T08:00Z' };
    const noon = Date.parse('2026-11-29T12:00Z');
    expect(momentsOf([{ pubDate: '2026-11-29' }], given).archive.nextChange).toBe(noon);
    const registered = { ...given, firsts: { '26-1': '2026-11-29T07:50Z' } };
    const { archive } = momentsOf([{ number: '26-1', pubDate: '2026-11-29' }], registered);
    expect(archive.nextChange).toBeUndefined();
  });
});

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
