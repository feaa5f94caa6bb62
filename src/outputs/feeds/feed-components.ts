import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { siteIn, type Voice, voiceOf } from '../../i18n/index.ts';
import { valuesOf } from '../../lib/chart.ts';
import { leadingTo } from '../../lib/plain-path.ts';
import type { Archive } from '../../record/archive.ts';
import type { Article } from '../../record/article.ts';
import type { InstanceName, InstanceProps } from '../../record/components.ts';
import type { ComponentOf } from '../../record/text.ts';
import type { KnownChart } from '../images/article-charts.ts';
import { feedImage } from './feed-image.ts';

/** What rendering a component for a feed may know. */
export interface FeedContext {
  article: Article;
  archive: Archive;
  voice: Voice;
  /** Its charts that can be drawn. */
  charts: readonly KnownChart[];
  /** The public address that a link or image of the article stands for; undefined when a feed must not have it. */
  absolute(address: string): string | undefined;
}

/** The context of an article: addresses are those of its page. */
export function feedContext(
  article: Article,
  archive: Archive,
  charts: readonly KnownChart[] = [],
): FeedContext {
  const page = archive.routes.absolute(archive.routes.article(article));
  const moved = archive.linked(article);
  return {
    article,
    archive,
    voice: voiceOf(siteIn(article.lang, archive.site)),
    charts,
    absolute(address) {
      if (!URL.canParse(address, page)) return undefined;
      const url = new URL(leadingTo(address, moved), page);
      return ['https:', 'http:', 'mailto:', 'tel:'].includes(url.protocol) ? url.href : undefined;
    },
  };
}

type FeedRenderer<Name extends InstanceName> = (
  props: InstanceProps[Name],
  children: ElementContent[],
  context: FeedContext,
) => ElementContent[];

/** The feed contract of every component that an article may use: what a reader's program gets. */
const feedComponents: { readonly [Name in InstanceName]: FeedRenderer<Name> } = {
  Note: ({ title }, children) => [h('aside', [h('p', h('strong', title)), ...children])],

  Figure({ src, alt = '', caption, letter, note, credit }, children, context) {
    const { t } = context.voice;
    const small = [note, credit === undefined ? undefined : t.entry.credit({ credit })];
    return [
      h('figure', [
        ...(src === undefined ? [] : image(src, alt, undefined, context)),
        ...children,
        exhibitCaption(letter, caption, context),
      ]),
      ...smallPrint(small.filter((text) => text !== undefined).join(' ')),
    ];
  },

  Chart(props, _children, context) {
    const { voice } = context;
    const { t } = voice;
    const { letter, caption, data, series = [t.entry.dataValue], unit = '', note } = props;
    const rows = data.map((row) =>
      h('tr', [
        h('td', voice.label(row.label)),
        ...valuesOf(row).map((value) =>
          h('td', { align: 'right' }, voice.amount({ ...row, value }, unit)),
        ),
      ]),
    );
    const head = h('tr', [
      h('th', t.entry.dataItem),
      ...series.map((name) => h('th', { align: 'right' }, name)),
    ]);
    return [
      h('figure', [...chart(props, context), exhibitCaption(letter, caption, context)]),
      h('table', [h('thead', head), h('tbody', rows)]),
      ...smallPrint(note),
    ];
  },

  Timeline: ({ caption, events }, _children, { voice }) => [
    ...(caption === undefined ? [] : [h('p', h('strong', caption))]),
    h(
      'ul',
      events.map(({ date, text, href }) =>
        h('li', [
          h('strong', voice.f.loose(date)),
          voice.t.signs.colon,
          href === undefined ? text : h('a', { href }, text),
        ]),
      ),
    ),
  ],

  PullQuote: ({ by, citeNumber }, children, { absolute }) => [
    h('blockquote', [
      ...children,
      h('p', [
        h('cite', by),
        ...(citeNumber === undefined
          ? []
          : [' ', h('a', { href: absolute(`#s${citeNumber}`) }, `[${citeNumber}]`)]),
      ]),
    ]),
  ],

  Embed: ({ href, title, publisher, text, type }, _children, { voice }) => [
    h('p', [
      ...(type === undefined ? [] : [voice.named.source(type) + voice.t.signs.colon]),
      h('a', { href }, title),
      publisher === undefined ? '' : voice.t.signs.comma + publisher,
      text === undefined ? '' : voice.t.signs.stop + text,
    ]),
  ],

  Own: ({ instead }, children) => [...instead, ...children],

  Image: ({ src, alt, title }, _children, context) => image(src, alt, title, context),
};

/** A component as a feed has it. */
export function renderComponent<Name extends InstanceName>(
  { name, props }: ComponentOf<Name>,
  children: ElementContent[],
  context: FeedContext,
): ElementContent[] {
  const render: FeedRenderer<Name> = feedComponents[name];
  return render(props, children, context);
}

/** A chart as an image; nothing when it cannot be drawn, as the table beside it says all. */
function chart(
  props: InstanceProps['Chart'],
  { article, archive, voice, charts: known }: FeedContext,
): ElementContent[] {
  const drawn = known.find(({ letter }) => letter === props.letter);
  if (!drawn) return [];
  const { digest, width, height } = drawn;
  const src = archive.routes.absolute(archive.routes.chart(article, props.letter, digest));
  const { chart, charts } = voice.t.inFeeds;
  return [
    h('img', {
      src,
      alt: chart({ kind: charts[props.type], caption: props.caption }),
      width,
      height,
    }),
  ];
}

/** A file of the site as an image; an image elsewhere as a link, as nothing is loaded from others. */
function image(
  src: string,
  alt: string,
  title: string | undefined,
  { article, archive, absolute }: FeedContext,
): ElementContent[] {
  const picture = article.pictures[src];
  if (!picture) {
    const href = absolute(src);
    return href === undefined ? [] : [h('a', { href }, alt || href)];
  }
  const { url, width, height } = feedImage(picture, alt, archive);
  return [h('img', { src: url, alt, width, height, ...(title !== undefined && { title }) })];
}

function exhibitCaption(letter: string, caption: string, { voice, absolute }: FeedContext) {
  const href = absolute(`#exhibit-${letter.toLowerCase()}`);
  return h('figcaption', [
    h('a', { href }, h('strong', voice.t.entry.exhibit({ letter }))),
    ` ${caption}`,
  ]);
}

function smallPrint(text: string | undefined): ElementContent[] {
  return text === undefined || text === '' ? [] : [h('p', h('small', text))];
}
