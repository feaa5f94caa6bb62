import { describe, expect, test } from 'vitest';
import type { Language } from '../../../../src/i18n/language.ts';
import en from '../../../../src/i18n/languages/en.ts';
import { bestTag, LANGUAGES } from '../../../../src/i18n/languages.ts';
import { isPlural, type Plural, type Sentences, slotsOf } from '../../../../src/i18n/message.ts';
import { at, lackingOf, namesOf } from '../../../../src/i18n/words.ts';

const VOICES = ['words', 'plain'] as const;
const WHOLE = Object.entries(LANGUAGES).filter(([tag]) => !tag.startsWith('en'));

function formsOf(sentence: unknown): string[] {
  return typeof sentence === 'string' ? [sentence] : Object.values(sentence as Plural);
}

/** Every sentence of a language in both voices, by its name, with its forms. */
function sentencesOf(language: Language): [name: string, forms: string[]][] {
  return VOICES.flatMap((voice) => {
    const sentences = language[voice] as Sentences;
    return namesOf(sentences).map((name): [string, string[]] => [
      name,
      formsOf(at(sentences, name)),
    ]);
  });
}

describe.each(WHOLE)('%s', (tag, language) => {
  test.each(['docket', 'plain'] as const)('says everything in the voice “%s”', (voice) => {
    expect(lackingOf({ locale: tag, voice })).toEqual([]);
  });

  test('says in the plain voice whatever names the entries of a docket', () => {
    const plain = namesOf(language.plain as Sentences);
    const docketOnly = (name: string) => !namesOf(en.plain as Sentences).includes(name);
    expect(
      namesOf(en.plain as Sentences).filter((name) => !plain.includes(name) && !isSame(name)),
    ).toEqual([]);
    expect(plain.filter(docketOnly).every((name) => at(en.words, name) !== undefined)).toBe(true);
    /** Where one word of the language serves both voices. */
    function isSame(name: string): boolean {
      const forms = formsOf(at(language.words as Sentences, name));
      return forms.every((form) => !ENTRY[tag]?.test(form));
    }
  });

  test('fills in and marks what English does', () => {
    for (const [name, forms] of sentencesOf(language)) {
      const known = at(en.words, name);
      expect(known, name).toBeDefined();
      const asked = [...new Set(formsOf(known).flatMap(slotsOf))].sort();
      for (const form of forms) {
        const slots = slotsOf(form);
        // a form may say its number in words: "two days" in Arabic is one
        const lacking = asked.filter((slot) => !slots.includes(slot) && slot !== '{n}');
        expect({ name, form, lacking }).toEqual({ name, form, lacking: [] });
        expect(asked, name).toEqual(expect.arrayContaining(slots));
      }
      expect(forms.join(' '), name).not.toMatch(/<(\w+)>(?![^<]*<\/\1>)/);
    }
  });

  test('has a form for every kind of number that it names', () => {
    const categories = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
    for (const voice of VOICES) {
      for (const name of namesOf(language[voice] as Sentences)) {
        const sentence = at(language[voice] as Sentences, name);
        if (typeof sentence !== 'object' || !isPlural(sentence)) continue;
        const unknown = Object.keys(sentence).filter(
          // "one" is what an exact 1 may be given where the language knows no such form
          (key) => key !== 'one' && !(categories as string[]).includes(key),
        );
        expect({ name, unknown }).toEqual({ name, unknown: [] });
      }
    }
  });

  test('quotes as it does', () => {
    const foreign = Object.values(LANGUAGES)
      .flatMap(({ quotes }) => quotes)
      .join('')
      .replace(/[’‘\s]/g, '');
    const own = language.quotes.join('');
    const marks = [...foreign].filter((mark) => !own.includes(mark)).join('');
    for (const [name, forms] of sentencesOf(language)) {
      for (const form of forms) expect(form, name).not.toMatch(new RegExp(`["${marks}]`));
    }
  });
});

/** What each language calls an entry of a docket. */
const ENTRY: Readonly<Record<string, RegExp>> = {
  ar: /قيد|قيود|الملف|ملف </,
  de: /Eintrag|Einträge|Vorg[aä]ng|Anlage/,
  es: /entrada|Entrada|xpediente|Anexo/,
  fr: /entrée|Entrée|ossier|Pièce/,
  ja: /記録|案件|資料/,
  'zh-Hans': /条目|案卷|附件/,
  'zh-Hant': /條目|案卷|附件/,
};

test.each(WHOLE)('no voice of %s but the docket’s has entries', (tag, language) => {
  for (const name of namesOf(language.plain as Sentences)) {
    const forms = formsOf(at(language.plain as Sentences, name));
    for (const form of forms) expect(form, name).not.toMatch(ENTRY[tag] as RegExp);
  }
});

test.each(WHOLE)('no sentence of %s is still English', (_, language) => {
  for (const [name, forms] of sentencesOf(language)) {
    const english = (['words', 'plain'] as const).flatMap((voice) =>
      formsOf(at(en[voice] as unknown as Sentences, name) ?? ''),
    );
    const same = forms.filter(
      (form) => /\p{L} \p{L}/u.test(form.replace(/\{\w+\}/g, '')) && english.includes(form),
    );
    expect({ name, same }).toEqual({ name, same: [] });
  }
});

test.each(WHOLE.filter(([tag]) => /^(?:ar|ja|zh)/.test(tag)))(
  'no English word is left in %s but names',
  (_, language) => {
    for (const [name, forms] of sentencesOf(language)) {
      // exhibits and notes are counted in the alphabet that readers of these know from such
      if (name === 'signs.letters') continue;
      const words = forms
        .join(' ')
        .replace(/\{\w+\}|<\/?\w+>/g, '')
        .replace(/npm run build|JavaScript|RSS|Cookie|Ctrl\+K/g, '');
      expect(words, name).not.toMatch(/[a-z]/i);
    }
  },
);

test.each([
  ['en', 'en-US'],
  ['en-US', 'en-US'],
  ['en-GB', 'en'],
  ['en-AU', 'en'],
  ['de-AT', 'de'],
  ['fr-CA', 'fr'],
  ['es-419', 'es'],
  ['ar-EG', 'ar'],
  ['zh', 'zh-Hans'],
  ['zh-CN', 'zh-Hans'],
  ['zh-SG', 'zh-Hans'],
  ['zh-TW', 'zh-Hant'],
  ['zh-HK', 'zh-Hant'],
  ['zh-Hant-MO', 'zh-Hant'],
  ['ja-JP-u-ca-japanese', 'ja'],
  ['it-IT', undefined],
])('the locale %s is given %s', (locale, tag) => {
  expect(bestTag(locale)).toBe(tag);
});
