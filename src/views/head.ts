import { voiceOf } from '../i18n/index.ts';
import { toRfc3339 } from '../lib/dates.ts';
import { FEED_TYPES, type FeedLink, siteFeeds } from '../outputs/feeds/feed-list.ts';
import { cardDigest } from '../outputs/images/card.ts';
import { CARD_SIZE } from '../outputs/images/card-drawing.ts';
import type { Archive } from '../record/archive.ts';
import { type Article, lastChange } from '../record/article.ts';
import type { PageLinks } from '../record/pagination.ts';
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
  /** The pages before and after it in a numbered list. */
  links?: PageLinks;
  /** Whether search engines may list it; yes when left out. */
  listed?: boolean;
}

/** Public address of the social card of an entry. */
export const cardOf = perArticle((article, { inks, routes, site }) =>
  routes.absolute(routes.card(article, cardDigest(article, site, inks))),
);

type Attributes = Record<string, string>;

/** What a page's own part of its head is made of; elements in order. */
export interface Head {
  title: string;
  description: string;
  robots: string;
  metas: Attributes[];
  links: Attributes[];
}

/**
 * The head of a page: canonical address, what a shared link shows (https://ogp.me/), feeds; their
 * addresses are absolute, as autodiscovery and link previews want it.
 */
export function headOf(page: PageFacts, archive: Archive): Head {
  const { site, routes } = archive;
  const { t } = voiceOf(site);
  const { article, headline, description, links = {} } = page;
  const url = routes.absolute(page.path);
  const card = article ? cardOf(article, archive) : routes.absolute(routes.siteCard());
  const listed = page.listed ?? true;
  const robots = listed && !archive.preview ? 'max-image-preview:large' : 'noindex';
  const feeds = [...(page.feeds ?? []), ...siteFeeds(archive, t)];
  return {
    title: page.title ?? t.titles.of(headline, site.name),
    description,
    robots,
    metas: [
      { property: 'og:type', content: article ? 'article' : 'website' },
      { property: 'og:title', content: headline },
      { property: 'og:description', content: description },
      { property: 'og:url', content: url },
      { property: 'og:site_name', content: site.name },
      { property: 'og:locale', content: openGraphLocale(site.locale) },
      { property: 'og:image', content: card },
      { property: 'og:image:width', content: String(CARD_SIZE.width) },
      { property: 'og:image:height', content: String(CARD_SIZE.height) },
      { property: 'og:image:alt', content: headline },
      { name: 'twitter:card', content: 'summary_large_image' },
      ...(article ? articleTags(article, archive) : []),
    ],
    links: [
      ...(listed ? [{ rel: 'canonical', href: url }] : []),
      ...(links.newer ? [{ rel: 'prev', href: links.newer.path }] : []),
      ...(links.older ? [{ rel: 'next', href: links.older.path }] : []),
      ...feeds.map(({ title, format, path }) => ({
        rel: 'alternate',
        type: FEED_TYPES[format],
        title,
        href: routes.absolute(path),
      })),
    ],
  };
}

const openGraphLocales = new Map<string, string>();

/** `en-GB` as Open Graph writes it: `en_GB`. */
function openGraphLocale(tag: string): string {
  const known = openGraphLocales.get(tag);
  if (known !== undefined) return known;
  const { language, region } = new Intl.Locale(tag);
  const locale = [language, region].filter(Boolean).join('_');
  openGraphLocales.set(tag, locale);
  return locale;
}

function articleTags(article: Article, { tags, authors, routes }: Archive): Attributes[] {
  return [
    { property: 'article:published_time', content: toRfc3339(article.pubDate.ms) },
    { property: 'article:modified_time', content: toRfc3339(lastChange(article).ms) },
    ...article.authors
      .filter((id) => authors.has(id))
      .map((id) => ({ property: 'article:author', content: routes.absolute(routes.author(id)) })),
    ...article.tags.map((id) => ({
      property: 'article:tag',
      content: tags.get(id)?.name ?? id,
    })),
  ];
}
