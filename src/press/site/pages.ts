import { type CollectionEntry, getCollection, render } from 'astro:content';
import type { OwnPage } from '../../views/shell.ts';

let entries: Promise<CollectionEntry<'pages'>[]> | undefined;

/** The owner's pages (`content/pages/`), by id: about, methods, policies. Asked for once per build. */
export function getPageEntries(): Promise<CollectionEntry<'pages'>[]> {
  if (import.meta.env.DEV) return readEntries();
  entries ??= readEntries();
  return entries;
}

/** The same, as other pages name them. */
export async function getPages(): Promise<OwnPage[]> {
  return (await getPageEntries()).map(({ id, data }) => ({ id, title: data.title }));
}

async function readEntries(): Promise<CollectionEntry<'pages'>[]> {
  return (await getCollection('pages')).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The component of an owner's page. */
export function renderPage(entry: CollectionEntry<'pages'>) {
  return render(entry);
}
