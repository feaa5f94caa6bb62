import { voiceOf } from '../../i18n/index.ts';
import type { Archive } from '../../record/archive.ts';
import { FEEDS } from '../../record/routes.ts';
import type { DestinationKind, Destinations, Listed } from './destinations.ts';

/** A page of the owner's, as the search knows it. */
export interface SearchedPage {
  id: string;
  title: string;
  description: string;
  /** Other words that lead to it. */
  synonyms: readonly string[];
  headings: readonly { slug: string; text: string }[];
}

/** What beside entries a query may mean: terms, storylines, topics, authors, pages and their sections. */
export function destinationList(archive: Archive, pages: readonly SearchedPage[]): Destinations {
  const { routes, site } = archive;
  const { t, f } = voiceOf(site);
  const counted = (n: number, noun: (values: { n: number }) => string) =>
    `${f.number(n)} ${noun({ n })}`;
  const all: Destinations = {};
  const add = (kind: DestinationKind, ...listed: Listed) => {
    all[kind] = [...(all[kind] ?? []), listed];
  };
  for (const [id, { name, text, synonyms }] of archive.glossary) {
    add('term', name, `${routes.glossary()}#${id}`, text, ...synonyms);
  }
  for (const { id, name, parts } of archive.storylines.values()) {
    add('storyline', name, routes.storyline(id), counted(parts.length, t.counts.parts));
  }
  for (const { id, name, group, articles, synonyms } of archive.tags.values()) {
    const count = counted(articles.length, t.counts.entries);
    add(group, name, routes.topic(id), count, ...synonyms);
  }
  for (const { id, name, articles } of archive.authors.values()) {
    add('author', name, routes.author(id), counted(articles.length, t.counts.entries));
  }
  for (const name of ['archive', 'topics', 'storylines', 'corrections', 'glossary'] as const) {
    if (name !== 'archive' && !archive.sections.has(name)) continue;
    add('page', t.places[name], routes[name](), t.descriptions[name]);
  }
  const formats = [...Object.values(FEEDS).map((feed) => feed.name), 'OPML'];
  add('page', t.places.feeds, routes.feeds(), t.descriptions.feeds, ...formats);
  for (const { id, title, description, synonyms, headings } of pages) {
    add('page', title, routes.page(id), description, ...synonyms);
    for (const { slug, text } of headings) {
      const name = title + t.signs.colon + text;
      add('page', name, `${routes.page(id)}#${slug}`, '', text);
    }
  }
  return all;
}
