import { describe, expect, test } from 'vitest';
import { recordOf } from '../../../../src/record/article.ts';
import { archiveOf, article, testSite } from '../../../support/article.ts';

describe('an archive', () => {
  test('orders by date, then by docket number as a number', () => {
    const archive = archiveOf([
      article({ title: 'Nine', number: '18-9', pubDate: '2018-08-24' }),
      article({ title: 'Thirty-one', number: '18-31', pubDate: '2018-08-24' }),
      article({ title: 'Older', number: '18-40', pubDate: '2018-01-01' }),
    ]);
    expect(archive.articles.map(({ title }) => title)).toEqual(['Thirty-one', 'Nine', 'Older']);
  });

  test('shows no draft, nothing from the future, nothing expired or withdrawn', () => {
    const now = Date.parse('2020-01-01T00:00:00Z');
    const archive = archiveOf(
      [
        article({ title: 'Draft', draft: true, pubDate: '2019-01-01', tags: ['secret'] }),
        article({ title: 'Future', pubDate: '2020-01-01T00:00:01Z' }),
        article({ title: 'Expired', pubDate: '2019-01-01', expires: '2020-01-01' }),
        article({
          title: 'Withdrawn',
          pubDate: '2019-01-01',
          withdrawn: { date: '2019-06-01', reason: 'Wrong.' },
        }),
        article({ title: 'Shown', pubDate: '2020-01-01' }),
      ],
      { now },
    );
    expect(archive.articles.map(({ title }) => title)).toEqual(['Shown']);
    expect([...archive.tags.keys()]).toEqual([]);
    expect(archive.withdrawn.map(({ title }) => title)).toEqual(['Withdrawn']);
    expect(archive.nextChange).toBe(now + 1000);
  });

  test('reads a bare date as the start of the day in the publication’s zone', () => {
    const site = testSite({ zone: 'Asia/Tokyo' });
    const entry = article({ pubDate: '2020-01-01' }, site);
    expect(new Date(entry.pubDate.ms).toISOString()).toBe('2019-12-31T15:00:00.000Z');
  });

  test('knows the neighbours of an article in the record and in its storyline', () => {
    const [a, b, c] = [1, 2, 3].map((day) =>
      article({
        title: `Day ${day}`,
        pubDate: `2020-01-0${day}`,
        ...(day !== 2 && { storyline: 'ban' }),
      }),
    );
    if (!a || !b || !c) throw new Error('three articles');
    const archive = archiveOf([c, a, b]);
    expect(archive.newer(a)).toBe(b);
    expect(archive.older(c)).toBe(b);
    expect(archive.older(a)).toBeUndefined();
    expect(archive.position(c)).toMatchObject({ part: 2, older: a });
    expect(archive.position(b)).toBeUndefined();
  });

  test('an update or a correction is the last change, whichever is later', () => {
    const corrected = article({
      updatedDate: '2019-03-01',
      corrections: [
        { date: '2019-01-01', text: 'First.' },
        { date: '2019-05-01', text: 'Second.' },
      ],
    });
    const archive = archiveOf([corrected]);
    expect(new Date(archive.moments(corrected).updated).toISOString()).toMatch(/^2019-05-01/);
    expect(archive.corrections.map(({ number, text }) => [number, text])).toEqual([
      [2, 'Second.'],
      [1, 'First.'],
    ]);
  });

  test('a correction keeps its number when another of its day is added below it', () => {
    const first = { date: '2019-01-01', text: 'First.' };
    const second = { date: '2019-01-01', text: 'Second.' };
    const numbered = (corrections: (typeof first)[]) =>
      archiveOf([article({ corrections })]).corrections.map(({ number, text }) => [number, text]);
    expect(numbered([first])).toEqual([[1, 'First.']]);
    expect(numbered([first, second])).toEqual([
      [2, 'Second.'],
      [1, 'First.'],
    ]);
  });

  test('the record of an entry begins with the newest change; corrections of one day are one line', () => {
    const entry = article({
      pubDate: '2018-08-24',
      compiled: '2026-11-22',
      corrections: [
        { date: '2026-11-23', text: 'First.' },
        { date: '2026-11-23', text: 'Second.' },
        { date: '2026-11-24', text: 'Third.' },
      ],
    });
    const moments = archiveOf([entry]).moments(entry);
    expect(
      recordOf(entry, moments, 'UTC').map(({ date, ...line }) => ({ day: date.day, ...line })),
    ).toEqual([
      { day: '2026-11-24', what: 'corrected', corrections: [3] },
      { day: '2026-11-23', what: 'corrected', corrections: [2, 1] },
      { day: '2026-11-22', what: 'compiled' },
      { day: '2018-08-24', what: 'event' },
    ]);
  });
});
