import { createHash } from 'node:crypto';
import { z } from 'astro/zod';
import { plainWords, safeDecode, wordsPattern } from '../lib/text.ts';
import type { FolderName } from './address-names.ts';
import type { Frontmatter } from './frontmatter.ts';
import type { Site } from './site.ts';
import type { Text } from './text.ts';
import { allWords } from './words.ts';

/*
 * The ledger: what was ever published, so that no address is lost and no text changes in silence.
 * `npm run register` writes it, `npm run check` compares. Addresses are paths from the site's root
 * without the base path: a site may move. How it lies on disk: `ledger-files.ts`.
 */

const hash = z.string().regex(/^[0-9a-f]{16}$/);
const path = z.string().startsWith('/');
const moment = z
  .string()
  .refine((text) => !Number.isNaN(Date.parse(text)), { error: 'is no moment' });

/** What is kept of an article, as of version 1.0 of the engine. */
export const entrySchema = z.strictObject({
  /** Path of the article's file below `content/articles/` when it was last filed. */
  id: z.string().min(1),
  /** Of its words, as last filed. */
  text: hash,
  /** How often which words stood in it after its last announced change: small edits add up. */
  sketch: z.string().length(64),
  /** Of its date and sources, as last filed; ledgers from before there was such a thing have none. */
  record: hash.optional(),
  /** Of each of its corrections, as last filed; the same. */
  corrected: z.array(hash).optional(),
  /** Of what is written in its file, as last filed; the same. While that is so, nothing has changed. */
  source: hash.optional(),
  /** Its `updatedDate` when last filed. */
  updated: z.string().optional(),
  /** How many corrections it had when last filed. */
  corrections: z.number().int().min(1).optional(),
  /** Every address at which it was served, oldest first. */
  urls: z.array(path).min(1),
  /** When it was first published, RFC 3339. */
  first: moment,
  /** When it was registered as withdrawn, RFC 3339. */
  withdrawn: moment.optional(),
  /** Small edits that were not announced. */
  minor: z.array(z.strictObject({ date: z.string(), text: hash })).optional(),
});

/** An article in the ledger. */
export interface LedgerEntry extends z.output<typeof entrySchema> {
  /** Its id in feeds, without the publication's part: fixed when it was first published. */
  feed: string;
}

export interface Ledger {
  /** Articles by docket number, or by the path of one that has none. */
  articles: Record<string, LedgerEntry>;
  /** Every other address ever served (topics, storylines, authors, pages), and since which day. */
  pages: Record<string, string>;
  /** Those of them that were folders by another name than the usual one: `/themen/` was that of topics. */
  folders?: Readonly<Record<string, FolderName>>;
}

/**
 * The id in feeds of an article that is published now, without the publication's part.
 * @param taken ids that there are: of two articles that had one path, one after the other, the second has
 *   a number behind it
 */
export function newFeedId(
  { word }: Site['identity'],
  key: string,
  taken: ReadonlySet<string> = new Set(),
): string {
  const id = word === undefined ? key : `${word}/${key}`;
  let free = id;
  for (let n = 2; taken.has(free); n += 1) free = `${id}/${n}`;
  return free;
}

/** Every id in feeds that a ledger has given. */
export function feedIds({ articles }: Ledger): Set<string> {
  return new Set(Object.values(articles).map(({ feed }) => feed));
}

/**
 * The key under which the ledger has an article: its number; its path, if its number was given since;
 * or the path of a file that is gone and whose address it names among its old ones.
 * @param isThere whether there is an article at a path
 */
export function ledgerKey(
  { articles }: Ledger,
  { id, data: { number, aliases = [] } }: { id: string; data: Partial<Frontmatter> },
  isThere: (id: string) => boolean,
): string | undefined {
  const known = [number ?? id, id].find((key) => Object.hasOwn(articles, key));
  if (known !== undefined) return known;
  return aliases
    .map((alias) => safeDecode(alias).replace(/^\/|\/$/g, ''))
    .find((old) => Object.hasOwn(articles, old) && !isThere(old));
}

/** What the ledger keeps of an article. */
export interface Fingerprint {
  /** Changes with every word. */
  text: string;
  /** Counts of words, which tell about how many changed: see {@link wordsChanged}. */
  sketch: string;
  /** Changes with its date and its sources. */
  record: string;
  /** One for each correction, in the order of the file; undefined when there are none. */
  corrected?: string[];
  /**
   * Changes with what is written in the file. The words are taken from the compiled text, which
   * another compiler may make otherwise; where this one is as it was, nothing was changed.
   */
  source: string;
  /** For its last correction, last two…: the text with them taken back, where they quote what was and is. */
  restored?: string[];
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * The fingerprint of an article.
 * @param body its text as written
 */
export function fingerprintOf(
  data: Frontmatter,
  text: Pick<Text, 'text' | 'tree' | 'notes'>,
  body: string,
): Fingerprint {
  const words = allWords(data, text);
  return {
    ...ofWords(words),
    ...ofRecord(data),
    source: ofSource(data, body),
    ...restored(words, data),
  };
}

/** Digests of the text as it was before its last correction, the last two, and so on. */
function restored(words: string, { corrections }: Frontmatter): Pick<Fingerprint, 'restored'> {
  const digests: string[] = [];
  let before = plainWords(words);
  for (const { was, now } of corrections.toReversed()) {
    if (was === undefined || now === undefined) break;
    before = before.replace(wordsPattern(now), () => plainWords(was));
    digests.push(digest(before));
  }
  return digests.length > 0 ? { restored: digests } : {};
}

/** Of its words; what typography does to quotes, dashes and spaces leaves it as it is. */
function ofWords(words: string): Pick<Fingerprint, 'text' | 'sketch'> {
  const plain = plainWords(words);
  const counts = new Array<number>(DIGITS.length).fill(0);
  for (const hash of wordHashes(plain)) {
    const bucket = hash % counts.length;
    counts[bucket] = Math.min(DIGITS.length - 1, (counts[bucket] ?? 0) + 1);
  }
  return {
    text: digest(plain),
    sketch: counts.map((count) => DIGITS.charAt(count)).join(''),
  };
}

/**
 * Of what it says beside its words. A copy in an archive is left out, so that it can be added to a
 * source whose address died; authors are, since their ids may be renamed.
 */
function ofRecord({
  pubDate,
  sources,
  corrections,
}: Frontmatter): Pick<Fingerprint, 'record' | 'corrected'> {
  const cited = sources.map(({ id, type, title, publisher, date, lang, url }) => [
    ...[id, type, date, lang, url],
    ...[title, publisher].map(plainWords),
  ]);
  const corrected = corrections.map(({ date, text, was = '', now = '' }) =>
    digest(JSON.stringify([date, ...[text, was, now].map(plainWords)])),
  );
  return {
    record: digest(JSON.stringify([pubDate, cited])),
    ...(corrected.length > 0 && { corrected }),
  };
}

/**
 * Of what its words, date and sources are made from; the form of line ends and blank lines around
 * the text do not count.
 */
function ofSource(
  { title, description, figure, keyFacts, pubDate, sources }: Frontmatter,
  body: string,
): string {
  const text = body.replaceAll('\r\n', '\n').replace(/^\n+|\s+$/g, '');
  return digest(JSON.stringify([title, description, figure, keyFacts, pubDate, sources, text]));
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/**
 * About how many words were added, removed or replaced between two sketches. Exact for a few (two
 * words of one bucket hide each other, 1 in 64); for a rewriting it is only surely large.
 */
export function wordsChanged(before: string, after: string): number {
  let added = 0;
  let removed = 0;
  for (let i = 0; i < DIGITS.length; i += 1) {
    const change = DIGITS.indexOf(after.charAt(i)) - DIGITS.indexOf(before.charAt(i));
    if (change > 0) added += change;
    else removed -= change;
  }
  return Math.max(added, removed);
}

/** A hash of every word (Fowler–Noll–Vo, 32 bits: the same everywhere, fast enough for all). */
function wordHashes(plain: string): number[] {
  const hashes: number[] = [];
  if (plain === '') return hashes;
  const OFFSET = 0x811c9dc5;
  let hash = OFFSET;
  for (let i = 0; i < plain.length; i += 1) {
    const code = plain.charCodeAt(i);
    if (code === 32) {
      hashes.push(hash >>> 0);
      hash = OFFSET;
    } else {
      hash = Math.imul(hash ^ code, 0x01000193);
    }
  }
  hashes.push(hash >>> 0);
  return hashes;
}

/**
 * Addresses that an article had before.
 * @param url that of today, without the base path
 */
export function oldAddresses(entry: LedgerEntry | undefined, url: string): string[] {
  return (entry?.urls ?? []).filter((old) => old !== url);
}
