import type { Snapshot } from '../../content/snapshot.ts';
import { voiceOf } from '../../i18n/index.ts';
import { xmlSafe } from '../../lib/xml.ts';
import type { Archive } from '../../record/archive.ts';
import { type Article, shownNumber } from '../../record/article.ts';
import type { LedgerCorrection } from '../../record/corrections.ts';
import { knownCharts } from '../images/article-charts.ts';
import { articleHtml, correctionHtml, shortHtml, withdrawnHtml } from './feed-html.ts';
import { type FeedImage, imageOf } from './feed-image.ts';

export interface FeedPerson {
  name: string;
  url: string;
}

export interface FeedCategory {
  term: string;
  label: string;
  /** Address of the list of topics. */
  scheme: string;
}

export interface FeedItem {
  /** `tag:` URI made of the permanent id: the same in every feed, for ever (RFC 4151). */
  id: string;
  url: string;
  title: string;
  /** Plain text. */
  summary: string;
  /** HTML. */
  content: string;
  /** Milliseconds since 1970 UTC; never changed by an edit. */
  published: number;
  /** Last substantive change. */
  updated: number;
  authors: FeedPerson[];
  categories: FeedCategory[];
  image?: FeedImage;
  /** Its language, when another than that of the feed. */
  language?: string;
}

/** What feeds are made from: the record, and its articles as items. */
export interface ItemSource {
  archive: Archive;
  item(article: Article): FeedItem;
  /** The same with where it is in the place of its text. */
  short(article: Article): FeedItem;
  /** What an article adds to a feed, in bytes. */
  weight(article: Article): number;
}

/** Articles as items, each made and weighed once, as it stands in several feeds. */
class Items implements ItemSource {
  readonly archive: Archive;
  readonly #make: (article: Article) => FeedItem;
  readonly #items = new Map<Article, FeedItem>();
  readonly #weights = new Map<Article, number>();

  constructor(archive: Archive, make: (article: Article) => FeedItem) {
    this.archive = archive;
    this.#make = make;
  }

  item(article: Article): FeedItem {
    const { archive } = this;
    const make = () =>
      archive.withdrawn.includes(article) ? withdrawnItem(article, archive) : this.#make(article);
    const item = this.#items.get(article) ?? make();
    this.#items.set(article, item);
    return item;
  }

  short(article: Article): FeedItem {
    const { archive } = this;
    return archive.withdrawn.includes(article)
      ? this.item(article)
      : { ...this.item(article), content: shortHtml(article, archive) };
  }

  weight(article: Article): number {
    const weight = this.#weights.get(article) ?? weigh(this.item(article));
    this.#weights.set(article, weight);
    return weight;
  }
}

/** The articles as items with their texts. */
export class FeedSource extends Items {
  constructor(snapshot: Pick<Snapshot, 'archive' | 'text' | 'memo'>) {
    super(snapshot.archive, (article) => articleItem(article, snapshot));
  }
}

/**
 * The articles as items of no weight, each with what it is made from in the place of its text: a feed of these tells
 * whether the feed changed, where what things are called did not. Neither a text nor a card is looked at for it.
 */
export class FeedFacts extends Items {
  constructor(archive: Archive) {
    super(archive, (article) => {
      const { id, digest, feedId, pictures } = article;
      const part = archive.position(article)?.part;
      const content = JSON.stringify([digest, feedId, pictures, part, archive.linked(article)]);
      const nothing = { url: '', title: '', summary: '', authors: [], categories: [] };
      return { id, ...nothing, ...outAndUpdated(article, archive), content };
    });
  }

  override weight(): number {
    return 0;
  }
}

/** An article heavier than this is announced, not sent; in bytes, as a feed carries it. */
const ITEM_BUDGET = 150_000;
/** About what an item weighs besides its content. */
const ITEM_FRAME = 2_000;

/** What an item adds to a feed, in bytes. */
function weigh(item: Pick<FeedItem, 'content'>): number {
  return Buffer.byteLength(item.content) + ITEM_FRAME;
}

/** The permanent id of an article in feeds. */
export function articleId(article: Pick<Article, 'feedId'>, archive: Archive): string {
  return tagUri(archive, article.feedId);
}

/** A `tag:` URI of the publication; its domain and year are those of its launch, whatever its address is now. */
export function tagUri({ site: { identity } }: Archive, specific: string): string {
  return `tag:${identity.domain},${identity.year}:${encodeURI(specific)}`;
}

/** An article as an item; one that is too heavy for a feed is announced there, not sent. */
function articleItem(
  article: Article,
  snapshot: Pick<Snapshot, 'archive' | 'text' | 'memo'>,
): FeedItem {
  const { archive, text } = snapshot;
  const whole = articleHtml(article, text(article), archive, knownCharts(article, snapshot));
  const tooHeavy = Buffer.byteLength(whole) > ITEM_BUDGET;
  return {
    ...itemFrame(article, archive),
    content: tooHeavy ? shortHtml(article, archive) : whole,
  };
}

/** An article as an item, but for its text. */
function itemFrame(article: Article, archive: Archive): Omit<FeedItem, 'content'> {
  const { routes, site } = archive;
  const { t } = voiceOf(site);
  return {
    id: articleId(article, archive),
    url: routes.absolute(routes.article(article)),
    title: xmlSafe(
      article.corrections.length > 0
        ? t.inFeeds.corrected({ title: article.title })
        : article.title,
    ),
    summary: xmlSafe(article.description),
    ...outAndUpdated(article, archive),
    authors: authorsOf(article, archive),
    categories: categoriesOf(article, archive),
    image: imageOf(article, archive),
    ...(article.lang !== undefined && { language: article.lang }),
  };
}

/** The notice in the place of an article that was withdrawn: readers' programs put it over the article. */
function withdrawnItem(article: Article, archive: Archive): FeedItem {
  const { routes, site } = archive;
  const { t } = voiceOf(site);
  const { reason = '' } = article.withdrawn ?? {};
  return {
    id: articleId(article, archive),
    url: routes.absolute(routes.article(article)),
    title: xmlSafe(t.inFeeds.withdrawn({ key: shownNumber(article, site) ?? article.id })),
    summary: xmlSafe(reason),
    content: withdrawnHtml(article, archive),
    ...outAndUpdated(article, archive),
    // neither who wrote it nor what it was about: an author or topic may have stood there alone
    authors: [],
    categories: [],
  };
}

/** A correction as an item of its own. */
export function correctionItem(correction: LedgerCorrection, archive: Archive): FeedItem {
  const { routes, site } = archive;
  const { article, number, at } = correction;
  return {
    id: `${articleId(article, archive)}/correction-${number}`,
    url: routes.absolute(routes.correction(article, number)),
    title: xmlSafe(voiceOf(site).t.inFeeds.correctionOf({ title: article.title })),
    summary: xmlSafe(correction.text),
    content: correctionHtml(correction, archive),
    published: at,
    updated: at,
    authors: authorsOf(article, archive),
    categories: categoriesOf(article, archive),
  };
}

function outAndUpdated(
  article: Article,
  { moments }: Archive,
): Pick<FeedItem, 'published' | 'updated'> {
  const { published, updated } = moments(article);
  return { published, updated };
}

function authorsOf({ authors }: Article, archive: Archive): FeedPerson[] {
  return authors.map((id) => ({
    name: xmlSafe(archive.authors.get(id)?.name ?? id),
    url: archive.routes.absolute(archive.routes.author(id)),
  }));
}

function categoriesOf({ tags }: Article, { tags: known, routes }: Archive): FeedCategory[] {
  return tags
    .filter((id) => known.has(id))
    .map((id) => ({
      term: xmlSafe(id),
      label: xmlSafe(known.get(id)?.name ?? id),
      scheme: routes.absolute(routes.topics()),
    }));
}
