import type { Archive } from '../record/archive.ts';
import type { Article } from '../record/article.ts';
import {
  authorSection,
  type LinkedPage,
  type Section as LongList,
  topicSection,
  yearPages,
} from '../record/pagination.ts';
import type { Section } from '../record/sections.ts';
import { authorView, authorYearView } from './authors.ts';
import { correctionsView } from './corrections.ts';
import { feedsView } from './feeds.ts';
import { glossaryView } from './glossary.ts';
import { type HomeView, homeView } from './home.ts';
import { type ListView, yearLinks } from './list.ts';
import { listDigest, nearList } from './near.ts';
import type { OwnPage } from './shell.ts';
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
 * @param pages the owner's
 */
export function listPages(archive: Archive, pages: readonly OwnPage[]): ViewedPage[] {
  const { authors, routes, sections, storylines, tags, years } = archive;
  const near = nearList(archive);
  const section = (name: Section, view: ViewedPage['view']): ViewedPage[] =>
    sections.has(name) ? [{ path: routes[name](), view }] : [];
  const listed = (
    path: string,
    entries: readonly Article[],
    more: unknown,
    view: () => ListView,
  ): ViewedPage => ({ path, view, digest: () => listDigest(entries, archive, [path, more]) });
  const long = (
    { path, pages }: LongList,
    entries: readonly Article[],
    front: () => ListView,
    ofYear: (page: LinkedPage) => ListView,
    more?: unknown,
  ): ViewedPage[] => [
    listed(path, entries, more, front),
    ...pages.map(({ page, links }) =>
      listed(routes.sectionYear(path, page.year, page.number), page.items, links, () =>
        ofYear({ page, links }),
      ),
    ),
  ];
  return [
    { path: routes.home(), view: () => homeView(archive) },
    { path: routes.archive(), view: () => archiveView(archive) },
    ...yearPages(archive).map(({ page, links }) => {
      const count = years.get(page.year)?.length ?? 0;
      return listed(routes.year(page.year, page.number), page.items, [links, count], () =>
        yearView({ page, links }, count, near),
      );
    }),
    ...section('topics', () => topicsView(archive)),
    ...[...tags.values()].flatMap((tag) =>
      long(
        topicSection(tag, archive),
        tag.articles,
        () => topicView(tag, near),
        (page) => topicYearView(near.tags.get(tag.id) ?? tag, page, near),
      ),
    ),
    ...section('storylines', () => storylinesView(archive)),
    ...[...storylines.values()].map((storyline) =>
      listed(routes.storyline(storyline.id), storyline.parts, undefined, () =>
        storylineView(storyline, near),
      ),
    ),
    ...[...authors.values()].flatMap((author) => {
      // of who wrote all of them, the years of the record are the list
      const years = author.articles.length === archive.articles.length ? yearLinks(archive) : [];
      return long(
        authorSection(author, archive),
        author.articles,
        () => authorView(author, years, near),
        (page) => authorYearView(near.authors.get(author.id) ?? author, page, near),
        years,
      );
    }),
    ...section('corrections', () => correctionsView(archive, pages)),
    ...section('glossary', () => glossaryView(archive)),
    { path: routes.feeds(), view: () => feedsView(archive) },
  ];
}
