import { voiceOf } from '../i18n/index.ts';
import { runsRightToLeft } from '../lib/direction.ts';
import type { Colour } from '../lib/tokens.ts';
import { siteFeeds } from '../outputs/feeds/feed-list.ts';
import { CARD_SIZE } from '../outputs/images/card-drawing.ts';
import type { Archive } from '../record/archive.ts';
import { FEEDS } from '../record/routes.ts';
import { type HeadFeed, headFeeds } from './head.ts';
import type { Link } from './page.ts';

/** What is the same on every page: masthead, footer, and the most of its head. */
export interface Shell {
  lang: string;
  dir: 'rtl' | undefined;
  /** Base path of the site. */
  base: string;
  home: Link;
  /** The locale as Open Graph writes it: `en_GB`. */
  openGraphLocale: string;
  /** Pixels of social cards. */
  cardSize: { width: number; height: number };
  /** Of the page, for the browser's own bars. */
  paper: Colour;
  /** Feeds of the whole record. */
  feeds: HeadFeed[];
  /** Path of the page of the search. */
  search: string;
  /** Each place with the kinds of pages that belong to it, its own first. */
  menu: (Link & { kinds: string[] })[];
  footer: { title: string; links: Link[] }[];
  licence: Link & { before: string; after: string };
}

/** A page of the owner's, as far as other pages name it. */
export interface OwnPage {
  id: string;
  title: string;
}

/** @param pages the owner's, in the order of the footer */
export function shellOf(archive: Archive, pages: readonly OwnPage[]): Shell {
  const { site, routes, palette } = archive;
  const { t } = voiceOf(site);
  const home = { name: t.places.home, href: routes.home() };
  const storylines = { name: t.places.storylines, href: routes.storylines() };
  const topics = { name: t.places.topics, href: routes.topics() };
  const corrections = { name: t.places.corrections, href: routes.corrections() };
  const search = { name: t.places.search, href: routes.search() };
  const feeds = siteFeeds(archive);
  const { language, region } = new Intl.Locale(site.locale).maximize();
  return {
    lang: site.locale,
    dir: runsRightToLeft(site.locale) ? 'rtl' : undefined,
    base: routes.base,
    home: { name: site.name, href: routes.home() },
    openGraphLocale: [language, region].filter(Boolean).join('_'),
    cardSize: CARD_SIZE,
    paper: palette.paper,
    feeds: headFeeds(feeds, archive),
    search: routes.search(),
    menu: [
      { ...home, kinds: ['home', 'archive', 'year'] },
      { ...storylines, kinds: ['storylines', 'storyline'] },
      { ...topics, kinds: ['topics', 'topic'] },
      { ...corrections, kinds: ['corrections'] },
      { ...search, kinds: ['search'] },
    ],
    footer: [
      {
        title: t.shell.browse,
        links: [
          home,
          { name: t.places.archive, href: routes.archive() },
          storylines,
          topics,
          search,
        ],
      },
      {
        title: t.shell.about,
        links: [
          ...pages.map(({ id, title }) => ({ name: title, href: routes.page(id) })),
          corrections,
          { name: t.places.glossary, href: routes.glossary() },
        ],
      },
      {
        title: t.shell.subscribe,
        links: [
          ...feeds.map(({ format, path }) => ({ name: FEEDS[format].name, href: path })),
          { name: t.shell.allFeeds, href: routes.feeds() },
        ],
      },
    ],
    licence: {
      name: site.licence.name,
      href: site.licence.url,
      ...t.shell.licence(site.name),
    },
  };
}
