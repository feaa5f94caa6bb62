import { type Piece, siteIn, voiceOf } from '../i18n/index.ts';
import { quoted } from '../lib/typography.ts';
import { sectionFeed } from '../outputs/feeds/feed-list.ts';
import type { Archive } from '../record/archive.ts';
import {
  type Article,
  dayWord,
  type RecordLine,
  recordOf,
  shownNumber,
} from '../record/article.ts';
import type { Source } from '../record/frontmatter.ts';
import { publishedOf } from '../record/moments.ts';
import { visibility } from '../record/visibility.ts';
import { type ByLine, byLineOf } from './byline.ts';
import {
  entryStamp,
  kindWord,
  type Row,
  relatedRow,
  type Stamp,
  stampOf,
  type Time,
  tagLinks,
  timeOf,
} from './entry.ts';
import { articleData } from './json-ld.ts';
import { type Link, pageView, type Tongue, tongueOf, type View } from './page.ts';
import { type PictureView, pictureViews } from './picture.ts';
import { neighboursOf, type PrevNext } from './prev-next.ts';
import { type StorylinePlace, storylinePlace } from './storyline-place.ts';

/** The page of an entry. */
export interface ArticleView extends View, Tongue {
  kind: 'article';
  /** Digest of the article's file, by which its text is found. */
  text: string;
  pictures: Readonly<Record<string, PictureView>>;
  /** Where links of its text lead that lead elsewhere than they say. */
  links: Readonly<Record<string, string>>;
  stamp: Stamp | undefined;
  kindWord: string | undefined;
  storyline: StorylinePlace | undefined;
  title: string;
  standfirst: string;
  tags: Link[];
  byLine: ByLine;
  /** An image at the head, if it has a file. */
  cover: { src: string; dark?: string; alt: string; caption?: string; credit?: string } | undefined;
  /** Whether the cover stands before the text; else below its first paragraph. */
  isCoverFirst: boolean;
  keyFacts: Article['keyFacts'];
  corrections: CorrectionBox[];
  /** Path of the ledger of corrections, if there is one. */
  ledger: string | undefined;
  sources: SourceLine[];
  record: (Time & { what: string; href: string | undefined })[];
  cite: Cite;
  /** The entries before and after it, unless its storyline has some. */
  neighbours: PrevNext | undefined;
  related: Row[];
}

/** A correction below a text. */
export interface CorrectionBox {
  /** 1 is the oldest. */
  number: number;
  title: string;
  text: string;
  was: string | undefined;
  now: string | undefined;
  paragraph: number | undefined;
  /** The newest has a stamp. */
  stamp: Stamp | undefined;
}

/** A source; `lang` is that of a title in another script. */
export interface SourceLine {
  publisher: string;
  title: string;
  lang: string | undefined;
  href: string | undefined;
  /** Date and language. */
  details: string;
  archived: string | undefined;
}

/** How to cite an entry, and how to pass it on. */
export interface Cite {
  title: string;
  /** Headline, publication, number, dates, address. */
  reference: Piece[];
  url: string;
  mail: string;
  feeds: Link[];
}

export function articleView(article: Article, archive: Archive): ArticleView {
  const { title, description, keyFacts, corrections, lang } = article;
  const { routes, site } = archive;
  const storyline = storylinePlace(article, archive);
  // one step back and one on are enough: those in its storyline, where it has some
  const neighbours = storyline?.prevNext ? undefined : neighboursOf(article, archive);
  // what stands in the article itself is said in its language
  const own: Archive =
    lang === undefined ? archive : Object.create(archive, { site: { value: siteIn(lang, site) } });
  return {
    ...pageView(
      {
        kind: 'article',
        path: routes.article(article),
        headline: title,
        description,
        article,
        feeds: feedsOf(article, archive),
      },
      archive,
      { data: articleData(article, archive) },
    ),
    kind: 'article',
    ...tongueOf(article, site),
    text: article.digest,
    pictures: pictureViews(article, routes),
    links: archive.linked(article),
    stamp: entryStamp(article, own),
    kindWord: kindWord(article, own),
    storyline,
    title,
    standfirst: description,
    tags: tagLinks(article, archive),
    byLine: byLineOf(article, own),
    cover: article.image?.picture && article.image,
    isCoverFirst: archive.site.voice === 'plain',
    keyFacts,
    corrections: corrections.map((_, i) => correctionBox(article, i, own)),
    ledger: archive.sections.has('corrections') ? routes.corrections() : undefined,
    sources: article.sources.map((source) => sourceLine(source, own)),
    record: historyOf(article, own),
    cite: citeOf(article, own),
    neighbours,
    related: relatedOf(article, archive),
  };
}

/** Feeds of the storyline and of the first topic. */
function feedsOf({ storyline, tags }: Article, archive: Archive) {
  const { routes } = archive;
  const { t } = voiceOf(archive.site);
  const line = archive.storylines.get(storyline ?? '');
  const tag = archive.tags.get(tags[0] ?? '');
  return [
    ...(line ? [sectionFeed(archive, t, line.name, routes.storyline(line.id))] : []),
    ...(tag ? [sectionFeed(archive, t, tag.name, routes.topic(tag.id))] : []),
  ];
}

function correctionBox({ corrections }: Article, i: number, archive: Archive): CorrectionBox {
  const { t, f } = voiceOf(archive.site);
  const { date, text, was, now, paragraph } = corrections[i] as Article['corrections'][number];
  return {
    number: corrections.length - i,
    title: t.entry.correction({ date: f.day(date.day) }),
    text,
    was,
    now,
    paragraph,
    stamp:
      i === 0 && archive.site.voice !== 'plain'
        ? stampOf(t.stamps.corrected, date.day, undefined, archive)
        : undefined,
  };
}

function sourceLine(source: Source, { site }: Archive): SourceLine {
  const { title, publisher, date, lang, url, archive } = source;
  const { t, f } = voiceOf(site);
  const language = f.otherLanguage(lang);
  return {
    publisher,
    title,
    // a title in another script is in the source's language; in Latin letters it may be a translation
    lang: /[^\p{Script=Latin}\p{Script=Common}]/u.test(title) ? lang : undefined,
    href: url,
    details: [date && f.loose(date), language && t.entry.inLanguage({ language })]
      .filter(Boolean)
      .join(t.signs.comma),
    archived: archive,
  };
}

/** What happened to an entry; in the plain voice, nothing where it only came out. */
function historyOf(article: Article, archive: Archive): ArticleView['record'] {
  const { site } = archive;
  const lines = recordOf(article, archive.moments(article), site.zone);
  if (site.voice === 'plain' && lines.length === 1) return [];
  return lines.map((line) => recordLine(line, archive));
}

function recordLine(line: RecordLine, archive: Archive): ArticleView['record'][number] {
  const { record } = voiceOf(archive.site).t;
  const time = timeOf(line.date, archive);
  return line.what === 'corrected'
    ? {
        ...time,
        what: record.corrected({ n: line.corrections.length }),
        href: `#correction-${line.corrections[0]}`,
      }
    : { ...time, what: record[line.what], href: undefined };
}

function citeOf(article: Article, archive: Archive): Cite {
  const { title, pubDate, corrections } = article;
  const number = shownNumber(article, archive.site);
  const { site, routes } = archive;
  const { t, f, quotes } = voiceOf(site);
  const url = routes.absolute(routes.article(article));
  const corrected = corrections[0]?.date;
  const dates = [
    dayWord(article) === 'event' && t.cite.event({ date: f.day(pubDate.day) }),
    t.cite.published({ date: f.day(publishedOf(article, archive).day) }),
    corrected && t.cite.corrected({ date: f.day(corrected.day) }),
  ]
    .filter(Boolean)
    .join(t.signs.comma);
  const reference = { title, site: site.name, dates, url };
  const said =
    number === undefined
      ? t.cite.reference(reference)
      : t.cite.referenceNumbered({ ...reference, number: t.noWithin({ number }) });
  const within = (text: string) => {
    const [before = '', ...after] = text.split(title);
    const isQuoted = after.length > 0 && before.trim().endsWith(quotes[0].trim());
    return isQuoted ? before + quoted(title, quotes) + after.join(title) : text;
  };
  return {
    title,
    reference: said.map(({ part, text }) => ({ part, text: within(text) })),
    url,
    mail: `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(url)}`,
    feeds: feedsOf(article, archive)
      .toReversed()
      .map(({ name, path }) => ({ name: t.cite.rss({ name }), href: path })),
  };
}

/** Entries with the most in common, without those that stand above them on the page. */
function relatedOf(article: Article, archive: Archive): Row[] {
  const { older, newer } = archive.position(article) ?? {};
  const isPart = older !== undefined || newer !== undefined;
  const named = isPart ? [older, newer] : [archive.older(article), archive.newer(article)];
  return archive
    .related(article)
    .filter((other) => !named.includes(other))
    .slice(0, archive.site.counts.related)
    .map((other) => relatedRow(other, archive));
}

/** The notice that stands where an entry was that was withdrawn or has expired. */
export interface NoticeView extends View {
  kind: 'missing';
  stamp: Stamp;
  title: string;
  reason: string | undefined;
  /** Ways on. */
  ways: Link[];
}

export function noticeView(article: Article, archive: Archive): NoticeView {
  const { withdrawn, expires } = article;
  const number = shownNumber(article, archive.site);
  const { routes, sections } = archive;
  const { t } = voiceOf(archive.site);
  const state = visibility(article, archive.now) === 'withdrawn' ? 'withdrawn' : 'expired';
  const { date, reason } =
    state === 'withdrawn' && withdrawn ? withdrawn : { date: expires, reason: undefined };
  const { title } = t[state];
  return {
    ...pageView(
      {
        kind: 'missing',
        path: routes.article(article),
        headline: title,
        description: state === 'withdrawn' ? t.descriptions.withdrawn : title,
        listed: false,
      },
      archive,
    ),
    kind: 'missing',
    stamp: stampOf(t.stamps[state], date?.day, number, archive),
    title,
    reason,
    ways: [
      ...(sections.has('corrections')
        ? [{ name: t.places.corrections, href: routes.corrections() }]
        : []),
      { name: t.lists.archiveTitle, href: routes.archive() },
      { name: t.places.search, href: routes.search() },
    ],
  };
}
