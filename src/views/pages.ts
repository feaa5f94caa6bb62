import { type Address, addressesOf } from '../record/addresses.ts';
import type { Archive } from '../record/archive.ts';
import { authorSection, type LinkedPage, topicSection, yearPages } from '../record/pagination.ts';
import { authorView, authorYearView } from './authors.ts';
import { correctionsView } from './corrections.ts';
import { feedsView } from './feeds.ts';
import { glossaryView } from './glossary.ts';
import { type HomeView, homeView } from './home.ts';
import { type ListView, yearLinks } from './list.ts';
import { listDigest, nearList } from './near.ts';
import { storylinesView, storylineView } from './storylines.ts';
import { topicsView, topicView, topicYearView } from './topics.ts';
import { archiveView, yearView } from './years.ts';

/** A page by its path, with its view: made when it is asked for, since most pages are not rendered. */
export interface ViewedPage {
  path: string;
  view: () => HomeView | ListView;
  /** Of all that the view follows from; left out where that is most of the record. */
  digest?: () => string;
}

/**
 * The front page, and every page of a list: all pages but those of entries, of the owner and of the
 * search.
 */
export function listPages(archive: Archive): ViewedPage[] {
  const views = viewsOf(archive);
  return addressesOf(archive).flatMap((address) => views[address.kind]?.(address) ?? []);
}

type Views = Partial<Record<Address['kind'], (address: Address) => ViewedPage | undefined>>;

/** What makes the view of each kind of list. */
function viewsOf(archive: Archive): Views {
  const near = nearList(archive);
  const { authors, storylines, tags, years } = archive;
  const linked = linkedPages(archive);
  const one =
    (view: ViewedPage['view']) =>
    ({ path }: Address): ViewedPage => ({ path, view });
  /** A list whose digest is that of its entries, and of what else its view is handed. */
  const list = (
    { path, entries = [] }: Address,
    view: () => ListView,
    more?: unknown,
  ): ViewedPage => ({
    path,
    view,
    digest: () => listDigest(entries, archive, [path, more]),
  });
  return {
    home: one(() => homeView(archive)),
    archive: one(() => archiveView(archive)),
    topics: one(() => topicsView(archive)),
    storylines: one(() => storylinesView(archive)),
    corrections: one(() => correctionsView(archive)),
    glossary: one(() => glossaryView(archive)),
    feeds: one(() => feedsView(archive)),
    year(address) {
      const page = linked.get(address.path);
      const count = years.get(address.id ?? '')?.length ?? 0;
      return page && list(address, () => yearView(page, count, near), [page.links, count]);
    },
    topic(address) {
      const tag = tags.get(address.id ?? '');
      return tag && list(address, () => topicView(tag, near));
    },
    'topic-year'(address) {
      const page = linked.get(address.path);
      const tag = near.tags.get(address.id ?? '');
      return page && tag && list(address, () => topicYearView(tag, page, near), page.links);
    },
    storyline(address) {
      const storyline = storylines.get(address.id ?? '');
      return storyline && list(address, () => storylineView(storyline, near));
    },
    author(address) {
      const author = authors.get(address.id ?? '');
      // of who wrote all of them, the years of the record are the list
      const isOnly = author?.articles.length === archive.articles.length;
      const links = isOnly ? yearLinks(archive) : [];
      return author && list(address, () => authorView(author, links, near), links);
    },
    'author-year'(address) {
      const page = linked.get(address.path);
      const author = near.authors.get(address.id ?? '');
      return page && author && list(address, () => authorYearView(author, page, near), page.links);
    },
  };
}

/** The pages of years, each with its neighbours, by path. */
function linkedPages(archive: Archive): Map<string, LinkedPage> {
  const { authors, routes, tags } = archive;
  const lists = [
    ...[...tags.values()].map((tag) => topicSection(tag, archive)),
    ...[...authors.values()].map((author) => authorSection(author, archive)),
  ];
  return new Map([
    ...yearPages(archive).map((one): [string, LinkedPage] => [
      routes.year(one.page.year, one.page.number),
      one,
    ]),
    ...lists.flatMap(({ path, pages }) =>
      pages.map((one): [string, LinkedPage] => [
        routes.sectionYear(path, one.page.year, one.page.number),
        one,
      ]),
    ),
  ]);
}
