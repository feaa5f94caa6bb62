import type { Archive } from '../record/archive.ts';
import { authorSection, topicSection, yearPages } from '../record/pagination.ts';
import type { Section } from '../record/sections.ts';
import { authorView, authorYearView } from './authors.ts';
import { correctionsView } from './corrections.ts';
import { feedsView } from './feeds.ts';
import { glossaryView } from './glossary.ts';
import { type HomeView, homeView } from './home.ts';
import type { ListView } from './list.ts';
import type { OwnPage } from './shell.ts';
import { storylinesView, storylineView } from './storylines.ts';
import { topicsView, topicView, topicYearView } from './topics.ts';
import { archiveView, yearView } from './years.ts';

/** A page by its path, with its view: made when it is asked for, since most pages are not rendered. */
export interface ViewedPage {
  path: string;
  view: () => HomeView | ListView;
}

/**
 * The front page, and every page of a list: all pages but those of entries, of the owner and of the
 * search.
 * @param pages the owner's
 */
export function listPages(archive: Archive, pages: readonly OwnPage[]): ViewedPage[] {
  const { authors, routes, sections, storylines, tags } = archive;
  const section = (name: Section, view: ViewedPage['view']): ViewedPage[] =>
    sections.has(name) ? [{ path: routes[name](), view }] : [];
  return [
    { path: routes.home(), view: () => homeView(archive) },
    { path: routes.archive(), view: () => archiveView(archive) },
    ...yearPages(archive).map((linked) => ({
      path: routes.year(linked.page.year, linked.page.number),
      view: () => yearView(linked, archive),
    })),
    ...section('topics', () => topicsView(archive)),
    ...[...tags.values()].flatMap((tag) => [
      { path: routes.topic(tag.id), view: () => topicView(tag, archive) },
      ...topicSection(tag, archive).pages.map((linked) => ({
        path: routes.sectionYear(routes.topic(tag.id), linked.page.year, linked.page.number),
        view: () => topicYearView(tag, linked, archive),
      })),
    ]),
    ...section('storylines', () => storylinesView(archive)),
    ...[...storylines.values()].map((storyline) => ({
      path: routes.storyline(storyline.id),
      view: () => storylineView(storyline, archive),
    })),
    ...[...authors.values()].flatMap((author) => [
      { path: routes.author(author.id), view: () => authorView(author, archive) },
      ...authorSection(author, archive).pages.map((linked) => ({
        path: routes.sectionYear(routes.author(author.id), linked.page.year, linked.page.number),
        view: () => authorYearView(author, linked, archive),
      })),
    ]),
    ...section('corrections', () => correctionsView(archive, pages)),
    ...section('glossary', () => glossaryView(archive)),
    { path: routes.feeds(), view: () => feedsView(archive) },
  ];
}
