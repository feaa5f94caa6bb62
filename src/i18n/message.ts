import { lettersIn } from '../lib/letters.ts';

/*
 * Sentences as a translator writes them, and as code says them:
 *
 *   'Latest entry: {date}'                                   a name in braces is filled in
 *   'Exhibit {letter}.'                                      a letter is one of the language's `signs.letters`
 *   { one: '{n} entry', other: '{n} entries' }               a form for each kind of number (Intl.PluralRules)
 *   'The <link>corrections page</link> shows each one.'      a part that code makes a link of, or bold
 */

/** What a name in a sentence stands for; numbers are written as the language writes them. */
export type Value = string | number;

/**
 * A sentence in a form for each kind of number that its language has; `other` is the one for all the rest, and
 * `one` that for 1 in languages that have no such kind.
 */
export type Plural = { readonly other: string } & {
  readonly [category in 'zero' | 'one' | 'two' | 'few' | 'many']?: string;
};

/** A part of a sentence: named, if it stood between tags. */
export interface Piece {
  part: string | undefined;
  text: string;
}

type Names<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;

type Said<Text> = Text extends `${string}</${string}` ? Piece[] : string;

/** Sentences as code has them: words, or a function of what is to be filled in. */
export type Spoken<Data> = Data extends string
  ? [Names<Data>] extends [never]
    ? Said<Data>
    : (values: Record<Names<Data>, Value>) => Said<Data>
  : Data extends { readonly other: infer Text }
    ? (values: { n: number } & Record<Exclude<Names<Text>, 'n'>, Value>) => Said<Text>
    : { readonly [Key in keyof Data]: Spoken<Data[Key]> };

/** Sentences of the same names in another language; what is left out falls back. */
export type Translated<Data> = Data extends string
  ? string
  : Data extends { readonly other: string }
    ? Plural
    : { readonly [Key in keyof Data]?: Translated<Data[Key]> };

/** Sentences by name, in groups. */
export interface Sentences {
  readonly [name: string]: string | Plural | Sentences;
}

/** Whether these are the forms of one sentence. */
export function isPlural(value: Plural | Sentences): value is Plural {
  return typeof value.other === 'string';
}

/** What of a sentence is filled in, `{name}`, and what stands between tags, `<part>`. */
export function slotsOf(sentence: string): string[] {
  return [...new Set(sentence.match(/\{\w+\}|<\w+>/g) ?? [])].sort();
}

/** Every sentence of a locale, ready to be said. */
export function spoken<Data>(data: Data, locale: string): Spoken<Data> {
  const numbers = new Intl.NumberFormat(locale);
  const plurals = new Intl.PluralRules(locale);
  const { letters } = (data as { signs?: { letters?: string } }).signs ?? {};
  const write = (name: string, value: Value) => {
    if (typeof value === 'number') return numbers.format(value);
    return name === 'letter' && letters ? lettersIn(value, letters) : value;
  };
  const speak = (value: string | Plural | Sentences): unknown => {
    if (typeof value === 'string') return sayer(value, write);
    if (!isPlural(value)) {
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, speak(inner)]));
    }
    const forms = new Map(Object.entries(value).map(([key, form]) => [key, sayer(form, write)]));
    return (values: { n: number }) => {
      const kind = values.n === 1 && forms.has('one') ? 'one' : plurals.select(values.n);
      const form = forms.get(kind) ?? forms.get('other');
      return typeof form === 'function' ? form(values) : form;
    };
  };
  return speak(data as Sentences) as Spoken<Data>;
}

type Sayer = string | Piece[] | ((values: Record<string, Value>) => string | Piece[]);

function sayer(sentence: string, write: (name: string, value: Value) => string): Sayer {
  const fill = (text: string, values: Record<string, Value>) =>
    text.replace(/\{(\w+)\}/g, (slot, name: string) => write(name, values[name] ?? slot));
  // cut before it is filled: a name with signs of markup in it stays a name
  const pieces = sentence.split(/<(\w+)>(.*?)<\/\1>/).flatMap((text, i, all): Piece[] => {
    if (i % 3 === 1) return [];
    const part = i % 3 === 2 ? all[i - 1] : undefined;
    return text === '' && part === undefined ? [] : [{ part, text }];
  });
  const isTagged = pieces.some(({ part }) => part !== undefined);
  const isFilled = /\{\w+\}/.test(sentence);
  if (!isTagged) return isFilled ? (values) => fill(sentence, values) : sentence;
  if (!isFilled) return pieces;
  return (values) => pieces.map(({ part, text }) => ({ part, text: fill(text, values) }));
}
