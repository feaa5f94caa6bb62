import { voiceOf } from '../i18n/index.ts';
import type { Archive } from '../record/archive.ts';
import { storylinesByName } from '../record/storylines.ts';
import { yearLinks } from './list.ts';
import { type Link, namedPage, pageView, type View } from './page.ts';

/** A page with a search, and the ways into the record that need none. */
export interface SearchView extends View {
  ways: { title: string; links: Link[] }[];
}

export function searchView(archive: Archive): SearchView {
  const facts = { ...namedPage('search', archive), listed: false };
  return { ...pageView(facts, archive), ways: waysInto(archive) };
}

/**
 * The page for addresses at which nothing is. (The last entries would change it, which every cache
 * holds, with each new one.)
 */
export function notFoundView(archive: Archive): SearchView {
  const { t } = voiceOf(archive.site);
  const facts = {
    kind: 'missing',
    path: archive.routes.file('404.html'),
    headline: t.notFound.title,
    description: t.descriptions.notFound,
    listed: false,
  };
  return { ...pageView(facts, archive), ways: waysInto(archive) };
}

/** Topics, storylines and years. */
function waysInto(archive: Archive): SearchView['ways'] {
  const { routes, storylines, tags } = archive;
  const { t } = voiceOf(archive.site);
  return [
    {
      title: t.places.topics,
      links: [...tags.values()].map(({ id, name }) => ({ name, href: routes.topic(id) })),
    },
    {
      title: t.places.storylines,
      links: storylinesByName(storylines).map(({ id, name }) => ({
        name,
        href: routes.storyline(id),
      })),
    },
    { title: t.lists.years, links: yearLinks(archive) },
  ].filter(({ links }) => links.length > 0);
}
