import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { now } from '../content/clock.ts';
import { FileDigests } from '../content/file-digests.ts';
import { knownIds } from '../content/known-ids.ts';
import { Memo } from '../content/memo.ts';
import { TOKENS } from '../content/palette.ts';
import { Reading } from '../content/reading.ts';
import { readSnapshot, type Snapshot } from '../content/snapshot.ts';
import { mediaType } from '../lib/media.ts';
import { FOLDER } from '../outputs/search/names.ts';
import { ARTICLES } from '../record/article-file.ts';
import { articleSchema } from '../record/editor-schemas.ts';
import { formatProblems, type Problem } from '../record/problem.ts';
import { Routes } from '../record/routes.ts';
import type { Site } from '../record/site.ts';
import { currentSnapshot, setSnapshot } from './current.ts';
import { codeDigest, importedByPages } from './digests.ts';
import { drawnFile } from './drawings.ts';
import { FolderWatch } from './folder-watch.ts';
import { PreviewPages } from './preview-pages.ts';

/** How long a writer's editor may take to write several files, in milliseconds. */
const PAUSE = 50;

/** How long the browser may take to ask for the page of what was saved, in milliseconds. */
const PAGE_FIRST = 150;

/** The module through which pages find the snapshot. */
const CURRENT = fileURLToPath(new URL('./current.ts', import.meta.url));

/** The owner's facts: read anew when they change, but for the address, which Astro has taken. */
const CONFIG = 'src/publication/site.config.ts';

/** What a snapshot is made of. */
const READ = ['content/', 'public/', TOKENS, CONFIG];

/** What templates are made of, beside the owner's pages. */
const CODE = ['src/', 'astro.config.mjs'];
const PAGES = 'content/pages/';

/** What Vite need not watch: {@link FolderWatch} watches the articles, and nobody edits the others. */
const UNWATCHED = [ARTICLES, 'dist', '.cache'];

/** The module of the fields of articles, as editors know them. */
const EDITOR_SCHEMA = 'virtual:editor-schema';

/** What is told of articles; Astro begins another server when its configuration changes. */
let articles: FolderWatch | undefined;

/**
 * The preview of `astro dev`: reads the content when it changes, what changed of it, drafts and future
 * entries with it, and shows what is wrong over the page and in the terminal until it is mended. Pages
 * are rendered as in a build; by Vite while templates change. It draws the pictures, charts and cards
 * that the browser asks for, and is lent the search index of the last build.
 */
export function preview(site: Site): AstroIntegration {
  return {
    name: 'preview',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        const root = fileURLToPath(config.root);
        const left = UNWATCHED.map((folder) => join(root, folder) + sep);
        const ignored = (path: string): boolean => left.some((folder) => path.startsWith(folder));
        const schema = command === 'dev' ? articleSchema(site, knownIds(root, site)) : {};
        // Vite's own DEV is that of the environment, where a variable has that name
        const define = { IS_PREVIEW: String(command === 'dev') };
        updateConfig({
          vite: { define, plugins: [editorSchema(schema)], server: { watch: { ignored } } },
        });
      },
      'astro:server:setup': ({ server, logger }) => {
        const { root, base } = server.config;
        const reading = new Reading(root, new FileDigests(root, true));
        const memo = new Memo(join(root, '.cache', 'preview.json'), codeDigest(root));
        const pages = new PreviewPages(root);
        const search = decodeURI(Routes.rootless(site).search());
        let shown = '';
        let said = '';
        let waiting = false;
        let last: Promise<unknown> = Promise.resolve();
        let changed = 0;
        let pagesChanged = false;
        /** Node keeps a module for as long as its address is the same. */
        const facts = async (): Promise<Site> => {
          if (changed === 0) return site;
          const file = pathToFileURL(join(root, CONFIG));
          return ((await import(`${file}?${changed}`)) as { default: Site }).default;
        };
        const show = (): void => {
          if (shown !== '') server.ws.send({ type: 'error', err: { message: shown, stack: '' } });
        };
        /** Pages wait for this reading; those that come while it waits share it. */
        const read = (): void => {
          if (waiting) return;
          waiting = true;
          const before = last;
          const snapshot = sleep(PAUSE).then(async () => {
            await before;
            waiting = false;
            return readSnapshot(root, await facts(), now(), { drafts: true, reading, memo });
          });
          setSnapshot(snapshot);
          pages.contentChanged();
          // Astro keeps the list of a page's paths for as long as its module is the same
          for (const { moduleGraph } of Object.values(server.environments)) {
            for (const module of moduleGraph.getModulesByFile(CURRENT) ?? []) {
              moduleGraph.invalidateModule(module);
            }
          }
          last = snapshot.then(tell, fail);
        };
        const tell = async ({ problems, check }: Snapshot): Promise<void> => {
          shown = errorsOf(problems);
          // a page that cannot be compiled stays as it was
          if (pagesChanged && problems.every(({ file }) => !file.startsWith(PAGES))) {
            pagesChanged = false;
            pages.pageChanged();
          }
          server.ws.send({ type: 'full-reload' });
          show();
          // the page comes first: to see everything together takes longer than to render it
          await sleep(PAGE_FIRST);
          if (waiting) return;
          const all = [...problems, ...check()];
          const before = shown;
          shown = errorsOf(all);
          if (shown !== before) show();
          const text = all.length > 0 ? formatProblems(all) : '';
          if (text !== '' && text !== said) logger[shown === '' ? 'warn' : 'error'](`\n${text}`);
          said = text;
        };
        const fail = (error: unknown): void => {
          shown = error instanceof Error ? error.message : String(error);
          logger.error(shown);
          show();
        };
        server.ws.on('connection', show);
        server.watcher.on('all', (_event, file) => {
          const path = relative(root, file).replaceAll('\\', '/');
          reading.digests.forget(path);
          if (path === ARTICLES) articles?.begin();
          if (path === CONFIG) changed += 1;
          const isOfPages = path.startsWith(PAGES) || importedByPages(root).includes(path);
          if (isOfPages) pagesChanged = true;
          if (CODE.some((start) => path.startsWith(start))) pages.codeChanged();
          if (isOfPages || READ.some((start) => path.startsWith(start))) read();
        });
        articles?.close();
        articles = new FolderWatch(join(root, ARTICLES), (happened, file) => {
          server.watcher.emit(happened, file);
          server.watcher.emit('all', happened, file);
        });
        const answer = async (path: string): Promise<Response | undefined> => {
          const file = await fileFor(path, root);
          if (file) return new Response(new Uint8Array(file));
          // in a preview it says more than on the site: that there is no search index yet
          if (path === search) return undefined;
          // a page waits for what was saved before it
          await currentSnapshot();
          return pages.at(path);
        };
        server.middlewares.use((request, response, next) => {
          const path = decodeURI(new URL(request.url ?? '/', 'http://localhost').pathname);
          answer(path).then(async (found) => {
            if (!found) return next();
            const bytes = Buffer.from(await found.arrayBuffer());
            const isPage = found.headers.get('Content-Type')?.startsWith('text/html') ?? false;
            response.statusCode = found.status;
            response.setHeader('Content-Type', isPage ? 'text/html' : mediaType(path));
            response.end(isPage ? withClient(bytes.toString(), base) : bytes);
          }, next);
        });
        read();
        void last.then(() => memo.save());
      },
    },
  };
}

/** Lends `content.config.ts` the fields of articles: to load what they follow from, Vite would take a second. */
function editorSchema(schema: object) {
  return {
    name: 'editor schema',
    resolveId: (id: string) => (id === EDITOR_SCHEMA ? id : undefined),
    load: (id: string) =>
      id === EDITOR_SCHEMA ? `export default ${JSON.stringify(schema)}` : undefined,
  };
}

/** What is said of problems over a page: nothing while they are warnings. */
function errorsOf(problems: readonly Problem[]): string {
  return problems.some(({ severity }) => severity === 'error') ? formatProblems(problems) : '';
}

/** A page with the script through which Vite tells it to reload, and shows what is wrong. */
function withClient(html: string, base: string): string {
  const script = `<script type="module" src="${base.replace(/\/?$/, '/')}@vite/client"></script>`;
  return html.replace('</head>', `${script}</head>`);
}

/** The file that an address of the preview asks for, if it is drawn or part of the search index. */
async function fileFor(path: string, root: string): Promise<Uint8Array | undefined> {
  if (path.startsWith(`/${FOLDER}`)) {
    return readFile(join(root, 'dist', path)).catch(() => undefined);
  }
  if (!mediaType(path).startsWith('image/')) return undefined;
  return drawnFile(path, await currentSnapshot());
}
