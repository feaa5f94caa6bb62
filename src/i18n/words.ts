import { distance } from 'fastest-levenshtein';
import { nearest } from '../lib/text.ts';
import { withFirmSpaces } from '../lib/typography.ts';
import type { Site } from '../record/site.ts';
import type { Language, Words } from './language.ts';
import en, { type English } from './languages/en.ts';
import { bestTag, LANGUAGES, LAST, languagesOf } from './languages.ts';
import { isPlural, type Plural, type Sentences, slotsOf } from './message.ts';

/** What decides which words a publication uses. */
export type Speaker = Pick<Site, 'locale'> & Partial<Pick<Site, 'voice' | 'words'>>;

/** Where owners keep words of their own. */
export const OWN = 'src/publication/words.ts';

/**
 * The sentences of a publication: those of its language and voice, and over them its owner's own.
 * @throws Error with one sentence an owner's mistake
 */
export function wordsOf({ locale, voice, words = {} }: Speaker): English {
  const mistakes = mistakesOf(words as Sentences, en.words);
  if (mistakes.length > 0) {
    throw Object.assign(new Error(mistakes.join('\n')), { name: 'OwnersMistake' });
  }
  const layers = languagesOf(locale)
    .toReversed()
    .flatMap((language) =>
      voice === 'plain' ? [language.words, language.plain] : [language.words],
    );
  const all = [...layers, words as Words].reduce<Sentences>(
    (under, over) => merged(under, over as Sentences),
    {},
  );
  const isSpaced = languagesOf(locale)[0]?.spacesSigns ?? false;
  return (isSpaced ? each(all, withFirmSpaces) : all) as unknown as English;
}

/** Names of the sentences that a publication says in another language than its own. */
export function lackingOf({ locale, voice, words = {} }: Speaker): string[] {
  const tag = bestTag(locale);
  if (tag === LAST) return [];
  const own: Sentences[] = [words as Sentences];
  for (let one = tag; one !== undefined && one !== LAST; one = LANGUAGES[one]?.fallback) {
    const { words, plain } = LANGUAGES[one] as Language;
    own.push(...([words, ...(voice === 'plain' ? [plain] : [])] as Sentences[]));
    // a variety of English needs nothing of its own
    if (LANGUAGES[one]?.fallback === LAST) return [];
  }
  const has = (name: string) => own.some((layer) => at(layer, name) !== undefined);
  return namesOf(en.words).filter((name) => !has(name));
}

/** Names of sentences, `shell.skip`. */
export function namesOf(sentences: Sentences, before = ''): string[] {
  return Object.entries(sentences).flatMap(([key, value]) =>
    typeof value === 'string' || isPlural(value)
      ? [before + key]
      : namesOf(value, `${before + key}.`),
  );
}

/** The sentence of a name. */
export function at(sentences: Sentences, name: string): string | Plural | Sentences | undefined {
  return name
    .split('.')
    .reduce<string | Plural | Sentences | undefined>(
      (inner, key) => (typeof inner === 'object' ? (inner as Sentences)[key] : undefined),
      sentences,
    );
}

/** Sentences with each of their texts changed. */
export function each(sentences: Sentences, change: (text: string) => string): Sentences {
  return Object.fromEntries(
    Object.entries(sentences).map(([key, value]) => [
      key,
      typeof value === 'string' ? change(value) : each(value as Sentences, change),
    ]),
  );
}

function merged(under: Sentences, over: Sentences): Sentences {
  const all: Record<string, string | Plural | Sentences> = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const below = all[key];
    const isGroup = typeof value === 'object' && !isPlural(value);
    all[key] = isGroup && typeof below === 'object' ? merged(below as Sentences, value) : value;
  }
  return all;
}

const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** What is wrong with an owner's sentences beside those that there are, each in a sentence. */
function mistakesOf(own: Sentences, known: Sentences, before = ''): string[] {
  return Object.entries(own).flatMap(([key, value]): string[] => {
    const name = before + key;
    const there = known[key];
    if (there === undefined) {
      const near = nearest(key, Object.keys(known), distance);
      const fix =
        near === undefined
          ? `Use one of ${Object.keys(known).join(', ')}.`
          : `Did you mean "${before}${near}"?`;
      return [`${OWN}: ${name}: There is no sentence of this name. ${fix}`];
    }
    const isGroup = typeof there === 'object' && !isPlural(there);
    if (isGroup) {
      return typeof value === 'object'
        ? mistakesOf(value as Sentences, there, `${name}.`)
        : [
            `${OWN}: ${name}: "${value}" stands for a group of sentences. Name one of ${Object.keys(there).join(', ')} in it.`,
          ];
    }
    return sentenceMistakes(value, there).map((mistake) => `${OWN}: ${name}: ${mistake}`);
  });
}

function sentenceMistakes(value: unknown, known: string | Plural): string[] {
  const forms: [string, unknown][] =
    typeof value === 'object' && value !== null && typeof known === 'object'
      ? Object.entries(value)
      : [['other', value]];
  if (!forms.some(([category]) => category === 'other')) return ['The form "other" is missing.'];
  const slots = Object.values(typeof known === 'string' ? [known] : known).flatMap(slotsOf);
  if (typeof known === 'object') slots.push('{n}');
  return forms.flatMap(([category, form]) => {
    if (!CATEGORIES.includes(category)) {
      return [`"${category}" is no kind of number. Use ${CATEGORIES.join(', ')}.`];
    }
    if (typeof form !== 'string')
      return [`${JSON.stringify(form)} must be text. Put it in quotes.`];
    const unknown = slotsOf(form).filter((slot) => !slots.includes(slot));
    const can =
      slots.length === 0 ? 'Nothing is filled in here.' : `Use ${[...new Set(slots)].join(', ')}.`;
    return unknown.map((slot) => `"${slot}" stands for nothing. ${can}`);
  });
}
