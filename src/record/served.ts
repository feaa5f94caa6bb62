import type { Archive } from './archive.ts';
import { Routes } from './routes.ts';

/** Routes without the base path: a site may move. */
const routes = new Routes('https://site.invalid/');

/**
 * Addresses, beside those of articles, that readers may have kept: of topics, storylines, authors
 * (each with its feed) and of pages.
 * @param pages ids of `content/pages/`
 */
export function servedPages(archive: Archive, pages: Iterable<string>): string[] {
  const sections = [
    ...[...archive.tags.keys()].map((id) => routes.topic(id)),
    ...[...archive.storylines.keys()].map((id) => routes.storyline(id)),
    ...[...archive.authors.keys()].map((id) => routes.author(id)),
  ];
  return [...sections, ...[...pages].map((id) => routes.page(id))];
}
