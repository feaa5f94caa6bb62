import { parseMoment } from '../lib/dates.ts';
import { safeDecode } from '../lib/text.ts';
import type { Addressed } from './address-names.ts';
import type { InstanceProps } from './components.ts';
import type { Frontmatter } from './frontmatter.ts';
import type { Fingerprint } from './ledger.ts';
import { KINDS } from './lists.ts';
import type { Problem } from './problem.ts';
import type { Reference } from './text.ts';
import { type Visibility, visibility } from './visibility.ts';

/** Where each value of a YAML file stands: field name (`sources[2].url`) to line and column. */
export type Places = Record<string, readonly [line: number, column: number]>;

/**
 * What follows from the bytes of an article's file, whatever is wrong with it: what the cache keeps
 * beside the text, and what the checks see.
 */
export interface ArticleFile {
  /** Path from the project's root. */
  file: string;
  /** Path below `content/articles/` without extension. */
  id: string;
  /** Digest of the bytes, and of everything that decides what is made of them. */
  digest: string;
  /** The fields that keep the contract: all of them, or some. */
  data: Partial<Frontmatter>;
  /** Of the values that checks point to. */
  places: Places;
  /** Whether the text could be read at all. */
  readable: boolean;
  /** Ids of the text that a link may point to. */
  anchors: string[];
  words: number;
  /** The first chart of the text. */
  chart?: InstanceProps['Chart'];
  /** What its wikilinks name; left out where it has none. */
  wikilinks?: string[];
  /** For each correction: the paragraph with the corrected words, or 0. */
  corrected: number[];
  /** Images of the text, as given. */
  images: Reference[];
  /** Links within the site. */
  links: Reference[];
  /** Glossary terms used. */
  terms: Reference[];
  /** Of what it says; undefined while its frontmatter or text cannot be read. */
  fingerprint?: Fingerprint;
  /** Of frontmatter and text. */
  problems: Problem[];
}

/** What a file has when all of it could be read and its frontmatter keeps the contract. */
export interface Whole {
  data: Frontmatter;
  fingerprint: Fingerprint;
}

/** Where articles lie. */
export const ARTICLES = 'content/articles';

/** Whether a file's name is that of an article: MDX, or plain Markdown. */
export function isArticleName(name: string): boolean {
  return /\.mdx?$/.test(name) && !/(?:^|\/)README\.md$/i.test(name);
}

/** Whether a path from the project's root is that of an article. */
export function isArticlePath(path: string): boolean {
  return path.startsWith(`${ARTICLES}/`) && isArticleName(path);
}

/** `content/articles/2018/slug.mdx`, or `.md`, is `2018/slug`; accents are letters' own, however a disk has them. */
export function articleId(file: string): string {
  return file
    .slice(ARTICLES.length + 1)
    .replace(/\.mdx?$/, '')
    .normalize('NFC');
}

/** What a file's address is made of; what cannot be read of it is as if it were left out. */
export function addressed({ id, data }: Pick<ArticleFile, 'id' | 'data'>, zone: string): Addressed {
  const [year = '', ...slug] = id.split('/');
  const day = parseMoment(data.pubDate ?? '', zone)?.day ?? `${year}-01-01`;
  return { year, slug: slug.join('/'), kind: data.kind || KINDS[0], pubDate: { day } };
}

/**
 * What article a link names by its file: `../2018/slug.mdx#p3`, or `.md`, is `2018/slug/#p3`.
 * @returns undefined when it is not a file of `content/articles/`
 */
export function articleLinked(target: string, fromFile: string): string | undefined {
  const match = /^(?!\/\/)([^?#]+)\.mdx?(#.*)?$/.exec(target);
  const path = match && URL.parse(match[1] ?? '', `file:///${fromFile}`)?.pathname;
  if (!path) return undefined;
  const article = /^\/content\/articles\/(\d{4}\/[^/]+)$/.exec(safeDecode(path));
  return article ? `${article[1]}/${match[2] ?? ''}` : undefined;
}

/** Whether all of a file could be read: its frontmatter keeps the contract. */
export function isWhole(article: ArticleFile): article is ArticleFile & Whole {
  return article.fingerprint !== undefined;
}

/** The permanent id: the docket number, or the path while there is none. */
export function keyOf({ data, id }: Pick<ArticleFile, 'data' | 'id'>): string {
  return data.number ?? id;
}

/**
 * What an article is to readers; undefined while its date is not known.
 * @param now milliseconds since 1970 UTC
 */
export function visibilityOf(
  { data }: ArticleFile,
  zone: string,
  now: number,
): Visibility | undefined {
  const read = (text: string | undefined) =>
    text === undefined ? undefined : parseMoment(text, zone);
  const pubDate = read(data.pubDate);
  if (!pubDate) return undefined;
  const expires = read(data.expires);
  const withdrawn = read(data.withdrawn?.date);
  return visibility(
    {
      draft: data.draft ?? false,
      pubDate,
      ...(expires && { expires }),
      ...(withdrawn && data.withdrawn && { withdrawn: { ...data.withdrawn, date: withdrawn } }),
    },
    now,
  );
}

/** Place of a field, of its nearest parent that is there, or of the file's first line. */
export function placeOfField(places: Places, field: string): readonly [number, number] {
  for (let name = field; name !== ''; name = name.replace(/(?:^|\.)[^.[]*$|\[\d+\]$/, '')) {
    const place = places[name];
    if (place) return place;
  }
  return [1, 1];
}
