import { expect, test } from 'vitest';
import { asciiSlug, isSlug, isTooLong, shortened, slugify } from '../../../../src/lib/slug.ts';

test.each([
  ['Straße über Fluß', 'strasse-uber-fluss'],
  ['Łódź', 'lodz'],
  ['Øresund', 'oresund'],
  ['İstanbul ışık', 'istanbul-isik'],
  ['Æðelred þe Œuvre', 'aedelred-the-oeuvre'],
  ['Đà Nẵng, Ħal', 'da-nang-hal'],
  ['It’s 50%: ﬁne', 'its-50-fine'],
  ['北京 2026', '北京-2026'],
  ['كتاب أحمد', 'كتاب-أحمد'],
  ['Москва, Йод', 'москва-йод'],
  ['हिन्दी', 'हिन्दी'],
  ['한국어 がぎ', '한국어-がぎ'],
  ['?!', ''],
])('the headline "%s" gives the address "%s"', (headline, slug) => {
  expect(slugify(headline)).toBe(slug);
  expect(isSlug(slug)).toBe(slug !== '');
});

test('German writes its accents with an e, in German alone', () => {
  expect(slugify('Die Brücke über den Öchsel', 'de-CH')).toBe('die-bruecke-ueber-den-oechsel');
  expect(slugify('Zoë Über', 'en')).toBe('zoe-uber');
});

test.each(['Capital', 'two words', 'a--b', '-a', 'a/b', '', '..', 'a?', 'cafe\u0301'])(
  'no address has "%s" in it',
  (text) => expect(isSlug(text)).toBe(false),
);

test('a long slug is cut where a word ends, to what a file name holds in bytes', () => {
  expect(shortened('one-two-three', 9)).toBe('one-two');
  expect(shortened('one-two-three', 7)).toBe('one-two');
  expect(shortened('one-two-three')).toBe('one-two-three');
  const chinese = '码'.repeat(100);
  expect(isTooLong(chinese)).toBe(true);
  expect(isTooLong(shortened(chinese))).toBe(false);
});

test('a file that nobody reads the name of has letters of ASCII', () => {
  expect(asciiSlug('Plan von 北京, Nr. 3')).toBe('plan-von-nr-3');
});
