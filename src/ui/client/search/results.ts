import type { SearchStrings } from '../../../i18n/en-search.ts';
import type { Format } from '../../../i18n/format.ts';
import type { Manifest } from '../../../outputs/search/names.ts';
import { h } from './html.ts';
import type { Passage, Result, Run } from './result.ts';

/** What results need to be shown. */
export interface Voice {
  t: SearchStrings;
  f: Format;
}

/** The query parameter that asks an entry's page to mark words; the loader knows it too. */
export const HIGHLIGHT = 'highlight';

/** An entry that was found: its line, its headline, the passages that hold the words. */
export function resultItem(result: Result, manifest: Manifest, { t, f }: Voice): HTMLLIElement {
  const words = result.matched.slice(0, 8);
  const link = (id: string) =>
    `${result.url}${words.length > 0 ? `?${HIGHLIGHT}=${encodeURIComponent(words.join(' '))}` : ''}${id === '' ? '' : `#${id}`}`;
  const storyline = manifest.names.storyline.find(([id]) => id === result.storyline)?.[1];
  return h(
    'li',
    {},
    h(
      'div',
      { class: 'ent' },
      h(
        'p',
        { class: 'no' },
        result.number !== '' && h('b', {}, result.number),
        h('time', { datetime: result.day }, f.shortDay(result.day)),
        storyline !== undefined && h('span', {}, t.storylinePart(storyline, result.part)),
      ),
      h('h2', {}, h('a', { href: link('') }, ...result.title.map(run))),
      h(
        'ul',
        {},
        ...result.passages.map((passage) =>
          h(
            'li',
            {},
            h('a', { href: link(passage.id) }, ...label(passage, t)),
            h(
              'span',
              {},
              passage.heading !== '' && h('i', {}, closed(passage.heading)),
              passage.heading !== '' && ' ',
              ...passage.runs.map(run),
            ),
          ),
        ),
      ),
    ),
    result.figure &&
      h('p', { class: 'amt' }, h('b', {}, result.figure.value), ` ${result.figure.label}`),
  );
}

/** A heading before a sentence. */
function closed(heading: string): string {
  return /[.?!]$/.test(heading) ? heading : `${heading}.`;
}

function run({ text, marked }: Run): Node | string {
  return marked ? h('mark', {}, text) : text;
}

function label({ kind, label }: Passage, t: SearchStrings): (Node | string)[] {
  switch (kind) {
    case 'paragraph':
      return [
        h('span', { 'aria-hidden': 'true' }, '¶'),
        h('span', { class: 'vh' }, t.paragraph),
        ` ${label}`,
      ];
    case 'exhibit':
      return [t.exhibit(label)];
    case 'note':
      return [t.note(label)];
    case 'other':
      return [t.text];
  }
}
