import { voiceOf } from '../i18n/index.ts';
import { monthsBetween } from '../lib/dates.ts';
import type { Archive } from '../record/archive.ts';
import { type Article, minutesToRead, shownNumber } from '../record/article.ts';
import { countable, frontOf } from '../record/front.ts';
import { type HomePart, showsCovers } from '../record/site.ts';
import { longestSilence } from '../record/storylines.ts';
import { type CorrectionRow, correctionRow } from './corrections.ts';
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
import { type CoverView, coverIn } from './picture.ts';
import { storylineRow } from './storylines.ts';
import { topicRow } from './topics.ts';

/** The front page. */
export interface HomeView extends View {
  kind: 'home';
  /** What stands below the lead, in order. */
  parts: readonly HomePart[];
  /** Below the nameplate: what the publication does, and the day of the last entry. */
  strap: { tagline: string; last: string | undefined };
  /** None while the record is empty. */
  lead: Lead | undefined;
  secondary: Secondary[];
  docket: Row[];
  /** Leads to the whole record. */
  all: Link;
  storylines: Row[];
  topics: Row[];
  silence: Silence | undefined;
  /** The newest of them, wrong beside right. */
  correction: CorrectionRow | undefined;
  /** A paragraph as one would cite it. */
  example: string | undefined;
  /** Whether entries list sources. */
  hasSources: boolean;
  corrections: string | undefined;
}

/** A storyline between its first part and its last, and the longest time between two of them. */
export interface Silence extends Link {
  value: string;
  label: string;
  /** Where its parts stand on the line, in hundredths of its length. */
  parts: number[];
  /** Where the silent months begin. */
  months: number[];
  from: string;
  to: string;
}

/** The entry on top. */
export interface Lead extends Link {
  stamp: Stamp | undefined;
  text: string;
  cover: CoverView | undefined;
  /** Its first chart. */
  chart: Article['chart'];
  /** A figure that is drawn to count. */
  frieze: { count: number; label: string } | undefined;
  byline: string;
  storyline: Link | undefined;
  stats: Stat[];
}

/** An entry just before the lead. */
export interface Secondary extends Link {
  cover: CoverView | undefined;
  /** Its first chart, when that is small. */
  chart: Article['chart'];
  figure: Article['figure'];
  /** Its figure as a count to draw in marks, when it is one: 0 to 400. */
  marks: number | undefined;
  text: string;
  number: string | undefined;
  date: Link;
  tag: Link | undefined;
}

export function homeView(archive: Archive): HomeView {
  const { site, routes, articles } = archive;
  const { t, f } = voiceOf(site);
  const { lead, companions, docket } = frontOf(
    articles,
    site.counts.home,
    archive.now,
    showsCovers(site, 'home'),
  );
  const [newest] = articles;
  const [correction] = archive.corrections;
  const topics = [...archive.tags.values()].sort((a, b) => b.articles.length - a.articles.length);
  const example = lead && shownNumber(lead, site);
  return {
    ...pageView(
      {
        kind: 'home',
        path: routes.home(),
        title: t.titles.home({ site: site.name, tagline: site.tagline }),
        headline: site.name,
        description: site.description,
      },
      archive,
      { data: homeData(archive) },
    ),
    kind: 'home',
    parts: site.home,
    strap: {
      tagline: site.tagline,
      last: newest && t.shell.lastEntry({ date: f.day(newest.pubDate.day) }),
    },
    lead: lead && leadOf(lead, archive),
    secondary: companions.map((article) => secondaryOf(article, archive)),
    docket: docket.map((article) => docketRow(article, archive)),
    all: { name: t.counts.allEntries({ n: articles.length }), href: routes.archive() },
    storylines: [...archive.storylines.values()].map((storyline) => ({
      ...storylineRow(storyline, archive),
      text: storyline.short,
    })),
    topics: topics.slice(0, TOPICS).map((tag) => ({ ...topicRow(tag, archive), text: undefined })),
    silence: silenceOf(archive),
    correction:
      correction && archive.sections.has('corrections')
        ? correctionRow(correction, archive)
        : undefined,
    example:
      example === undefined
        ? undefined
        : t.home.keeping.paragraphText({ site: site.name, number: example }),
    hasSources: articles.some(({ sources }) => sources.length > 0),
    corrections: archive.sections.has('corrections') ? routes.corrections() : undefined,
  };
}

/** Topics that the front page names. */
const TOPICS = 12;
/** Most rows, and marks, of a chart that is drawn small. */
const SMALL = { rows: 5, marks: 160 };

function isSmall({ type, data, series = [] }: NonNullable<Article['chart']>): boolean {
  const values = data.map(({ value }) => [value].flat().reduce((sum, one) => sum + one, 0));
  const marks = values.reduce((sum, value) => sum + value, 0);
  if (type === 'dot') return data.length <= 3 && marks <= SMALL.marks;
  if (type === 'seats') return marks <= SMALL.marks;
  return type === 'bar' ? data.length <= SMALL.rows && series.length === 0 : series.length === 0;
}

function silenceOf(archive: Archive): Silence | undefined {
  const silence = longestSilence(archive.storylines.values());
  if (!silence) return undefined;
  const { storyline, after, months } = silence;
  const { t, f } = voiceOf(archive.site);
  const days = storyline.parts.map(({ pubDate }) => pubDate.day);
  const [first, last] = [days[0] ?? '', days.at(-1) ?? ''];
  const total = monthsBetween(first, last);
  const at = (month: number): number => Math.round((month / total) * 10_000) / 100;
  const begins = monthsBetween(first, days[after - 1] ?? '') + 1;
  return {
    name: storyline.name,
    href: archive.routes.storyline(storyline.id),
    value: f.number(months),
    label: t.home.silent({
      n: months,
      before: f.month(days[after - 1] ?? ''),
      after: f.month(days[after] ?? ''),
    }),
    parts: days.map((day) => at(monthsBetween(first, day))),
    months: Array.from({ length: months }, (_, i) => at(begins + i)),
    from: f.shortLoose(first.slice(0, 7)),
    to: f.shortLoose(last.slice(0, 7)),
  };
}

function leadOf(article: Article, archive: Archive): Lead {
  const { t, f, within } = voiceOf(archive.site);
  const { figure } = article;
  const position = archive.position(article);
  const cover = coverIn('home', article, archive);
  const count = countable(figure);
  const kind = kindWord(article, archive);
  const minutes = minutesToRead(article);
  const sources = article.sources.length;
  const authors = f.list(authorLinks(article, archive).map(({ name }) => name));
  const signed = t.byline({ authors: within(authors) });
  const stamp = entryStamp(article, archive);
  // what no stamp says
  const byline = stamp ? signed : `${signed} ${f.day(article.pubDate.day)}`;
  return {
    ...entryLink(article, archive),
    stamp,
    text: article.description,
    cover,
    chart: article.chart,
    frieze:
      count && figure && !article.chart && !cover
        ? { count, label: t.home.frieze({ value: figure.value, label: figure.label }) }
        : undefined,
    byline: kind === undefined ? byline : kind + t.signs.stop + byline,
    storyline: position && partLink(position, archive),
    stats: [
      ...(figure ? [figure] : []),
      ...(sources > 0
        ? [{ value: f.number(sources), label: t.counts.sources({ n: sources }) }]
        : []),
      { value: f.number(minutes), label: t.counts.minutesToRead({ n: minutes }) },
    ],
  };
}

function secondaryOf(article: Article, archive: Archive): Secondary {
  const { t, f } = voiceOf(archive.site);
  const { figure, pubDate, year } = article;
  const number = shownNumber(article, archive.site);
  return {
    ...entryLink(article, archive),
    cover: coverIn('home', article, archive),
    chart: article.chart && isSmall(article.chart) ? article.chart : undefined,
    figure,
    marks: figure?.value === '0' ? 0 : countable(figure),
    text: article.description,
    number: number === undefined ? undefined : t.no({ number }),
    date: { name: f.dayMonth(pubDate.day), href: archive.routes.year(year) },
    tag: tagLinks(article, archive)[0],
  };
}
