import { type Piece, type Strings, voiceOf } from '../i18n/index.ts';
import { runsRightToLeft } from '../lib/direction.ts';
import type { Colour } from '../lib/tokens.ts';
import { siteFeeds } from '../outputs/feeds/feed-list.ts';
import type { Archive } from '../record/archive.ts';
import { ownLink } from '../record/links.ts';
import { FEEDS } from '../record/routes.ts';
import { type PlaceName, SECTIONS } from '../record/sections.ts';
import type { Place, Site } from '../record/site.ts';
import { type HeadFeed, headFeeds } from './head.ts';
import type { Link } from './page.ts';

/** What is the same on every page: masthead, footer, and the most of its head. */
export interface Shell {
  lang: string;
  dir: 'rtl' | undefined;
  /** Base path of the site. */
  base: string;
  home: Link;
  /** Of the page, for the browser's own bars. */
  paper: Colour;
  /** Feeds of the whole record. */
  feeds: HeadFeed[];
  /** Path of the page of the search. */
  search: string;
  /** Where the search describes itself to browsers. */
  openSearch: string;
  menu: MenuLink[];
  footer: { title: string; links: Link[] }[];
  /** Which other hosts pages reach, if any. */
  hosts: string | undefined;
  /** The sentence on copying, with the licence as a link. */
  licence: { href: string; text: Piece[] };
}

/** A link of the menu, with the kinds of pages that belong to its place. */
type MenuLink = Link & { kinds: readonly string[] };

/** The kinds of pages of each place, its own first. */
const KINDS: Readonly<Record<PlaceName, readonly string[]>> = {
  home: ['home', 'archive', 'year'],
  archive: ['archive', 'year'],
  topics: ['topics', 'topic'],
  storylines: ['storylines', 'storyline'],
  corrections: ['corrections'],
  glossary: ['glossary'],
  search: ['search'],
  feeds: ['feeds'],
};

/** Whether a name is that of a place that is there: a section may not be. */
function isThere(name: string, { sections }: Archive): name is PlaceName {
  const section = SECTIONS.find((one) => one === name);
  return Object.hasOwn(KINDS, name) && (section === undefined || sections.has(section));
}

export function shellOf(archive: Archive): Shell {
  const { site, routes, palette, pages } = archive;
  const { t } = voiceOf(site);
  const linksTo = (places: readonly Place[]) => places.flatMap((place) => placeLink(place) ?? []);
  const placeLink = (place: Place): MenuLink | undefined => {
    if (typeof place !== 'string') {
      return { name: place.name, href: ownLink(place.href, archive), kinds: [] };
    }
    if (isThere(place, archive)) {
      return { name: t.places[place], href: routes[place](), kinds: KINDS[place] };
    }
    const page = pages.get(place);
    return page && { name: page.title, href: routes.page(page.id), kinds: [] };
  };
  const feeds = siteFeeds(archive);
  return {
    lang: site.locale,
    dir: runsRightToLeft(site.locale) ? 'rtl' : undefined,
    base: routes.base,
    home: { name: site.name, href: routes.home() },
    paper: palette.paper,
    feeds: headFeeds(feeds, archive),
    search: routes.search(),
    openSearch: routes.openSearch(),
    menu: linksTo(site.menu),
    footer: (site.footer
      ? site.footer.map(({ title, links }) => ({ title, links: linksTo(links) }))
      : [
          {
            title: t.shell.browse,
            links: linksTo(['home', 'archive', 'storylines', 'topics', 'search']),
          },
          {
            title: t.shell.about,
            links: linksTo([...pages.keys(), 'corrections', 'glossary']),
          },
          {
            title: t.shell.subscribe,
            links: [
              ...feeds.map(({ format, path }) => ({ name: FEEDS[format].name, href: path })),
              { name: t.shell.allFeeds, href: routes.feeds() },
            ],
          },
        ]
    ).filter(({ links }) => links.length > 0),
    hosts: otherHosts(site, t),
    licence: {
      href: site.licence.url,
      text: t.shell.licence({ licence: site.licence.name, site: site.name }),
    },
  };
}

/** What is said of other hosts that pages reach. */
function otherHosts({ hosts, search, url }: Site, t: Strings): string | undefined {
  const server = search && new URL(search.server, url);
  const all = [
    ...hosts.map(({ host, reason }) => `${host.replace(/^https:\/\//, '')} (${reason})`),
    ...(server && server.host !== new URL(url).host ? [`${server.host} (${t.places.search})`] : []),
  ];
  return all.length === 0 ? undefined : t.shell.hosts({ hosts: all.join(', ') });
}
