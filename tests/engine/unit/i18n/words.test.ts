import { describe, expect, test } from 'vitest';
import { voiceOf } from '../../../../src/i18n/index.ts';
import { spoken } from '../../../../src/i18n/message.ts';
import { at, lackingOf, namesOf, wordsOf } from '../../../../src/i18n/words.ts';

describe('a sentence', () => {
  test('has the form that its number wants in the language', () => {
    const { days } = spoken(
      { days: { one: '{n} dzień', few: '{n} dni', many: '{n} dni', other: '{n} dnia' } },
      'pl',
    );
    expect([1, 2, 5, 1.5].map((n) => days({ n }))).toEqual([
      '1 dzień',
      '2 dni',
      '5 dni',
      '1,5 dnia',
    ]);
  });

  test('has the form for one where the language has no such kind', () => {
    const { rings } = spoken({ rings: { one: '每个一圈', other: '每圈代表{n}个' } }, 'zh');
    expect([1, 2].map((n) => rings({ n }))).toEqual(['每个一圈', '每圈代表2个']);
  });

  test('is cut at its parts before a name is filled in, which may look like one', () => {
    const { found } = spoken({ found: '<b>{n} Einträge</b> zu „{text}“' } as const, 'de');
    expect(found({ n: 1200, text: '<b>fett</b> {n}' })).toEqual([
      { part: 'b', text: '1.200 Einträge' },
      { part: undefined, text: ' zu „<b>fett</b> {n}“' },
    ]);
  });
});

describe('a publication', () => {
  test('says its owner’s sentences over those of its language', () => {
    const words = { places: { archive: 'Alle Nummern' }, counts: { parts: { other: 'Folgen' } } };
    const { t } = voiceOf({ locale: 'de-CH', zone: 'UTC', words });
    expect(t.places.archive).toBe('Alle Nummern');
    expect(t.places.topics).toBe('Themen');
    expect(t.counts.parts({ n: 1 })).toBe('Folgen');
  });

  test('that is plain has articles, without numbers, stamps or advice', () => {
    const { t } = voiceOf({ locale: 'en-GB', zone: 'UTC', voice: 'plain' });
    expect(t.counts.entries({ n: 2 })).toBe('articles');
    const words = wordsOf({ locale: 'en-GB', voice: 'plain' });
    const all = namesOf(words).map((name) => JSON.stringify(at(words, name)));
    expect(all.join('\n').replace(/\{\w+\}|<\/?\w+>/g, '')).not.toMatch(
      /\b(?:entry|entries|docket|storylines?|advice)\b/i,
    );
  });

  test('in a language without words speaks English, and may bring its own', () => {
    expect(lackingOf({ locale: 'it-IT' }).length).toBeGreaterThan(200);
    expect(voiceOf({ locale: 'it-IT', zone: 'UTC' }).t.places.archive).toBe('Archive');
    expect(lackingOf({ locale: 'en-AU' })).toEqual([]);
    const words = { places: { archive: 'Archivio' } };
    expect(lackingOf({ locale: 'it-IT', words })).not.toContain('places.archive');
  });

  test.each([
    ['en-GB', 'The desk', 'By the desk.'],
    ['de-DE', 'Die Redaktion', 'Von der Redaktion.'],
    ['fr', 'La rédaction', 'Par la rédaction.'],
    ['ja', '編集部', '執筆：編集部。'],
  ])('in %s names %s in its line: %s', (locale, authors, line) => {
    const { t, within } = voiceOf({ locale, zone: 'UTC' });
    expect(t.byline({ authors: within(authors) })).toBe(line);
  });

  test('is told of every mistake in its own sentences at once', () => {
    const words = {
      shel: { skip: 'Skip' },
      places: { archiv: 'Old things', home: 4 },
      titles: 'none',
      counts: { months: { one: '{n} month', severl: '{n} months', other: '{m} months' } },
      byline: 'By {author}.',
    };
    const say = () => wordsOf({ locale: 'en-GB', words });
    expect(say).toThrow(
      [
        'src/publication/words.ts: shel: There is no sentence of this name. Did you mean "shell"?',
        'src/publication/words.ts: places.archiv: There is no sentence of this name. Did you mean "places.archive"?',
        'src/publication/words.ts: places.home: 4 must be text. Put it in quotes.',
      ].join('\n'),
    );
    expect(say).toThrow('titles: "none" stands for a group of sentences.');
    expect(say).toThrow('counts.months: "severl" is no kind of number.');
    expect(say).toThrow('counts.months: "{m}" stands for nothing. Use {n}.');
    expect(say).toThrow('byline: "{author}" stands for nothing. Use {authors}.');
  });
});
