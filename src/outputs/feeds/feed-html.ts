import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { whereOf } from '../../i18n/phrases.ts';
import { runsRightToLeft } from '../../lib/direction.ts';
import { letterOf } from '../../lib/letters.ts';
import { xmlSafe } from '../../lib/xml.ts';
import type { Archive } from '../../record/archive.ts';
import { type Article, type Correction, dayWord, shownNumber } from '../../record/article.ts';
import type { LedgerCorrection } from '../../record/corrections.ts';
import type { Source } from '../../record/frontmatter.ts';
import { publishedOf } from '../../record/moments.ts';
import type { FootNote, Text } from '../../record/text.ts';
import type { KnownChart } from '../images/article-charts.ts';
import { type FeedContext, feedContext } from './feed-components.ts';
import { coverOf } from './feed-image.ts';
import { feedText } from './feed-text.ts';

/**
 * The whole of an article as HTML for feed readers.
 * @param charts those of its charts that can be drawn
 */
export function articleHtml(
  article: Article,
  text: Text,
  archive: Archive,
  charts: readonly KnownChart[],
): string {
  const context = feedContext(article, archive, charts);
  return serialiseFor(article, [
    ...opening(context),
    ...keyFacts(context),
    ...feedText(text.tree, context),
    ...notes(text.notes, context),
    ...sources(context),
    ...closing(context),
  ]);
}

/** What stands in a feed for an article that is too heavy for it: its opening, and where it is. */
export function shortHtml(article: Article, archive: Archive): string {
  const context = feedContext(article, archive);
  return serialiseFor(article, [
    ...opening(context),
    ...keyFacts(context),
    h('p', context.voice.t.inFeeds.tooLong),
    ...closing(context),
  ]);
}

/** A correction as HTML for feed readers. */
export function correctionHtml(correction: LedgerCorrection, archive: Archive): string {
  const { article, number } = correction;
  const context = feedContext(article, archive);
  const { t } = context.voice;
  const where = whereOf(shownNumber(article, archive.site), correction.paragraph, t);
  const entry = context.absolute('');
  return serialise([
    h('p', [where === '' ? '' : where + t.signs.space, correction.text]),
    ...wording(correction, context),
    h('p', [
      h('a', { href: entry }, article.title),
      ' · ',
      h('a', { href: context.absolute(`#correction-${number}`) }, t.corrections.see),
    ]),
  ]);
}

/** The notice in the place of a withdrawn article. */
export function withdrawnHtml(article: Article, archive: Archive): string {
  const context = feedContext(article, archive);
  return serialise([h('p', article.withdrawn?.reason ?? ''), h('p', permalink(context))]);
}

/** An article in a language of its own says which it is. */
function serialiseFor({ lang }: Article, nodes: ElementContent[]): string {
  if (lang === undefined) return serialise(nodes);
  return serialise([h('div', { lang, dir: runsRightToLeft(lang) ? 'rtl' : 'ltr' }, nodes)]);
}

function serialise(nodes: ElementContent[]): string {
  return xmlSafe(toHtml({ type: 'root', children: apart(nodes) }));
}

/** What stands on lines of its own. */
const BLOCKS = new Set(
  'aside blockquote dd dl dt figcaption figure h2 h3 h4 h5 h6 hr img li ol p pre table tbody td th thead tr ul'.split(
    ' ',
  ),
);

/** Blocks with a line end between them: a text without its tags runs together otherwise. */
function apart(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node, i): ElementContent[] => {
    const next = nodes[i + 1];
    const whole =
      node.type === 'element' && node.tagName !== 'pre'
        ? { ...node, children: apart(node.children) }
        : node;
    return next && (isBlock(node) || isBlock(next)) && isSeen(node) && isSeen(next)
      ? [whole, { type: 'text', value: '\n' }]
      : [whole];
  });
}

function isBlock(node: ElementContent): boolean {
  return node.type === 'element' && BLOCKS.has(node.tagName);
}

function isSeen(node: ElementContent): boolean {
  return node.type !== 'text' || node.value.trim() !== '';
}

/** Cover, what has changed, standfirst. */
function opening(context: FeedContext): ElementContent[] {
  const { article } = context;
  return [...cover(context), ...changes(context), h('p', h('em', article.description))];
}

function cover({ article, archive, voice, absolute }: FeedContext): ElementContent[] {
  const { image } = article;
  if (!image) return [];
  const file = coverOf(article, archive);
  const caption = [image.caption, image.credit && voice.t.entry.credit({ credit: image.credit })]
    .filter(Boolean)
    .join(' ');
  const shown = file
    ? h('img', { src: file.url, alt: image.alt, width: file.width, height: file.height })
    : h('a', { href: absolute(image.src) }, image.alt);
  return [h('figure', [shown, ...(caption === '' ? [] : [h('figcaption', caption)])])];
}

/** Corrections, newest first, or the day of an update. */
function changes(context: FeedContext): ElementContent[] {
  const { article, voice } = context;
  const { t, f } = voice;
  const { updated } = article;
  const corrections = article.corrections.flatMap((correction) => [
    h('p', [
      h('strong', t.inFeeds.correction({ date: f.moment(correction.date) })),
      t.signs.space + correction.text,
    ]),
    ...wording(correction, context),
  ]);
  const newest = article.corrections[0];
  return updated && updated.ms > (newest?.date.ms ?? 0)
    ? [h('p', h('strong', t.inFeeds.updated({ date: f.moment(updated) }))), ...corrections]
    : corrections;
}

/** The words as they were and as they are. */
function wording({ was, now }: Correction, { voice }: FeedContext): ElementContent[] {
  const { t } = voice;
  if (was === undefined && now === undefined) return [];
  return [
    h('ul', [
      ...(was === undefined ? [] : [h('li', [t.inFeeds.was, h('del', was)])]),
      ...(now === undefined ? [] : [h('li', [t.inFeeds.now, h('ins', now)])]),
    ]),
  ];
}

function keyFacts({ article, voice }: FeedContext): ElementContent[] {
  if (article.keyFacts.length === 0) return [];
  const { colon } = voice.t.signs;
  const facts = article.keyFacts.map(({ label, text }) =>
    h('li', [h('strong', label + colon.trimEnd()), colon.slice(colon.trimEnd().length) + text]),
  );
  return [h('h2', voice.t.entry.keyFacts), h('ul', facts)];
}

/** Notes under their letters, each with its ways back. The ids are those of the page. */
function notes(list: readonly FootNote[], context: FeedContext): ElementContent[] {
  if (list.length === 0) return [];
  const items = list.flatMap((note) => [
    h('dt', letterOf(note.n, context.voice.t.signs.letters)),
    h('dd', { id: `fn-${note.n}` }, feedText(note.tree, context)),
  ]);
  return [h('h2', context.voice.t.entry.notes), h('dl', items)];
}

function sources({ article, voice }: FeedContext): ElementContent[] {
  if (article.sources.length === 0) return [];
  const { t, f } = voice;
  const describe = (source: Source): (ElementContent | string)[] => {
    const title = h('cite', source.title);
    const language = f.otherLanguage(source.lang);
    const details = [
      source.date === undefined ? undefined : f.loose(source.date),
      language === undefined ? undefined : t.entry.inLanguage({ language }),
    ].filter((text) => text !== undefined);
    return [
      source.publisher + t.signs.comma,
      source.url === undefined ? title : h('a', { href: source.url }, title),
      ...details.map((text) => t.signs.comma + text),
      ...(source.archive === undefined
        ? []
        : [t.signs.comma, h('a', { href: source.archive }, t.entry.archived)]),
      t.signs.end,
    ];
  };
  const items = article.sources.map((source, i) => h('li', { id: `s${i + 1}` }, describe(source)));
  return [h('h2', t.entry.sources), h('ol', items)];
}

/** Which storyline the entry is part of, of which day it is and when it was published, and where it is for good. */
function closing(context: FeedContext): ElementContent[] {
  const { article, archive, voice } = context;
  const { routes } = archive;
  const { t, f } = voice;
  const position = archive.position(article);
  const dates = [
    ...(dayWord(article) === 'event' ? [t.inFeeds.event({ date: f.moment(article.pubDate) })] : []),
    t.inFeeds.published({ date: f.moment(publishedOf(article, archive)) }),
  ];
  const line = position && routes.absolute(routes.storyline(position.storyline.id));
  return [
    h('hr'),
    ...(position
      ? [
          h(
            'p',
            t.inFeeds
              .part({ storyline: position.storyline.name })
              .map(({ part, text }) => (part === undefined ? text : h('a', { href: line }, text))),
          ),
        ]
      : []),
    h('p', [permalink(context), t.signs.stop + dates.join(t.signs.space)]),
  ];
}

/** The link to the page of an entry, by its number. */
function permalink({ article, archive: { site }, voice, absolute }: FeedContext) {
  const number = shownNumber(article, site);
  const { inFeeds } = voice.t;
  const text =
    number === undefined
      ? inFeeds.permalink({ site: site.name })
      : inFeeds.permalinkNumbered({ site: site.name, number });
  return h('a', { href: absolute('') }, text);
}
