import { describe, expect, test } from 'vitest';
import type { ArticleFields } from '../../../support/article.ts';
import { cameOut, type Given, momentsOf } from './moments.ts';

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
