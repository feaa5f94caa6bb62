import { voiceOf } from '../i18n/index.ts';
import type { Archive } from '../record/archive.ts';
import { type Article, minutesToRead } from '../record/article.ts';
import { countable, frontOf } from '../record/front.ts';
import {
  authorLinks,
  docketRow,
  entryLink,
  entryStamp,
  kindWord,
  partLink,
  type Row,
  type Stamp,
  tagLinks,
} from './entry.ts';
import { homeData } from './json-ld.ts';
import type { Stat } from './list.ts';
import { type Link, pageView, type View } from './page.ts';
import { storylineRow } from './storylines.ts';

/** The front page. */
export interface HomeView extends View {
  kind: 'home';
  /** Below the nameplate: what the publication does, and the day of the last entry. */
  strap: { tagline: string; last: string | undefined };
  /** None while the record is empty. */
  lead: Lead | undefined;
  secondary: Secondary[];
  docket: Row[];
  /** Leads to the whole record. */
  all: Link;
  storylines: Row[];
  /** A paragraph as one would cite it. */
  example: string | undefined;
  corrections: string;
}

/** The newest entry. */
export interface Lead extends Link {
  stamp: Stamp;
  text: string;
  /** A figure that is drawn to count. */
  frieze: { count: number; label: string } | undefined;
  byline: string;
  storyline: Link | undefined;
  stats: Stat[];
}

/** An entry just before the lead. */
export interface Secondary extends Link {
  figure: Article['figure'];
  text: string;
  number: string | undefined;
  date: Link;
  tag: Link | undefined;
}

export function homeView(archive: Archive): HomeView {
  const { site, routes, articles } = archive;
  const { t, f } = voiceOf(site);
  const { lead, companions, docket } = frontOf(articles, site.counts.home);
  return {
    ...pageView(
      {
        kind: 'home',
        path: routes.home(),
        title: t.titles.home(site.name, site.tagline),
        headline: site.name,
        description: site.description,
      },
      archive,
      { data: homeData(archive) },
    ),
    kind: 'home',
    strap: { tagline: site.tagline, last: lead && t.shell.lastEntry(f.day(lead.pubDate.day)) },
    lead: lead && leadOf(lead, archive),
    secondary: companions.map((article) => secondaryOf(article, archive)),
    docket: docket.map((article) => docketRow(article, archive)),
    all: { name: t.counts.allEntries(articles.length), href: routes.archive() },
    storylines: [...archive.storylines.values()].map((storyline) => ({
      ...storylineRow(storyline, archive),
      text: storyline.short,
    })),
    example:
      lead?.number === undefined ? undefined : t.home.keeping.paragraphText(site.name, lead.number),
    corrections: routes.corrections(),
  };
}

function leadOf(article: Article, archive: Archive): Lead {
  const { t, f } = voiceOf(archive.site);
  const { figure } = article;
  const position = archive.position(article);
  const count = countable(figure);
  const kind = kindWord(article, archive);
  const minutes = minutesToRead(article);
  const sources = article.sources.length;
  const byline = t.byline(f.list(authorLinks(article, archive).map(({ name }) => name)));
  return {
    ...entryLink(article, archive),
    stamp: entryStamp(article, archive),
    text: article.description,
    frieze:
      count && figure ? { count, label: t.home.frieze(figure.value, figure.label) } : undefined,
    byline: kind === undefined ? byline : `${kind}. ${byline}`,
    storyline: position && partLink(position, archive),
    stats: [
      ...(figure ? [figure] : []),
      ...(sources > 0 ? [{ value: f.number(sources), label: t.counts.sources(sources) }] : []),
      { value: f.number(minutes), label: t.counts.minutesToRead(minutes) },
    ],
  };
}

function secondaryOf(article: Article, archive: Archive): Secondary {
  const { t, f } = voiceOf(archive.site);
  const { figure, number, pubDate, year } = article;
  return {
    ...entryLink(article, archive),
    figure,
    text: article.description,
    number: number === undefined ? undefined : t.no(number),
    date: { name: f.dayMonth(pubDate.day), href: archive.routes.year(year) },
    tag: tagLinks(article, archive)[0],
  };
}
