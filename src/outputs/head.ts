import type { Strings } from '../i18n/en.ts';
import { toRfc3339 } from '../lib/dates.ts';
import type { Colour } from '../lib/tokens.ts';
import type { Archive } from '../record/archive.ts';
import { type Article, lastChange } from '../record/article.ts';
import { FEED_TYPES, type FeedLink, siteFeeds } from './feeds/feed-list.ts';
import { cardDigest } from './images/card.ts';
import { CARD_SIZE } from './images/card-drawing.ts';

/** What a page says of itself. */
export interface PageInfo {
  /** Its place in the menu and its look. */
  kind: string;
  /** Its path, from `Routes`. */
  path: string;
  /** Title of the browser tab. */
  title: string;
  /** Headline without the publication's name; the title when left out. */
  headline?: string;
  description: string;
  /** The entry that it shows. */
  article?: Article;
  /** Its own feeds: they come before those of the whole record. */
  feeds?: readonly FeedLink[];
  /** Paths of the pages before and after it in a numbered list. */
  newer?: string | undefined;
  older?: string | undefined;
  /** Whether words in italics stand in it: their face is then fetched as early as the others. */
  italics?: boolean;
  /** Whether search engines may list it; yes when left out. */
  listed?: boolean;
}

/** Path of the social card of an entry's page; the publication's for pages that show no entry. */
export function cardOf(
  article: Article | undefined,
  { byId, inks, routes, site }: Archive,
): string {
  return article && byId.has(article.id)
    ? routes.card(article, cardDigest(article, site, inks))
    : routes.siteCard();
}

type Attributes = Record<string, string>;

/** The elements of a page's head, in order. */
export interface Head {
  title: string;
  metas: Attributes[];
  links: Attributes[];
}

/**
 * The head of a page: canonical address, what a shared link shows (https://ogp.me/), feeds; their
 * addresses are absolute, as autodiscovery and link previews want it.
 */
export function headOf(page: PageInfo, archive: Archive, t: Strings, paper: Colour): Head {
  const { site, routes } = archive;
  const url = routes.absolute(page.path);
  const card = routes.absolute(cardOf(page.article, archive));
  const listed = page.listed ?? true;
  const robots = listed && !archive.preview ? 'max-image-preview:large' : 'noindex';
  const feeds = [...(page.feeds ?? []), ...siteFeeds(archive, t)];
  return {
    title: page.title,
    metas: [
      { name: 'description', content: page.description },
      { name: 'robots', content: robots },
      { name: 'color-scheme', content: 'light dark' },
      { name: 'theme-color', content: paper.light, media: '(prefers-color-scheme: light)' },
      { name: 'theme-color', content: paper.dark, media: '(prefers-color-scheme: dark)' },
      { property: 'og:type', content: page.article ? 'article' : 'website' },
      { property: 'og:title', content: page.headline ?? page.title },
      { property: 'og:description', content: page.description },
      { property: 'og:url', content: url },
      { property: 'og:site_name', content: site.name },
      { property: 'og:locale', content: openGraphLocale(site.locale) },
      { property: 'og:image', content: card },
      { property: 'og:image:width', content: String(CARD_SIZE.width) },
      { property: 'og:image:height', content: String(CARD_SIZE.height) },
      { property: 'og:image:alt', content: page.headline ?? site.name },
      { name: 'twitter:card', content: 'summary_large_image' },
      ...(page.article ? articleTags(page.article, archive) : []),
    ],
    links: [
      ...(listed ? [{ rel: 'canonical', href: url }] : []),
      ...(page.newer === undefined ? [] : [{ rel: 'prev', href: page.newer }]),
      ...(page.older === undefined ? [] : [{ rel: 'next', href: page.older }]),
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
