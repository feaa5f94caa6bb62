import { voiceOf } from '../i18n/index.ts';
import { sectionFeed } from '../outputs/feeds/feed-list.ts';
import type { Archive } from '../record/archive.ts';
import type { Author } from '../record/authors.ts';
import type { LinkedPage, Section } from '../record/pagination.ts';
import type { Tag } from '../record/tags.ts';
import { sectionRow, seriesRow } from './entry.ts';
import { entrySections, type ListView, pagerOf, searchWithin } from './list.ts';
import { pageView } from './page.ts';

/** What the front page of a topic or an author lists: the newest entries, and the years that lead to the others. */
export function sectionFront(
  { path, front, pages, links }: Section,
  archive: Archive,
): Pick<ListView, 'sections' | 'empty' | 'years' | 'pager'> {
  return {
    ...entrySections(front, sectionRow, archive),
    years: pages
      .filter(({ page }) => page.number === undefined)
      .map(({ page: { year } }) => ({ name: year, href: archive.routes.sectionYear(path, year) })),
    pager: pagerOf(links, archive),
  };
}

/**
 * A page of a year of a topic or an author.
 * @param label what the section is, in the margin
 * @param title of its front page
 */
export function sectionYearView(
  kind: 'topic' | 'author',
  section: Tag | Author,
  label: string,
  title: string,
  { page, links }: LinkedPage,
  archive: Archive,
): ListView {
  const { routes } = archive;
  const { t, within } = voiceOf(archive.site);
  const { year, number, items } = page;
  const { id, name } = section;
  const facet = 'group' in section ? section.group : kind;
  const front = routes[kind](id);
  const description =
    kind === 'topic'
      ? t.descriptions.topicYear({ name, year })
      : t.descriptions.authorYear({ name: within(name), year });
  return {
    ...pageView(
      {
        kind,
        path: routes.sectionYear(front, year, number),
        headline:
          number === undefined
            ? t.titles.sectionYear({ name, year })
            : t.titles.sectionYearPage({ name, year, page: number }),
        description,
        feeds: [sectionFeed(archive, t, name, front)],
      },
      archive,
      {
        crumbs: [
          { name, path: front },
          { name: year, path: routes.sectionYear(front, year, number) },
        ],
      },
    ),
    header: {
      label,
      title: name,
      text: description,
      search: searchWithin(
        t.titles.sectionYear({ name, year }),
        [
          [facet, id],
          ['year', year],
        ],
        archive,
      ),
      back: { name: title, href: front },
    },
    ...entrySections(items, seriesRow, archive),
    pager: pagerOf(links, archive, page),
  };
}
