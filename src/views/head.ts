import { voiceOf } from '../i18n/index.ts';
import { toRfc3339 } from '../lib/dates.ts';
import { mediaType } from '../lib/media.ts';
import type { FeedLink } from '../outputs/feeds/feed-list.ts';
import { cardDigest } from '../outputs/images/card.ts';
import { CARD_SIZE } from '../outputs/images/card-drawing.ts';
import type { Archive } from '../record/archive.ts';
import type { Article } from '../record/article.ts';
import { fallbackFormat, fallbackWidth, heightAt } from '../record/picture.ts';
import { FEEDS } from '../record/routes.ts';
import { perArticle } from './memo.ts';

/** What a page says of itself. */
export interface PageFacts {
  /** Its place in the menu and its look. */
  kind: string;
  /** Its path, from `Routes`. */
  path: string;
  headline: string;
  /** Title of the browser tab; headline and publication when left out. */
  title?: string;
  description: string;
  /** The entry that it shows. */
  article?: Article;
  /** Its own feeds: they come before those of the whole record. */
  feeds?: readonly FeedLink[];
  /** Whether search engines may list it; yes when left out. */
  listed?: boolean;
}

/** Public address of the social card of an entry. */
export const cardOf = perArticle((article, { palette, routes, site }) =>
  routes.absolute(routes.card(article, cardDigest(article, site, palette.inks))),
);

/** A feed that a page names, for autodiscovery. */
export interface HeadFeed {
  title: string;
  type: string;
  href: string;
}

/** A property of https://ogp.me/ and its value. */
export interface Property {
  property: string;
  content: string;
}

/** An image of a link preview, and what is on it. */
export interface PreviewImage {
  url: string;
  width: number;
  height: number;
  type: string;
  alt: string;
}

/** A page's own part of its head; addresses that others read are absolute. */
export interface Head {
  title: string;
  headline: string;
  description: string;
  url: string;
  /** The language of the page as Open Graph writes it: `en_GB`. */
  locale: string;
  robots: string;
  /** Whether search engines may list it. */
  isListed: boolean;
  /** What link previews show. */
  image: PreviewImage;
  /** What link previews learn of an entry. */
  article: Property[] | undefined;
  /** Who wrote it, and where: their names, and their accounts in the fediverse. */
  authors: { name: string; fediverse: string | undefined }[];
  /** Accounts elsewhere, which may look here whether they are this publication's. */
  me: readonly string[];
  feeds: HeadFeed[];
}

/** The head of a page. */
export function headOf(page: PageFacts, archive: Archive): Head {
  const { site, routes } = archive;
  const { article, headline, description, feeds = [], listed = true } = page;
  return {
    title: page.title ?? voiceOf(site).t.titles.of({ page: headline, site: site.name }),
    headline,
    description,
    url: routes.absolute(page.path),
    locale: openGraphLocale(article?.lang ?? site.locale),
    robots: listed && !archive.preview ? 'max-image-preview:large' : 'noindex',
    isListed: listed,
    image: previewOf(article, archive),
    article: article && propertiesOf(article, archive),
    authors: article ? authorsOf(article, archive) : [],
    me: page.kind === 'home' ? site.profiles : [],
    feeds: headFeeds(feeds, archive),
  };
}

function openGraphLocale(locale: string): string {
  const { language, region } = new Intl.Locale(locale).maximize();
  return [language, region].filter(Boolean).join('_');
}

/** Feeds as a head names them. */
export function headFeeds(feeds: readonly FeedLink[], { routes }: Archive): HeadFeed[] {
  return feeds.map(({ title, format, path }) => ({
    title,
    type: FEEDS[format].type,
    href: routes.absolute(path),
  }));
}

/** Covers narrower than this, or in a format that previews may not know, give way to the card. */
const SHOWN = { width: 600, types: ['image/jpeg', 'image/png'] };

/** The cover of an entry, where the owner wants covers and it has one; else its card, or that of the site. */
function previewOf(article: Article | undefined, archive: Archive): PreviewImage {
  const { routes, site } = archive;
  const { alt = '', picture } = article?.image ?? {};
  if (picture && site.previews === 'covers') {
    const [width, format] = [fallbackWidth(picture), fallbackFormat(picture)];
    const type = mediaType(`cover.${format}`);
    if (width >= SHOWN.width && SHOWN.types.includes(type)) {
      const url = routes.absolute(routes.picture(picture, width, format));
      return { url, width, height: heightAt(picture, width), type, alt };
    }
  }
  const card = article ? cardOf(article, archive) : routes.absolute(routes.siteCard());
  // what is written on it
  return { url: card, ...CARD_SIZE, type: 'image/png', alt: article?.title ?? site.name };
}

function authorsOf(article: Article, { authors }: Archive): Head['authors'] {
  return article.authors.flatMap((id) => {
    const author = authors.get(id);
    return author ? [{ name: author.name, fediverse: author.fediverse }] : [];
  });
}

function propertiesOf(article: Article, archive: Archive): Property[] {
  const { tags, authors, routes, site } = archive;
  const { published, updated } = archive.moments(article);
  const known = article.authors.filter((id) => authors.has(id));
  const named = article.tags.map((id) => tags.get(id)?.name ?? id);
  return [
    { property: 'article:published_time', content: toRfc3339(published, site.zone) },
    { property: 'article:modified_time', content: toRfc3339(updated, site.zone) },
    ...known.map((id) => ({
      property: 'article:author',
      content: routes.absolute(routes.author(id)),
    })),
    ...named.slice(0, 1).map((content) => ({ property: 'article:section', content })),
    ...named.map((content) => ({ property: 'article:tag', content })),
  ];
}
