import { voiceOf } from '../i18n/index.ts';
import type { Moment } from '../lib/dates.ts';
import type { Archive } from '../record/archive.ts';
import { type Article, dayWord, shownNumber } from '../record/article.ts';
import type { Position } from '../record/storylines.ts';
import { visibility } from '../record/visibility.ts';
import { perArticle } from './memo.ts';
import { type Link, tongueOf } from './page.ts';
import { type CoverView, coverIn } from './picture.ts';

/*
 * What several pages show of an entry: its row, its stamp, links to it and to what it belongs to.
 */

/** A date as it is written, and for machines. */
export interface Time {
  text: string;
  datetime: string;
}

/** A stamp: a word, a day, a docket number. */
export interface Stamp {
  word: string;
  day?: Time | undefined;
  number?: string | undefined;
}

/** A row of a list: number and date; headline, line, tags; figure. */
export interface Row extends Link {
  number?: string | undefined;
  /** Its day, with a link to the year unless that stands above. */
  time?: (Time & { href?: string }) | undefined;
  /** In the place of a date: the years of a storyline. */
  span?: string;
  text?: string;
  tags?: Link[];
  cover?: CoverView | undefined;
  /** Storyline, and the newest correction. */
  line?: Link | undefined;
  corrected?: string | undefined;
  amount?: { value: string; label: string } | undefined;
  /** The amount in marks. */
  tally?: number | undefined;
}

/** Stamp of something that happened on a day. */
export function stampOf(
  word: string,
  day: string | undefined,
  number: string | undefined,
  { site }: Archive,
): Stamp {
  const { t, f } = voiceOf(site);
  return {
    word,
    day: day === undefined ? undefined : { text: f.shortDay(day), datetime: day },
    number: number === undefined ? undefined : t.no({ number }),
  };
}

/**
 * An entry's stamp: its day and number; in a preview, that it is not out yet, which is all that is
 * stamped in the plain voice.
 */
export function entryStamp(article: Article, archive: Archive): Stamp | undefined {
  const { stamps } = voiceOf(archive.site).t;
  const state = visibility(article, archive.now);
  if (archive.site.voice === 'plain' && state === 'published') return undefined;
  const word = state === 'draft' || state === 'future' ? stamps[state] : stamps[dayWord(article)];
  return stampOf(word, article.pubDate.day, shownNumber(article, archive.site), archive);
}

/** Most topics that a row names. */
const TAGS = 2;

/** A row of the docket, with date and tags. */
export const docketRow = perArticle(
  (article, archive): Row => ({
    ...relatedRow(article, archive),
    tags: tagLinks(article, archive).slice(0, TAGS),
    cover: coverIn('home', article, archive),
  }),
);

/** A row of a year's list: under a heading that names the year. */
export const yearRow = perArticle(
  (article, archive): Row => ({
    ...yearless(article, archive),
    tags: tagLinks(article, archive).slice(0, TAGS),
  }),
);

/** A row in the list of a topic or an author: its storyline in the place of tags. */
export const sectionRow = perArticle((article, archive): Row => {
  const position = archive.position(article);
  const line = position && partLink(position, archive);
  return { ...yearless(article, archive), line, corrected: correctedPath(article, archive) };
});

/** The same on a page of past years: the number of a part changes when an earlier one goes. */
export const seriesRow = perArticle((article, archive): Row => {
  const storyline = archive.position(article)?.storyline;
  const line = storyline && {
    name: storyline.name,
    href: archive.routes.storyline(storyline.id),
  };
  return { ...yearless(article, archive), line, corrected: correctedPath(article, archive) };
});

/** A row with date and figure alone. */
export const relatedRow = perArticle((article, archive): Row => {
  const { text: datetime, day } = article.pubDate;
  const text = voiceOf(archive.site).f.shortDay(day);
  return {
    ...bare(article, archive),
    time: { text, datetime, href: archive.routes.year(article.year) },
  };
});

function yearless(article: Article, archive: Archive): Row {
  const { text: datetime, day } = article.pubDate;
  const text = voiceOf(archive.site).f.shortDayMonth(day);
  const cover = coverIn('lists', article, archive);
  return { ...bare(article, archive), time: { text, datetime }, cover };
}

function bare(article: Article, archive: Archive): Row {
  const { description, figure } = article;
  return {
    number: shownNumber(article, archive.site),
    ...entryLink(article, archive),
    text: description,
    amount: figure,
  };
}

/** A link to an entry, by its headline. */
export function entryLink(article: Article, { routes, site }: Archive): Link {
  return { name: article.title, href: routes.article(article), ...tongueOf(article, site) };
}

/** Topics of an entry. */
export const tagLinks = perArticle((article, { routes, tags }): Link[] =>
  article.tags.flatMap((id) => {
    const name = tags.get(id)?.name;
    return name === undefined ? [] : [{ name, href: routes.topic(id) }];
  }),
);

/** Authors of an entry. */
export function authorLinks(article: Article, { routes, authors }: Archive): Link[] {
  return article.authors.map((id) => ({
    name: authors.get(id)?.name ?? id,
    href: routes.author(id),
  }));
}

/** The part of a storyline that an entry is: a link to its place there. */
export function partLink({ storyline, part }: Position, { routes, site }: Archive): Link {
  return {
    name: voiceOf(site).t.entry.storylinePart({ storyline: storyline.name, part }),
    href: routes.storylinePart(storyline.id, part),
  };
}

/** Path of an entry's newest correction, if it has one. */
export function correctedPath(article: Article, { routes }: Archive): string | undefined {
  const { length } = article.corrections;
  return length > 0 ? routes.correction(article, length) : undefined;
}

/** Kind of an entry in a word; none for the first of the kinds, which is what most are. */
export function kindWord({ kind }: Article, { site }: Archive): string | undefined {
  return kind === site.kinds[0]?.id ? undefined : voiceOf(site).named.kind(kind);
}

/** A moment as it is written. */
export function timeOf(moment: Moment, { site }: Archive): Time {
  return { text: voiceOf(site).f.moment(moment), datetime: moment.text };
}
