import { type CollectionEntry, getCollection, render } from 'astro:content';

/** A page of the owner's. */
export type OwnPage = CollectionEntry<'pages'>;

let pages: Promise<OwnPage[]> | undefined;

/** The owner's pages (`content/pages/`), by id: about, methods, policies. Asked for once per build. */
export function getPages(): Promise<OwnPage[]> {
  if (import.meta.env.DEV) return readPages();
  pages ??= readPages();
  return pages;
}

async function readPages(): Promise<OwnPage[]> {
  const entries = await getCollection('pages');
  return entries.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The component of an owner's page. */
export function renderPage(page: OwnPage) {
  return render(page);
}
