import { voiceOf } from '../i18n/index.ts';
import { sectionFeed } from '../outputs/feeds/feed-list.ts';
import type { Archive } from '../record/archive.ts';
import type { Author } from '../record/authors.ts';
import { authorSection, type LinkedPage, type Section } from '../record/pagination.ts';
import { sectionRow } from './entry.ts';
import { addressesOf, authorData } from './json-ld.ts';
import { entrySections, type ListView, searchWithin, statOf } from './list.ts';
import { type Link, pageView } from './page.ts';
import { sectionFront, sectionYearView } from './sections.ts';

/**
 * The front page of an author: who it is, and their newest entries.
 * @param years of the record, if all of its entries are theirs
 */
export function authorView(author: Author, years: readonly Link[], archive: Archive): ListView {
  const { articles, name, role, bio, email } = author;
  const { t, within } = voiceOf(archive.site);
  const section = authorSection(author, archive);
  const feed = sectionFeed(archive, t, name, section.path);
  const corrected = articles.filter(({ corrections }) => corrections.length > 0).length;
  return {
    ...pageView(
      {
        kind: 'author',
        path: section.path,
        headline: t.titles.author({ name: within(name) }),
        description: bio ?? t.descriptions.author({ name: within(name) }),
        feeds: [feed],
      },
      archive,
      { data: authorData(author, archive) },
    ),
    header: {
      label: role ?? t.lists.author,
      title: name,
      text: bio,
      stats: [
        statOf(articles.length, t.counts.entries, archive),
        ...(corrected > 0 || archive.site.voice === 'docket'
          ? [statOf(corrected, t.counts.corrected, archive)]
          : []),
      ],
      actions: {
        button: email === undefined ? undefined : { name: email, href: `mailto:${email}` },
        links: [
          ...addressesOf(author).map((href) => ({ name: new URL(href).hostname, href, rel: 'me' })),
          { name: t.storyline.follow, href: feed.path },
        ],
      },
      search: searchWithin(name, [['author', author.id]], archive),
    },
    ...(years.length > 0 && articles.length > LAST
      ? lastOf(section, years, archive)
      : sectionFront(section, archive)),
  };
}

/** Most entries on the page of an author who wrote all: the years of the record have the others. */
const LAST = 5;

function lastOf(section: Section, years: readonly Link[], archive: Archive) {
  const { sections = [], ...rest } = entrySections(
    section.front.slice(0, LAST),
    sectionRow,
    archive,
  );
  const shown = new Set(sections.map(({ id }) => id));
  return {
    ...sectionFront(section, archive),
    ...rest,
    sections,
    // who follows a link to a year that stood here finds the way to it
    years: years.map((link) =>
      shown.has(`y${link.name}`) ? link : { ...link, id: `y${link.name}` },
    ),
  };
}

/** A page of a year of an author. */
export function authorYearView(author: Author, page: LinkedPage, archive: Archive): ListView {
  const { t, within } = voiceOf(archive.site);
  const label = author.role ?? t.lists.author;
  const title = t.titles.author({ name: within(author.name) });
  return sectionYearView('author', author, label, title, page, archive);
}
