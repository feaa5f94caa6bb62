import { voiceOf } from '../i18n/index.ts';
import { groupBy } from '../lib/group.ts';
import type { Facet } from '../outputs/search/names.ts';
import type { Archive } from '../record/archive.ts';
import type { Article } from '../record/article.ts';
import type { PageLink, PageLinks } from '../record/pagination.ts';
import type { CorrectionRow, WithdrawalRow } from './corrections.ts';
import type { Row } from './entry.ts';
import type { FeedGroup, FeedRow } from './feeds.ts';
import type { Term } from './glossary.ts';
import type { Link, View } from './page.ts';
import type { Timeline } from './storylines.ts';
import type { FiledWith, Stacks } from './topics.ts';

/** A page that lists something: a head, and below it one or more kinds of rows. */
export interface ListView extends View {
  header: ListHeader;
  /** Entries of a single year, without a heading for it. */
  entries?: Row[];
  sections?: Section<Row>[];
  storylines?: Row[];
  timeline?: Timeline;
  corrections?: Section<CorrectionRow>[];
  withdrawals?: WithdrawalRow[];
  feeds?: Section<FeedRow>[];
  feedGroups?: FeedGroup[];
  terms?: Term[];
  /** Said where the rows would stand, when there are none. */
  empty?: string | undefined;
  /** Years with pages of their own. */
  years?: (Link & { id?: string })[];
  pager?: Pager | undefined;
}

/** What a list is, and how much is in it. */
export interface ListHeader {
  /** Stands in the margin. */
  label: string;
  title: string;
  text?: string | undefined;
  stats?: Stat[];
  years?: Link[];
  /** Where each letter of a long list in order of the alphabet begins. */
  letters?: Link[] | undefined;
  stacks?: Stacks | undefined;
  filedWith?: FiledWith;
  /** The first thing to do, as a button, and other ways on. */
  actions?: { button?: Link | undefined; links: (Link & { rel?: string })[] };
  /** A search of this list alone. */
  search?: SearchWithin;
  /** What stands between the rows is explained here. */
  key?: string | undefined;
  /** The list that this page is a part of. */
  back?: Link;
}

/** A search that an address narrows to the entries of a list. */
export interface SearchWithin {
  label: string;
  /** Path of the page of the search. */
  action: string;
  /** What narrows it, as that page's address names it. */
  filters: [facet: Facet, value: string][];
}

/** A number, and of what. */
export interface Stat {
  value: string;
  label: string;
  link?: Link | undefined;
}

/** Rows below a heading. */
export interface Section<R> {
  id: string;
  title: string;
  href?: string;
  /** Whether it is a year of a record in order, or a group of like things. */
  isYear: boolean;
  rows: R[];
}

/** The ways to the pages before and after one in a list that is cut by year. */
export interface Pager {
  newer: Link | undefined;
  /** The number of this page. */
  page: string | undefined;
  older: Link | undefined;
}

/** Entries in sections by year. */
export function entrySections(
  newestFirst: readonly Article[],
  rowOf: (article: Article, archive: Archive) => Row,
  archive: Archive,
): Pick<ListView, 'sections' | 'empty'> {
  const years = groupBy(newestFirst, ({ year }) => year);
  return {
    sections: [...years].map(([year, articles]) => ({
      id: `y${year}`,
      title: year,
      href: archive.routes.year(year),
      isYear: true,
      rows: articles.map((article) => rowOf(article, archive)),
    })),
    empty: years.size === 0 ? voiceOf(archive.site).t.lists.nothing : undefined,
  };
}

/** @param page the page that is left; none for a list's front page, whose year is not one */
export function pagerOf(
  { newer, older }: PageLinks,
  { site }: Archive,
  page?: { year: string; number: number | undefined },
): Pager | undefined {
  const { lists } = voiceOf(site).t;
  if (!newer && !older) return undefined;
  const isElsewhere = (link: PageLink): boolean => page !== undefined && link.year !== page.year;
  return {
    newer: newer && {
      name: isElsewhere(newer) ? lists.newerYear({ year: newer.year }) : lists.newer,
      href: newer.path,
    },
    page: page?.number === undefined ? undefined : lists.page({ n: page.number }),
    older: older && {
      name: isElsewhere(older) ? lists.olderYear({ year: older.year }) : lists.older,
      href: older.path,
    },
  };
}

/** A search within what has a name of its own. */
export function searchWithin(
  name: string,
  filters: SearchWithin['filters'],
  { routes, site }: Archive,
): SearchWithin {
  return { label: voiceOf(site).t.lists.searchWithin({ name }), action: routes.search(), filters };
}

/** The years of the record, newest first. */
export function yearLinks({ years, routes }: Archive): Link[] {
  return [...years.keys()].map((year) => ({ name: year, href: routes.year(year) }));
}

/** A count with its noun, as {@link Stat}. */
export function statOf(
  n: number,
  noun: (values: { n: number }) => string,
  { site }: Archive,
): Stat {
  return { value: voiceOf(site).f.number(n), label: noun({ n }) };
}
