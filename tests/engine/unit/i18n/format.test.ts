import { describe, expect, test } from 'vitest';
import { Format } from '../../../../src/i18n/format.ts';
import { parseMoment } from '../../../../src/lib/dates.ts';

describe('what a locale writes', () => {
  test.each(['en-GB', 'th-TH', 'fa-IR-u-nu-latn', 'ar-SA-u-nu-latn', 'ja-JP-u-ca-japanese'])(
    'dates of %s are of the calendar that addresses and the record have',
    (locale) => {
      const f = new Format(locale, 'UTC');
      const moment = parseMoment('2018-08-24T09:10Z', 'UTC');
      if (!moment) throw new Error('a date');
      expect(f.day('2018-08-24')).toContain('2018');
      expect(f.loose('2018-08')).toContain('2018');
      expect(f.moment(moment)).toContain('2018');
    },
  );

  test('the first of a month is an ordinal where it is one', () => {
    const day = (locale: string) => new Format(locale, 'UTC').day('2018-08-01');
    expect(day('fr')).toBe('1er août 2018');
    expect(day('fr-CA')).toBe('1er août 2018');
    expect(day('it')).toBe('1º agosto 2018');
    expect(day('pt-BR')).toBe('1º de agosto de 2018');
    expect(day('de')).toBe('1. August 2018');
    expect(new Format('fr', 'UTC').day('2018-08-11')).toBe('11 août 2018');
  });

  test('a language is named unless it is that of the publication', () => {
    const english = new Format('en-GB', 'UTC');
    const french = new Format('fr', 'UTC');
    expect(english.otherLanguage('zh-Hans')).toBe('Chinese');
    expect(english.otherLanguage('en-US')).toBeUndefined();
    expect(english.otherLanguage(undefined)).toBeUndefined();
    expect(french.otherLanguage('fr-CA')).toBeUndefined();
    expect(french.otherLanguage('en')).toBe('anglais');
  });
});
