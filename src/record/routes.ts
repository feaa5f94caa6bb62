import { topicSlug } from '../lib/slug.ts';
import { safeDecode } from '../lib/text.ts';
import {
  type Addressed,
  type Addresses,
  FOLDERS,
  type FolderName,
  fillPattern,
  MADE_FOLDERS,
  USUAL_ADDRESSES,
} from './address-names.ts';
import type { Article } from './article.ts';
import type { Picture } from './picture.ts';
import { pictureName } from './picture.ts';
import type { Site } from './site.ts';

/** Formats of the feed of the whole record: what each is called, its file, its media type. */
export const FEEDS = {
  rss: { name: 'RSS', file: 'rss.xml', type: 'application/rss+xml' },
  atom: { name: 'Atom', file: 'atom.xml', type: 'application/atom+xml' },
  json: { name: 'JSON Feed', file: 'feed.json', type: 'application/feed+json' },
} as const;
export type FeedFormat = keyof typeof FEEDS;
export const FEED_FORMATS = Object.keys(FEEDS) as FeedFormat[];

/** A path of letters, digits and signs that a URL leaves as they are. */
const PLAIN = /^\/(?:[\w#%.-][\w/#%.-]*)?$/;

/**
 * Every address of the site. This is the only file that spells one. Paths begin with the base path
 * and pages end with a slash.
 */
export class Routes {
  /** Base path, with slashes at both ends: `/` or `/sub/`. */
  readonly base: string;
  readonly #origin: string;
  readonly #addresses: Addresses;
  /** Folders whose name is not the usual one. */
  readonly renamed: readonly FolderName[];

  /** @param site its public address, with a trailing slash, and what its owner chose of addresses */
  constructor({ url, addresses = USUAL_ADDRESSES }: Pick<Site, 'url'> & Partial<Site>) {
    const parsed = new URL(url);
    this.base = parsed.pathname;
    this.#origin = parsed.origin;
    this.#addresses = addresses;
    this.renamed = FOLDERS.filter((folder) => addresses[folder] !== USUAL_ADDRESSES[folder]);
  }

  /** The same without the base path: as ledger and checks have addresses, since a site may move. */
  static rootless({ addresses }: Pick<Site, 'addresses'>): Routes {
    return new Routes({ url: 'https://site.invalid/', addresses });
  }

  /** The public address of a path that this class gave: a URI, its letters percent-encoded (RFC 3986). */
  absolute(path: string): string {
    // what no address standard would write otherwise, as most paths are, is not parsed
    if (PLAIN.test(path) && !path.includes('/.')) return this.#origin + path;
    return new URL(path, this.#origin).href;
  }

  /** Where a path that this class gave lies below the site's folder: decoded, without a leading slash. */
  below(path: string): string {
    return safeDecode(path.slice(this.base.length));
  }

  /** The same without its last slash, as routes of Astro name it; undefined for the front page. */
  param(path: string): string | undefined {
    return this.below(path).replace(/\/$/, '') || undefined;
  }

  home(): string {
    return this.base;
  }

  /** The folder of pages or feeds, by the name that it has, or the one that is given. */
  folder(folder: FolderName, name = this.#addresses[folder]): string {
    return `${this.base}${encodeURIComponent(name)}/`;
  }

  /** A path as it would be if no folder had been renamed: what is never to change is made of it. */
  usual(path: string): string {
    const folder = this.renamed.find((folder) => path.startsWith(this.folder(folder)));
    return folder === undefined
      ? path
      : this.folder(folder, USUAL_ADDRESSES[folder]) + path.slice(this.folder(folder).length);
  }

  article(article: Addressed): string {
    return this.base + fillPattern(this.#addresses.articles, article).slice(1);
  }

  /** How links name an article's file once they are compiled; its address in the usual pattern. */
  articleFile({ id }: Pick<Article, 'id'>): string {
    return `${this.base}${id.split('/').map(encodeURIComponent).join('/')}/`;
  }

  paragraph(article: Addressed, n: number): string {
    return `${this.article(article)}#p${n}`;
  }

  correction(article: Addressed, number: number): string {
    return `${this.article(article)}#correction-${number}`;
  }

  archive(): string {
    return this.folder('archive');
  }

  /** A year: its newest page, or an older one by number. */
  year(year: string, page?: number): string {
    return page === undefined ? `${this.base}${year}/` : `${this.archive()}${year}/${page}/`;
  }

  topics(): string {
    return this.folder('topics');
  }

  topic(id: string): string {
    return `${this.topics()}${encodeURIComponent(topicSlug(id))}/`;
  }

  /**
   * A year of a topic or author with many entries: its newest page, or an older one by number.
   * @param section path of the topic or author
   */
  sectionYear(section: string, year: string, page?: number): string {
    const path = `${section}${year}/`;
    return page === undefined ? path : `${path}${page}/`;
  }

  storylines(): string {
    return this.folder('storylines');
  }

  storyline(id: string): string {
    return `${this.storylines()}${encodeURIComponent(id)}/`;
  }

  /** A storyline's page, at one of its parts. */
  storylinePart(id: string, part: number): string {
    return `${this.storyline(id)}#part-${part}`;
  }

  author(id: string): string {
    return `${this.folder('authors')}${encodeURIComponent(id)}/`;
  }

  /** Where the feed of a kind lies; there is no page. */
  kind(kind: string): string {
    return `${this.folder('kinds')}${kind}/`;
  }

  corrections(): string {
    return this.folder('corrections');
  }

  search(): string {
    return this.folder('search');
  }

  /** The search as browsers take it into their own field. */
  openSearch(): string {
    return `${this.base}opensearch.xml`;
  }

  /** The glossary; a term's id is its fragment. */
  glossary(): string {
    return this.folder('glossary');
  }

  feeds(): string {
    return this.folder('feeds');
  }

  /** A page of `content/pages/`. */
  page(id: string): string {
    return `${this.base}${encodeURIComponent(id)}/`;
  }

  /** A feed of the site, or of the section whose page is given. */
  feed(format: FeedFormat, section: string = this.base): string {
    return section + FEEDS[format].file;
  }

  /** A page of the archive of the feed of the whole record, by its name: `2018`, `2018-2`. */
  feedArchive(name: string): string {
    return `${this.feeds()}${name}.xml`;
  }

  opml(): string {
    return `${this.feeds()}feeds.opml`;
  }

  /** The sitemap, or a part of it. */
  sitemap(part?: string): string {
    return `${this.base}${part === undefined ? '' : `${part}-`}sitemap.xml`;
  }

  newsSitemap(): string {
    return `${this.base}news-sitemap.xml`;
  }

  securityTxt(): string {
    return `${this.base}.well-known/security.txt`;
  }

  /** Rules of what a browser may fetch ahead; see the `Speculation-Rules` header. */
  speculationRules(): string {
    return `${this.base}speculation-rules.json`;
  }

  /** The social card of an article; the digest is of what it shows. */
  card(article: Pick<Article, 'year' | 'slug'>, digest: string): string {
    return `${this.base}cards/${encodedPath(article)}.${digest}.png`;
  }

  /** The social card of pages that have none of their own. */
  siteCard(): string {
    return `${this.base}card.png`;
  }

  /** A chart of an article as an image; the digest is of what it draws. */
  chart(article: Pick<Article, 'year' | 'slug'>, letter: string, digest: string): string {
    return `${this.base}charts/${encodedPath(article)}-${letter.toLowerCase()}.${digest}.png`;
  }

  /** The stylesheet of raw feeds. */
  feedStyle(): string {
    return `${this.base}feed.css`;
  }

  picture(picture: Picture, width: number, format: string): string {
    return `${this.base}images/${pictureName(picture, width, format)}`;
  }

  /**
   * Whether the build may give a path to something of its own that has no method without more facts:
   * numbered pages and feeds of sections, pictures, cards, search data.
   * @example cards/2018/entry.0123456789.png, archive/2018/2/, topics/china/2018/1/, authors/desk/rss.xml
   */
  isGenerated(path: string): boolean {
    this.#generated ??= generated(this.#addresses);
    return this.#generated.test(this.below(path));
  }

  #generated: RegExp | undefined;

  /** A file of `public/`. */
  file(name: string): string {
    return this.base + name;
  }
}

/** Year and slug of an article as a path, percent-encoded. */
function encodedPath({ year, slug }: Pick<Article, 'year' | 'slug'>): string {
  return `${year}/${encodeURIComponent(slug)}`;
}

/** What the build makes below the site's folder beside what has a method of its own, decoded. */
function generated({ archive, topics, storylines, authors, kinds, corrections, feeds }: Addresses) {
  const made = [...MADE_FOLDERS, '\\.edge'];
  return new RegExp(
    [
      `^(?:${made.join('|')})/.`,
      `^${archive}/\\d+/\\d+/?$`,
      `^(?:${topics}|${authors})/[^/]+/\\d+/(?:\\d+/?)?$`,
      `^(?:${topics}|${storylines}|${authors}|${kinds})/[^/]+/rss\\.xml$`,
      `^${corrections}/rss\\.xml$`,
      `^${feeds}/\\d{4}(?:-\\d+)?\\.xml$`,
    ].join('|'),
    'i',
  );
}
