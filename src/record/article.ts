import type { Moment } from '../lib/dates.ts';
import { parseMoment, settledAt } from '../lib/dates.ts';
import { type ArticleFile, articleLinked, type Whole } from './article-file.ts';
import type { InstanceProps } from './components.ts';
import type { Source } from './frontmatter.ts';
import { newFeedId } from './ledger.ts';
import type { Moments } from './moments.ts';
import type { Picture } from './picture.ts';
import type { Site } from './site.ts';

/** A correction of an article. */
export interface Correction {
  date: Moment;
  text: string;
  was?: string;
  now?: string;
  /** Paragraph where the corrected words now stand, if they are found in one. */
  paragraph?: number;
}

/** An entry of the record: frontmatter with real dates, and what the compiler found in its text. */
export interface Article {
  /** Path below `content/articles/` without extension: `2018/china-walls-off-124-exchanges`. */
  id: string;
  /** Path from the project's root, for problems and the manifest. */
  file: string;
  /** Docket number, if it has one. */
  number?: string;
  /** Permanent id: the docket number, or the path while there is none. */
  key: string;
  /** Id in feeds, without the publication's part: that of its first publication. */
  feedId: string;
  /** When the ledger had it first, in milliseconds since 1970 UTC. */
  first?: number;
  year: string;
  slug: string;
  title: string;
  description: string;
  kind: string;
  /** Its language (BCP 47), when another than that of the publication. */
  lang?: string;
  pubDate: Moment;
  compiled?: Moment;
  /** Its last update: corrections are apart. */
  updated?: Moment;
  authors: string[];
  tags: string[];
  storyline?: string;
  /** The cover. A file beside the article has a picture; a web address has none and is only linked. */
  image?: {
    src: string;
    dark?: string;
    alt: string;
    caption?: string;
    credit?: string;
    picture?: Picture;
  };
  figure?: { value: string; label: string };
  keyFacts: { label: string; text: string }[];
  sources: Source[];
  /** Newest first. */
  corrections: Correction[];
  aliases: string[];
  draft: boolean;
  expires?: Moment;
  withdrawn?: { date: Moment; reason: string };
  /** Digest of everything the article's file says, and of the pipeline that read it. */
  digest: string;
  words: number;
  /** Image files of the text, by the address that the text gives. */
  pictures: Record<string, Picture>;
  /** Glossary terms that its text marks. */
  terms: string[];
  /** Paths of the site that its text links to, below the base path. */
  links: string[];
  /** The first chart of its text. */
  chart?: InstanceProps['Chart'];
  /** Until when it stays on top of the front page. */
  pinned?: Moment;
}

/** Reading speed for the length of an article, words a minute. */
const WORDS_PER_MINUTE = 230;

/** Minutes to read an article, at least 1. */
export function minutesToRead(article: Pick<Article, 'words'>): number {
  return Math.max(1, Math.round(article.words / WORDS_PER_MINUTE));
}

/** The number that readers see: in the plain voice, none. */
export function shownNumber(
  { number }: Pick<Article, 'number'>,
  { voice }: Pick<Site, 'voice'>,
): string | undefined {
  return voice === 'plain' ? undefined : number;
}

/** What the day of an article is: that of the event, if it was written later, or its own. */
export function dayWord({ compiled }: Pick<Article, 'compiled'>): 'event' | 'published' {
  return compiled ? 'event' : 'published';
}

/** The date that says when an article came out: one that is filed under an earlier day did when it was compiled. */
export function outDate({ pubDate, compiled }: Pick<Article, 'pubDate' | 'compiled'>): Moment {
  return compiled && compiled.ms > pubDate.ms ? compiled : pubDate;
}

/** A line of an entry's record. */
export type RecordLine =
  | { what: 'event' | 'published' | 'compiled' | 'updated'; date: Moment }
  /** Numbers of the corrections of one moment, newest first; 1 is the oldest. */
  | { what: 'corrected'; date: Moment; corrections: number[] };

/**
 * What happened to an article, newest first. One that was compiled later has the day of the event
 * that it reports; any other came out on its day.
 */
export function recordOf(article: Article, moments: Moments, zone: string): RecordLine[] {
  const { pubDate, compiled, updated, corrections } = article;
  const published = settledAt(moments.published, outDate(article), zone);
  const lines: RecordLine[] = compiled
    ? [
        { date: pubDate, what: 'event' },
        { date: published, what: 'compiled' },
      ]
    : [{ date: published, what: 'published' }];
  if (updated && corrections.every(({ date }) => date.ms !== updated.ms)) {
    lines.push({ date: settledAt(moments.update ?? 0, updated, zone), what: 'updated' });
  }
  for (const [i, { date }] of corrections.entries()) {
    const number = corrections.length - i;
    const last = lines.at(-1);
    if (last?.what === 'corrected' && corrections[i - 1]?.date.ms === date.ms) {
      last.corrections.push(number);
    } else {
      const settled = settledAt(moments.corrections[i] ?? 0, date, zone);
      lines.push({ date: settled, what: 'corrected', corrections: [number] });
    }
  }
  return lines.toReversed().sort((a, b) => b.date.ms - a.date.ms);
}

/**
 * The article of a file.
 * @param pictures the images that the text and the cover name, measured
 * @param old addresses that it had before: it is found under them too
 * @param feedId as the ledger has it; that of an article which is published now when left out
 * @throws Error when a date is not one: the schema has let something through
 */
export function toArticle(
  { data, ...file }: ArticleFile & Whole,
  site: Pick<Site, 'zone' | 'desk' | 'identity'> & Partial<Pick<Site, 'pictures'>>,
  {
    pictures,
    old,
    feedId,
    first,
  }: {
    pictures: Record<string, Picture>;
    old: readonly string[];
    feedId?: string | undefined;
    first?: number | undefined;
  },
): Article {
  const moment = (text: string): Moment => {
    const parsed = parseMoment(text, site.zone);
    if (!parsed) throw new Error(`${file.file}: "${text}" is not a date`);
    return parsed;
  };
  const [year = '', slug = ''] = file.id.split('/');
  const corrections = data.corrections
    .map((correction, i) => {
      const paragraph = file.corrected[i] ?? 0;
      return {
        ...correction,
        date: moment(correction.date),
        ...(paragraph > 0 && { paragraph }),
      };
    })
    // of one moment, the later in the file is the newer: what is added below takes no number
    .reverse()
    .sort((a, b) => b.date.ms - a.date.ms);
  const shown = site.pictures === 'as they are' ? asTheyAre(pictures) : pictures;
  const picture = shown[data.image?.src ?? ''];
  return {
    id: file.id,
    file: file.file,
    ...(data.number !== undefined && { number: data.number }),
    key: data.number ?? file.id,
    feedId: feedId ?? newFeedId(site.identity, data.number ?? file.id),
    ...(first !== undefined && { first }),
    year,
    slug,
    title: data.title,
    description: data.description,
    kind: data.kind,
    ...(data.lang !== undefined && { lang: data.lang }),
    pubDate: moment(data.pubDate),
    ...(data.compiled !== undefined && { compiled: moment(data.compiled) }),
    ...(data.updatedDate !== undefined && { updated: moment(data.updatedDate) }),
    authors: data.authors ?? [site.desk],
    tags: data.tags,
    ...(data.storyline !== undefined && { storyline: data.storyline }),
    ...(data.image && { image: { ...data.image, ...(picture && { picture }) } }),
    ...(data.figure && { figure: data.figure }),
    keyFacts: data.keyFacts,
    sources: data.sources,
    corrections,
    aliases: [...new Set([...data.aliases, ...old])],
    draft: data.draft,
    ...(data.expires !== undefined && { expires: moment(data.expires) }),
    ...(data.withdrawn && {
      withdrawn: { ...data.withdrawn, date: moment(data.withdrawn.date) },
    }),
    digest: file.digest,
    words: file.words,
    pictures: shown,
    terms: file.terms.map(({ target }) => target),
    links: linksOf(file),
    ...(file.chart && { chart: file.chart }),
    ...(data.pinned !== undefined && { pinned: moment(data.pinned) }),
  };
}

function linksOf({ file, links }: Pick<ArticleFile, 'file' | 'links'>): string[] {
  const paths = links.map(({ target }) =>
    target.startsWith('/') ? target : `/${articleLinked(target, file) ?? ''}`,
  );
  return [...new Set(paths.map((path) => path.replace(/[?#].*$/s, '')))].filter(
    (path) => path !== '/',
  );
}

function asTheyAre(pictures: Record<string, Picture>): Record<string, Picture> {
  return Object.fromEntries(
    Object.entries(pictures).map(([src, picture]) => [
      src,
      { ...picture, asItIs: picture.file.replace(/^.*\./, '').toLowerCase() },
    ]),
  );
}
