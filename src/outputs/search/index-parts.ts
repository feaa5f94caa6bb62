import { createHash } from 'node:crypto';
import { groupBy } from '../../lib/group.ts';
import type { Archive } from '../../record/archive.ts';
import type { Article } from '../../record/article.ts';
import { FOLDER, PAST, VERSION } from './names.ts';

/*
 * The search index is made of several: months that are past have indexes of their own, so that an
 * entry that is changed or added lets one of them be made again and leaves the others as they are.
 */

/** From this many entries before the newest month on, past months have indexes of their own. */
const SPLIT_FROM = 500;
/** Entries in an index of past months; what one edit indexes again is about half a megabyte. */
const PART = 300;
/** A larger record has larger indexes, twice as large each time, since every query asks all of them. */
const PARTS = 20;

/** An index that is made by itself. */
export interface IndexPart {
  /** Where it is, within the folder of the index: empty for the one of the newest month. */
  folder: string;
  entries: readonly Article[];
  /** What share of a chunk its chunks are: a query fetches a chunk of every index. */
  share: number;
  /** Digest of all that it follows from. */
  key: string;
}

/**
 * The indexes of an archive: that of the newest entries, then those of past months, oldest first.
 * @param openFrom a year, month or day: what is older is past
 */
export function indexParts(archive: Archive, openFrom = openMonth(archive)): IndexPart[] {
  const isPast = ({ pubDate }: Article) => openFrom !== undefined && pubDate.day < openFrom;
  const open = archive.articles.filter((article) => !isPast(article));
  const past = archive.articles.filter(isPast).reverse();
  const size = PART * 2 ** Math.max(0, Math.ceil(Math.log2(past.length / (PART * PARTS))));
  const parts: Article[][] = [];
  for (const month of groupBy(past, ({ pubDate }) => pubDate.day.slice(0, 7)).values()) {
    const last = parts.at(-1);
    if (last && last.length < size) last.push(...month);
    else parts.push([...month]);
  }
  const names = namesKey(archive);
  // a power of two: it stays the same while the record grows by half
  const share = 1 / 2 ** Math.ceil(Math.log2(Math.max(1, parts.length)));
  return [
    // its list of words is that of all entries
    { folder: '', entries: open, share: 1, key: keyOf(archive.articles, archive, names) },
    ...parts.map((entries): IndexPart => {
      const from = entries[0]?.pubDate.day.slice(0, 7) ?? '';
      const key = keyOf(entries, archive, names + share);
      return { folder: `${PAST}${from}/`, entries: entries.reverse(), share, key };
    }),
  ];
}

/** The name of a part as a step of a build. */
export function stepOf({ folder }: IndexPart): string {
  return (FOLDER + folder).slice(0, -1);
}

/** The newest month, when what is older has enough entries for indexes of its own. */
function openMonth({ articles }: Archive): string | undefined {
  const newest = articles[0]?.pubDate.day.slice(0, 7) ?? '';
  const past = articles.filter(({ pubDate }) => pubDate.day < newest);
  return past.length >= SPLIT_FROM ? newest : undefined;
}

/** Digest of the names of things, under any of which an entry is found. */
function namesKey({ tags, authors, storylines, glossary, site }: Archive): string {
  const names = [tags, authors, storylines, glossary].map((map) => [...map]);
  return digestOf([names, site.locale, site.kinds, site.groups], (key, value: unknown) =>
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

function digestOf(data: unknown, replacer?: (key: string, value: unknown) => unknown): string {
  return createHash('sha256').update(JSON.stringify(data, replacer)).digest('hex').slice(0, 32);
}
