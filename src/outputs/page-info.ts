import type { Strings } from '../i18n/en.ts';
import type { Archive } from '../record/archive.ts';
import type { Article } from '../record/article.ts';
import type { Author } from '../record/authors.ts';
import type { PageLinks, YearPage } from '../record/pagination.ts';
import type { Storyline } from '../record/storylines.ts';
import type { Tag } from '../record/tags.ts';
import { sectionFeed, sectionFeeds } from './feeds/feed-list.ts';
import type { PageInfo } from './head.ts';

/*
 * What each kind of page says of itself: pure, so that head, structured data and tests agree.
 */

/** The page of an entry. */
export function articlePage(article: Article, archive: Archive, t: Strings): PageInfo {
  const { site, routes, tags, storylines } = archive;
  const storyline = storylines.get(article.storyline ?? '');
  const tag = tags.get(article.tags[0] ?? '');
  return {
    kind: 'article',
    path: routes.article(article),
    title: t.titles.article(article.title, site.name, article.number),
    headline: article.title,
    description: article.description,
    article,
    feeds: [
      ...(storyline
        ? [sectionFeed(archive, t, storyline.name, routes.storyline(storyline.id))]
        : []),
      ...(tag ? [sectionFeed(archive, t, tag.name, routes.topic(tag.id))] : []),
    ],
  };
}

/** The page that stands where a withdrawn entry was. */
export function withdrawnPage(article: Article, archive: Archive, t: Strings): PageInfo {
  const { routes } = archive;
  const description = t.descriptions.withdrawn;
  const page = plain(archive, t, 'nf', routes.article(article), t.withdrawn.title, description);
  return { ...page, listed: false };
}

/** The front page of the archive. */
export function archivePage(links: PageLinks, archive: Archive, t: Strings): PageInfo {
  const path = archive.routes.archive();
  return {
    ...plain(archive, t, 'archive', path, t.titles.archive, t.descriptions.archive),
    ...paths(links),
  };
}

type YearOf = Pick<YearPage<unknown>, 'year' | 'number'>;

/** A page of a year. */
export function yearPage(
  { year, number }: YearOf,
  links: PageLinks,
  archive: Archive,
  t: Strings,
): PageInfo {
  const path = archive.routes.year(year, number);
  return {
    ...plain(archive, t, 'year', path, t.titles.year(year, number), t.descriptions.year(year)),
    ...paths(links),
  };
}

/** The front page of a topic. */
export function topicPage(tag: Tag, links: PageLinks, archive: Archive, t: Strings): PageInfo {
  const path = archive.routes.topic(tag.id);
  // a tag that an open vocabulary does not list has none
  const description = tag.description || t.inFeeds.topicText(archive.site.name, tag.name);
  return {
    ...plain(archive, t, 'topic', path, t.titles.topic(tag.name), description),
    feeds: [sectionFeed(archive, t, tag.name, path)],
    ...paths(links),
  };
}

/** A page of a year of a topic or an author. */
export function sectionYearPage(
  kind: 'topic' | 'author',
  { id, name }: Tag | Author,
  { year, number }: YearOf,
  links: PageLinks,
  archive: Archive,
  t: Strings,
): PageInfo {
  const { routes } = archive;
  const front = routes[kind](id);
  const path = routes.sectionYear(front, year, number);
  const title = t.titles.sectionYear(name, year, number);
  return {
    ...plain(archive, t, kind, path, title, t.descriptions.sectionYear[kind](name, year)),
    feeds: [sectionFeed(archive, t, name, front)],
    ...paths(links),
  };
}

function paths({ newer, older }: PageLinks): Pick<PageInfo, 'newer' | 'older'> {
  return { newer: newer?.path, older: older?.path };
}

/** The page of a storyline. */
export function storylinePage(storyline: Storyline, archive: Archive, t: Strings): PageInfo {
  const path = archive.routes.storyline(storyline.id);
  const title = t.titles.storyline(storyline.name);
  return {
    ...plain(archive, t, 'storyline', path, title, storyline.description),
    feeds: [sectionFeed(archive, t, storyline.name, path)],
  };
}

/** The page of an author. */
export function authorPage(
  author: Author,
  links: PageLinks,
  archive: Archive,
  t: Strings,
): PageInfo {
  const path = archive.routes.author(author.id);
  const description = author.bio ?? t.descriptions.author(author.name);
  return {
    ...plain(archive, t, 'author', path, t.titles.author(author.name), description),
    feeds: [sectionFeed(archive, t, author.name, path)],
    ...paths(links),
  };
}

/** A page with a name of its own: topics, storylines, corrections, search, feeds, glossary. */
export function namedPage(
  name: 'topics' | 'storylines' | 'corrections' | 'search' | 'feeds' | 'glossary',
  archive: Archive,
  t: Strings,
): PageInfo {
  const { routes } = archive;
  const path = routes[name]();
  const page = plain(archive, t, name, path, t.places[name], t.descriptions[name]);
  if (name === 'corrections') {
    return { ...page, feeds: sectionFeeds(archive, t).corrections };
  }
  return name === 'search' ? { ...page, listed: false } : page;
}

/** One of the owner's pages. */
export function ownPage(
  id: string,
  { title, description }: { title: string; description: string },
  archive: Archive,
  t: Strings,
): PageInfo {
  return plain(archive, t, 'own', archive.routes.page(id), title, description);
}

/** The page for addresses at which nothing is. */
export function notFoundPage(archive: Archive, t: Strings): PageInfo {
  const path = archive.routes.file('404.html');
  const page = plain(archive, t, 'nf', path, t.notFound.title, t.descriptions.notFound);
  return { ...page, listed: false };
}

function plain(
  { site }: Archive,
  t: Strings,
  kind: string,
  path: string,
  headline: string,
  description: string,
): PageInfo {
  return { kind, path, title: t.titles.of(headline, site.name), headline, description };
}
