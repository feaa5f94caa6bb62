import { Format, withLatinDigits } from '../../../i18n/format.ts';
import { type Spoken, spoken } from '../../../i18n/message.ts';
import type { SearchWords } from '../../../i18n/search-words.ts';
import { phrasesOf } from '../../../lib/phrases.ts';
import type { Passage, Result, Run } from '../../../outputs/search/answer.ts';
import type { Manifest } from '../../../outputs/search/names.ts';
import { h } from './html.ts';

/** What the search says, in the language and voice of the publication: put here by the compiler. */
declare const SEARCH_WORDS: SearchWords;

type Strings = Spoken<SearchWords>;

/** The words and forms of the page's language. */
export interface Voice {
  t: Strings;
  f: Format;
}

let voice: Voice | undefined;

/** Those of the page, made ready once. */
export function pageVoice(): Voice {
  const { lang } = document.documentElement;
  voice ??= { t: spoken(SEARCH_WORDS, withLatinDigits(lang)), f: new Format(lang, 'UTC') };
  return voice;
}

/** What answers need to be shown. */
export interface View extends Voice {
  manifest: Manifest;
}

/** The query parameter that asks an entry's page to mark words; the loader knows it too. */
export const HIGHLIGHT = 'highlight';

/** An entry that was found: its line, its headline, the passages that hold the words. */
export function resultItem(result: Result, { t, f, manifest }: View): HTMLLIElement {
  const words = result.matched.slice(0, 8).join(' ');
  const address = result.url + (words && `?${HIGHLIGHT}=${encodeURIComponent(words)}`);
  const tongue = result.lang !== undefined && { lang: result.lang, dir: 'auto' };
  const storyline = manifest.names.storyline.find(([id]) => id === result.storyline)?.[1];
  const passages = result.passages.map((passage) => {
    const { id, heading, runs } = passage;
    const href = address + (id && `#${id}`);
    return h(
      'li',
      h('a', { href }, label(passage, t)),
      h(
        'span',
        tongue,
        heading !== '' && [h('i', closed(heading, t)), spaceAfter(heading, t)],
        runs.map(run),
      ),
    );
  });
  return h(
    'li',
    h(
      'div.entry',
      h(
        'p.dateline',
        result.number !== '' && h('b', result.number),
        h('time', { datetime: result.day }, f.shortDay(result.day)),
        storyline !== undefined && h('span', t.storylinePart({ storyline, part: result.part })),
      ),
      h('h2', h('a', { href: address }, tongue, headline(result))),
      h('ul', passages),
      ...why(result, t, f),
    ),
    result.figure && h('p.amount', h('b', result.figure.value), ` ${result.figure.label}`),
  );
}

/** Why an entry is found that does not write all that was typed. */
function why({ also, lacks }: Result, t: Strings, f: Format): HTMLElement[] {
  const lines = [
    ...(also.length > 0 ? [t.also({ names: f.list(also) })] : []),
    ...(lacks.length > 0 ? [t.lacks({ words: f.list(lacks) })] : []),
  ];
  return lines.length === 0 ? [] : [h('p.label', lines.join(t.signs.space))];
}

/** A heading before a sentence, closed as its own script closes one. */
function closed(heading: string, { signs }: Strings): string {
  if (/[.?!。？！؟]$/.test(heading)) return heading;
  return heading + (endsUnspaced(heading) ? '。' : signs.end);
}

function spaceAfter(heading: string, { signs }: Strings): string {
  return endsUnspaced(heading) ? '' : signs.space;
}

/** Whether a text ends in Chinese or Japanese; other scripts without spaces between words have some between sentences. */
function endsUnspaced(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]$/u.test(text);
}

/** A headline, with `<wbr>` where a line may end. */
function headline({ title, lang = document.documentElement.lang }: Result): (Node | string)[] {
  let at = 0;
  const phrases = phrasesOf(title.map(({ text }) => text).join(''), lang);
  const ends = phrases.slice(0, -1).map(({ length }) => (at += length));
  let start = 0;
  return title.flatMap(({ text, marked }) => {
    const within = ends.filter((end) => end >= start && end < start + text.length);
    const cuts = within.map((end) => end - start);
    start += text.length;
    const parts = [0, ...cuts].flatMap((from, i) => [
      ...(i > 0 ? [h('wbr')] : []),
      text.slice(from, cuts[i]),
    ]);
    return marked ? h('mark', parts) : parts;
  });
}

function run({ text, marked }: Run): Node | string {
  return marked ? h('mark', text) : text;
}

function label({ kind, label }: Passage, t: Strings): (Node | string)[] {
  switch (kind) {
    case 'paragraph':
      return [
        h('span', { 'aria-hidden': 'true' }, '¶'),
        h('span.sr-only', t.paragraph),
        ` ${label}`,
      ];
    case 'exhibit':
      return [t.exhibit({ letter: label })];
    case 'note':
      return [t.note({ letter: label })];
    case 'correction':
      return [t.correction];
    case 'summary':
      return [t.text];
    case 'facts':
      return [t.keyFacts];
    case 'text':
      return [t.body];
  }
}
