import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { formatProblems } from '../record/problem.ts';
import type { Site } from '../record/site.ts';
import { now } from './clock.ts';
import type { BuildContent } from './content.ts';
import { madeInBuild } from './shared.ts';

/** What the collections of `content.config.ts` hold. */
type Kind = 'articles' | 'tags' | 'authors' | 'storylines' | 'glossary';

/**
 * Astro's loader of one collection. All collections come from one reading of `content/`, checked
 * as a whole; that of the articles tells what is wrong. `npm run build` has read the articles before,
 * and pages take them from there (`src/press/site/archive.ts`): there the collection of articles is empty.
 */
export function contentLoader(kind: Kind, site: Site): Loader {
  return {
    name: kind,
    async load(context) {
      const root = fileURLToPath(context.config.root);
      if (kind === 'articles' && madeInBuild('content', root, now())) {
        // Astro would write them out, bundle them and read them again: a third of the memory at 10,000
        context.store.clear();
        return;
      }
      await fill(context, kind, readOnce(root, site));
      const { watcher } = context;
      if (!watcher) return;
      const folder = join(root, 'content');
      watcher.add(folder);
      watcher.on('all', (_event, path) => {
        if (path.startsWith(folder)) void fill(context, kind, readAgain(root, site));
      });
    },
  };
}

/** @throws Error in a build, when there is an error: all problems, in the words of the check */
async function fill(
  { store, watcher, logger }: LoaderContext,
  kind: Kind,
  reading: Promise<BuildContent>,
): Promise<void> {
  const { content, records, problems } = await reading;
  const broken = problems.some(({ severity }) => severity === 'error');
  if (kind === 'articles' && problems.length > 0) {
    if (broken && !watcher) throw new Error(`\n${formatProblems(problems)}`);
    if (watcher) logger[broken ? 'error' : 'warn'](`\n${formatProblems(problems)}`);
  }
  store.clear();
  if (kind === 'articles') {
    for (const record of records) {
      store.set({ id: record.id, data: { ...record }, filePath: record.file });
    }
    return;
  }
  for (const [id, data] of content[kind]) store.set({ id, data: { ...data } });
}

let reading: Promise<BuildContent> | undefined;
let fresh = false;

/** The reading that all loaders of a build share. What reads is loaded only when nobody has read yet. */
function readOnce(root: string, site: Site): Promise<BuildContent> {
  reading ??=
    madeInBuild('content', root, now()) ??
    import('./content.ts').then(({ contentOfBuild }) => contentOfBuild(root, site, now()));
  return reading;
}

/** A new reading after a change; every loader hears of the change in the same turn and shares it. */
function readAgain(root: string, site: Site): Promise<BuildContent> {
  if (!fresh) {
    fresh = true;
    setImmediate(() => {
      fresh = false;
    });
    reading = import('./content.ts').then(({ checkContent }) =>
      checkContent(root, site, Date.now()),
    );
  }
  return readOnce(root, site);
}
