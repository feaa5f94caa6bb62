import { workerData } from 'node:worker_threads';
import { type SnapshotParts, snapshotOf } from '../content/snapshot.ts';
import site from '../publication/site.config.ts';
import { setSnapshot } from './current.ts';
import { PageRenderer } from './renderer.ts';

/** What a thread that renders is given when it begins: the entry of the templates, and what was read. */
export interface RenderWork {
  entry: string;
  parts: SnapshotParts;
}

/** A page that a thread is to render. */
export type PageJob = readonly [pathname: string, component: string];

// Tinypool hands on what it was given as the second of two
const [, { entry, parts }] = workerData as [unknown, RenderWork];
setSnapshot(Promise.resolve(snapshotOf(site, parts)));
const renderer = PageRenderer.open(entry);

/** A thread's work: renders pages. */
export default async function renderPages(jobs: readonly PageJob[]): Promise<Uint8Array[]> {
  const { render } = await renderer;
  const pages: Uint8Array[] = [];
  for (const [pathname, component] of jobs) pages.push(await render(pathname, component));
  return pages;
}
