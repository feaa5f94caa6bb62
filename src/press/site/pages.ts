import { type CollectionEntry, getCollection, render } from 'astro:content';
import type { OwnPage } from '../../views/shell.ts';

/** The owner's pages (`content/pages/`), by id: about, methods, policies. */
export async function getPageEntries(): Promise<CollectionEntry<'pages'>[]> {
  return (await getCollection('pages')).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The same, as other pages name them. */
export async function getPages(): Promise<OwnPage[]> {
  return (await getPageEntries()).map(({ id, data }) => ({ id, title: data.title }));
}

/** The component of an owner's page. */
export function renderPage(entry: CollectionEntry<'pages'>) {
  return render(entry);
}
