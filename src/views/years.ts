import { voiceOf } from '../i18n/index.ts';
import type { Archive } from '../record/archive.ts';
import { beyondFront, frontPage, type LinkedPage } from '../record/pagination.ts';
import { sectionRow, yearRow } from './entry.ts';
import { entrySections, type ListView, pagerOf, searchWithin, statOf, yearLinks } from './list.ts';
import { pageView } from './page.ts';

/** The front page of the whole record: its newest entries, and the years that lead to the others. */
export function archiveView(archive: Archive): ListView {
  const { articles, routes, site, storylines, tags } = archive;
  const { t } = voiceOf(site);
  const path = routes.archive();
  const links = beyondFront(articles, site.counts.page, ({ year, number }) =>
    routes.year(year, number),
  );
  return {
    ...pageView(
      {
        kind: 'archive',
        path,
        headline: t.titles.archive,
        description: t.descriptions.archive,
      },
      archive,
      { crumbs: [{ name: t.places.archive, path }] },
    ),
    header: {
      label: t.lists.browse,
      title: t.lists.archiveTitle,
      text: t.lists.archiveText,
      stats: [
        statOf(articles.length, t.counts.entries, archive),
        ...(storylines.size > 0 ? [statOf(storylines.size, t.counts.storylines, archive)] : []),
        ...(tags.size > 0 ? [statOf(tags.size, t.counts.topics, archive)] : []),
      ],
      years: yearLinks(archive),
    },
    ...entrySections(frontPage(articles, site.counts.page), sectionRow, archive),
    pager: pagerOf(links, archive),
  };
}

/**
 * A page of a year. Only its newest says how many entries the year has: the others never change.
 * @param count how many those are
 */
export function yearView({ page, links }: LinkedPage, count: number, archive: Archive): ListView {
  const { year, number, items } = page;
  const { t } = voiceOf(archive.site);
  const path = archive.routes.year(year, number);
  const description = t.descriptions.year({ year });
  const isNewest = number === undefined;
  const headline = isNewest ? t.titles.year({ year }) : t.titles.yearPage({ year, page: number });
  return {
    ...pageView({ kind: 'year', path, headline, description }, archive, {
      crumbs: [
        { name: year, path: archive.routes.year(year) },
        ...(isNewest ? [] : [{ name: headline, path }]),
      ],
    }),
    header: {
      label: t.lists.year,
      title: year,
      text: description,
      search: searchWithin(year, [['year', year]], archive),
      ...(isNewest && { stats: [statOf(count, t.counts.entries, archive)] }),
    },
    entries: items.map((article) => yearRow(article, archive)),
    pager: pagerOf(links, archive, page),
  };
}
