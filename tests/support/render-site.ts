import { createHash } from 'node:crypto';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

/*
 * A process that renders every page of the project in its working directory, as the build does, each
 * time it is sent a moment. It answers with each page's key and the digest of its bytes, or with what
 * is wrong with the content.
 */

const root = process.cwd();

/** The project's own modules: those beside this file belong to another one. */
function load(path: string) {
  return import(pathToFileURL(join(root, 'src', path)).href);
}

const { default: site }: typeof import('../../src/publication/site.config.ts') = await load(
  'publication/site.config.ts',
);
const { readSnapshot }: typeof import('../../src/content/snapshot.ts') =
  await load('content/snapshot.ts');
const { setSnapshot }: typeof import('../../src/press/current.ts') = await load('press/current.ts');
const { pagesDigest }: typeof import('../../src/press/digests.ts') = await load('press/digests.ts');
const { openPages }: typeof import('../../src/press/renderer.ts') = await load('press/renderer.ts');
const { compiledTemplates }: typeof import('../../src/press/templates.ts') =
  await load('press/templates.ts');

async function renderAll(now: number) {
  const snapshot = await readSnapshot(root, site, now);
  const errors = snapshot.problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return { errors: errors.map(({ message }) => message) };
  setSnapshot(Promise.resolve(snapshot));
  const { entry } = await compiledTemplates(
    { root, templates: pagesDigest(root), press: 'tests', verbose: false },
    () => {},
  );
  await forgetPaths(entry);
  const pages: Record<string, { key: string | undefined; bytes: string }> = {};
  for (const { pathname, key, render } of await openPages(entry)) {
    const bytes = createHash('sha256')
      .update(await render())
      .digest('hex');
    pages[pathname] = { key, bytes };
  }
  return { pages };
}

interface Program {
  app: { manifest: { pageMap: Map<string, () => Promise<{ page: () => Promise<object> }>> } };
}

/** Astro asks a module once which pages it makes: as another object it is asked anew. */
async function forgetPaths(entry: string): Promise<void> {
  const { app } = (await import(pathToFileURL(entry).href)) as Program;
  const { pageMap } = app.manifest;
  for (const [component, loadPage] of pageMap) {
    const loaded = await loadPage();
    const page = { ...(await loaded.page()) };
    pageMap.set(component, async () => ({ ...loaded, page: async () => page }));
  }
}

process.on('message', async (now: number) => {
  process.send?.(await renderAll(now));
});
