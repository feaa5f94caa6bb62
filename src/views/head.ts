import { voiceOf } from '../i18n/index.ts';
import { toRfc3339 } from '../lib/dates.ts';
import type { FeedLink } from '../outputs/feeds/feed-list.ts';
import { cardDigest } from '../outputs/images/card.ts';
import type { Archive } from '../record/archive.ts';
import type { Article } from '../record/article.ts';
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

/** A page's own part of its head; addresses that others read are absolute. */
export interface Head {
  title: string;
  headline: string;
  description: string;
  url: string;
  robots: string;
  /** Whether search engines may list it. */
  isListed: boolean;
  /** Social card. */
  card: string;
  /** What link previews learn of an entry. */
  article: Property[] | undefined;
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
    robots: listed && !archive.preview ? 'max-image-preview:large' : 'noindex',
    isListed: listed,
    card: article ? cardOf(article, archive) : routes.absolute(routes.siteCard()),
    article: article && propertiesOf(article, archive),
    feeds: headFeeds(feeds, archive),
  };
}

/** Feeds as a head names them. */
export function headFeeds(feeds: readonly FeedLink[], { routes }: Archive): HeadFeed[] {
  return feeds.map(({ title, format, path }) => ({
    title,
    type: FEEDS[format].type,
    href: routes.absolute(path),
  }));
}

function propertiesOf(article: Article, archive: Archive): Property[] {
  const { tags, authors, routes, site } = archive;
  const { published, updated } = archive.moments(article);
  const known = article.authors.filter((id) => authors.has(id));
  return [
    { property: 'article:published_time', content: toRfc3339(published, site.zone) },
    { property: 'article:modified_time', content: toRfc3339(updated, site.zone) },
    ...known.map((id) => ({
      property: 'article:author',
      content: routes.absolute(routes.author(id)),
    })),
    ...article.tags.map((id) => ({ property: 'article:tag', content: tags.get(id)?.name ?? id })),
  ];
}
