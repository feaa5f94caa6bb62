import { voiceOf } from '../i18n/index.ts';
import { stackUnit } from '../lib/chart.ts';
import { groupBy } from '../lib/group.ts';
import { sectionFeed } from '../outputs/feeds/feed-list.ts';
import type { Archive } from '../record/archive.ts';
import type { Article } from '../record/article.ts';
import { idsOf } from '../record/lists.ts';
import { type LinkedPage, topicSection } from '../record/pagination.ts';
import { FEEDS } from '../record/routes.ts';
import { countByYear, filedWith, type Tag } from '../record/tags.ts';
import type { Row } from './entry.ts';
import type { ListView, Stat } from './list.ts';
import { searchWithin, statOf } from './list.ts';
import { type Link, namedPage, pageView } from './page.ts';
import { sectionFront, sectionYearView } from './sections.ts';

/** Entries by year, drawn as stacks of marks. */
export interface Stacks {
  caption: string;
  /** Marks of the highest stack. */
  most: number;
  years: { year: string; count: string; marks: number }[];
}

/** What else the entries of a topic are filed under, and how to follow it. */
export interface FiledWith {
  title: string;
  topics: (Link & { count: string })[];
  follow: Link & { before: string };
}

/** How many other topics a topic names. */
const NEAREST = 8;

/** All topics, a section a group. */
export function topicsView(archive: Archive): ListView {
  const { articles, tags } = archive;
  const { t, named } = voiceOf(archive.site);
  const groups = groupBy(tags.values(), ({ group }) => group);
  const used = idsOf(archive.site.groups).filter((group) => groups.has(group));
  const facts = { ...namedPage('topics', archive), ...described(used, archive) };
  return {
    ...pageView(facts, archive, { crumbs: [{ name: facts.headline, path: facts.path }] }),
    header: {
      label: t.lists.browse,
      title: t.places.topics,
      text:
        used.length > 1 ? (described(used, archive)?.description ?? t.lists.topicsText) : undefined,
      stats: [
        statOf(tags.size, t.counts.topics, archive),
        statOf(articles.length, t.counts.entries, archive),
      ],
    },
    sections: used.map((group) => ({
      id: group,
      title: named.groupOfTopics(group),
      isYear: false,
      rows: (groups.get(group) ?? [])
        .toSorted((a, b) => b.articles.length - a.articles.length)
        .map((tag) => topicRow(tag, archive)),
    })),
    empty: tags.size === 0 ? t.lists.nothing : undefined,
  };
}

/** What a list of topics says of itself where its groups are the owner's: their names. */
function described(
  used: readonly string[],
  { site }: Archive,
): { description: string } | undefined {
  const { f, named } = voiceOf(site);
  const isUsual = site.groups.every(({ name, all }) => name === undefined && all === undefined);
  if (isUsual || used.length === 0) return undefined;
  return { description: f.list(used.map((group) => named.groupOfTopics(group))) };
}

/** Marks of the topic with the most entries: a mark is an entry while there are no more than these. */
const MOST_MARKS = 36;

/** A topic as a row, its entries drawn in marks. */
export function topicRow({ id, name, description, articles }: Tag, archive: Archive): Row {
  const { routes, site, tags } = archive;
  const most = Math.max(...[...tags.values()].map((tag) => tag.articles.length));
  return {
    name,
    href: routes.topic(id),
    text: description,
    amount: statOf(articles.length, voiceOf(site).t.counts.entries, archive),
    tally: Math.ceil(articles.length / (most <= MOST_MARKS ? 1 : stackUnit(most))),
  };
}

/** The front page of a topic: what it is, its entries by year, its newest entries. */
export function topicView(tag: Tag, archive: Archive): ListView {
  const { routes, site } = archive;
  const { t, named } = voiceOf(site);
  const section = topicSection(tag, archive);
  const { path } = section;
  // a tag that an open vocabulary does not list has none
  const description = tag.description || t.inFeeds.topicText({ site: site.name, name: tag.name });
  const crumbs = [
    { name: t.places.topics, path: routes.topics() },
    { name: tag.name, path },
  ];
  return {
    ...pageView(
      {
        kind: 'topic',
        path,
        headline: t.titles.topic({ name: tag.name }),
        description,
        feeds: [sectionFeed(archive, t, tag.name, path)],
      },
      archive,
      { crumbs },
    ),
    header: {
      label: named.group(tag.group),
      title: tag.name,
      text: tag.description,
      stats: statsOf(tag, archive),
      stacks: stacksOf(tag.articles, archive),
      filedWith: filedWithOf(tag, archive),
      search: searchWithin(tag.name, [[tag.group, tag.id]], archive),
    },
    ...sectionFront(section, archive),
  };
}

/** A page of a year of a topic. */
export function topicYearView(tag: Tag, page: LinkedPage, archive: Archive): ListView {
  const { t, named } = voiceOf(archive.site);
  const label = named.group(tag.group);
  const title = t.titles.topic({ name: tag.name });
  return sectionYearView('topic', tag, label, title, page, archive);
}

function statsOf({ articles }: Tag, archive: Archive): Stat[] {
  const { counts } = voiceOf(archive.site).t;
  const storylines = [...new Set(articles.flatMap(({ storyline }) => storyline ?? []))];
  const corrections = articles.reduce((sum, article) => sum + article.corrections.length, 0);
  const only = storylines.length === 1 ? archive.storylines.get(storylines[0] ?? '') : undefined;
  return [
    statOf(articles.length, counts.entries, archive),
    ...(archive.sections.has('storylines')
      ? [
          {
            ...statOf(storylines.length, counts.storylines, archive),
            link: only && { name: only.name, href: archive.routes.storyline(only.id) },
          },
        ]
      : []),
    ...(corrections > 0 || archive.site.voice === 'docket'
      ? [statOf(corrections, counts.corrections, archive)]
      : []),
  ];
}

/** None for entries of a single year. */
function stacksOf(articles: readonly Article[], { site }: Archive): Stacks | undefined {
  const { t, f } = voiceOf(site);
  const years = countByYear(articles);
  if (years.length < 2) return undefined;
  const highest = Math.max(...years.map(({ count }) => count));
  const unit = stackUnit(highest);
  return {
    caption: t.lists.byYear({ n: unit }),
    most: Math.ceil(highest / unit),
    years: years.map(({ year, count }) => ({
      year,
      count: f.number(count),
      marks: Math.ceil(count / unit),
    })),
  };
}

function filedWithOf(tag: Tag, archive: Archive): FiledWith {
  const { routes, tags } = archive;
  const { t, f } = voiceOf(archive.site);
  const others = filedWith(tag).slice(0, NEAREST);
  const feed = sectionFeed(archive, t, tag.name, routes.topic(tag.id));
  return {
    title: others.length > 0 ? t.lists.related : t.places.feeds,
    topics: others.map(({ id, count }) => ({
      name: tags.get(id)?.name ?? id,
      href: routes.topic(id),
      count: f.number(count),
    })),
    follow: {
      before: t.lists.follow({ name: tag.name }),
      name: FEEDS[feed.format].name,
      href: feed.path,
    },
  };
}
