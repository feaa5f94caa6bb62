import { createHash } from 'node:crypto';
import { groupBy } from '../../lib/group.ts';
import type { Archive } from '../../record/archive.ts';
import type { Article } from '../../record/article.ts';
import { FOLDER, VERSION } from './names.ts';
import { localesOf } from './terms.ts';

/*
 * The search index is made of parts, and each of months: an entry that is changed or added lets its
 * month be read again and its part be put together again, and leaves the others as they are.
 */

/** From this many entries before the newest month on, past months have parts of their own. */
const SPLIT_FROM = 500;
/** Entries in a part of past months: every query asks all parts. */
const PART = 2000;
/** Parts of a larger record: its parts are larger, twice as large each time. */
const PARTS = 20;

/** Entries of one month, the oldest first. */
export interface IndexMonth {
  /** `2018-08` */
  month: string;
  entries: readonly Article[];
  /** Digest of all that its index follows from. */
  key: string;
}

/** An index that is made by itself. */
export interface IndexPart {
  /** Name of the part, by its first month; empty for the newest. */
  name: string;
  months: readonly IndexMonth[];
  /** Digest of all that it follows from. */
  key: string;
}

/** The parts that browsers read: of the newest years alone where a server has the others, too. */
export function indexParts(archive: Archive, openFrom = openMonth(archive)): IndexPart[] {
  const { articles, site } = archive;
  const newest = Number(articles[0]?.pubDate.day.slice(0, 4));
  const first = String(newest - (site.search?.years ?? Number.POSITIVE_INFINITY) + 1);
  const isRead = ({ pubDate }: Article) => site.search?.years === undefined || pubDate.day >= first;
  return partsOfAll(archive, articles.filter(isRead), openFrom);
}

/** The parts of a whole archive. */
export function allParts(archive: Archive): IndexPart[] {
  return partsOfAll(archive, archive.articles, openMonth(archive));
}

/**
 * The parts of entries: those of past months, the oldest first, then that of the newest entries.
 * @param openFrom a year, month or day: what is older is past
 */
function partsOfAll(
  archive: Archive,
  articles: readonly Article[],
  openFrom: string | undefined,
): IndexPart[] {
  const names = namesKey(archive);
  const oldest = [...articles].reverse();
  const months = [...groupBy(oldest, ({ pubDate }) => pubDate.day.slice(0, 7))].map(
    ([month, entries]): IndexMonth => ({ month, entries, key: keyOf(entries, archive, names) }),
  );
  const isPast = ({ month }: IndexMonth) => openFrom !== undefined && month < openFrom.slice(0, 7);
  const past = months.filter(isPast);
  const parts = partsOfPast(past, PART);
  return [
    ...parts.map((of) => ({ name: of[0]?.month ?? '', months: of, key: keyOfAll(of) })),
    // beside it are the manifest and what is of all entries
    { name: '', months: months.filter((month) => !isPast(month)), key: keyOfAll(months) },
  ];
}

/**
 * Puts months together to parts.
 * @param least entries in a part; a larger record has larger parts, twice as large each time
 */
export function partsOfPast(past: readonly IndexMonth[], least: number): IndexMonth[][] {
  const total = sizeOf(past);
  const size = least * 2 ** Math.max(0, Math.ceil(Math.log2(total / (least * PARTS))));
  const parts: IndexMonth[][] = [];
  for (const month of past) {
    const last = parts.at(-1);
    if (last && sizeOf(last) < size) last.push(month);
    else parts.push([month]);
  }
  return parts;
}

/** The name of a part as a step of a build. */
export function stepOf({ name }: IndexPart): string {
  return `${FOLDER}${name}`.replace(/\/$/, '');
}

/** The name of the texts of a month as a step of a build. */
export function textStepOf({ month }: IndexMonth): string {
  return `${FOLDER}texts/${month}`;
}

function sizeOf(months: readonly IndexMonth[]): number {
  return months.reduce((sum, { entries }) => sum + entries.length, 0);
}

/** The newest month, when what is older has enough entries for parts of its own. */
function openMonth({ articles }: Archive): string | undefined {
  const newest = articles[0]?.pubDate.day.slice(0, 7) ?? '';
  const past = articles.filter(({ pubDate }) => pubDate.day < newest);
  return past.length >= SPLIT_FROM ? newest : undefined;
}

/** Digest of the names of things, under any of which an entry is found. */
function namesKey(archive: Archive): string {
  const { tags, authors, storylines, glossary, site } = archive;
  const names = [tags, authors, storylines, glossary].map((map) => [...map]);
  return digestOf(
    [names, localesOf(archive), site.voice, site.kinds, site.groups],
    (key, value: unknown) =>
      // the lists of a tag, an author, a storyline follow from the articles
      key === 'articles' || key === 'parts' ? undefined : value,
  );
}

function keyOf(entries: readonly Article[], archive: Archive, names: string): string {
  const facts = entries.map((article) => [
    article.digest,
    archive.position(article)?.part,
    archive.routes.article(article),
  ]);
  return digestOf([VERSION, names, facts]);
}

function keyOfAll(months: readonly IndexMonth[]): string {
  return digestOf(months.map(({ month, key }) => [month, key]));
}

function digestOf(data: unknown, replacer?: (key: string, value: unknown) => unknown): string {
  return createHash('sha256').update(JSON.stringify(data, replacer)).digest('hex').slice(0, 32);
}
