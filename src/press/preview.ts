import { createReadStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { now } from '../content/clock.ts';
import { readSnapshot, type Snapshot } from '../content/snapshot.ts';
import { mediaType } from '../lib/media.ts';
import { FOLDER } from '../outputs/search/names.ts';
import { formatProblems } from '../record/problem.ts';
import type { Site } from '../record/site.ts';
import { currentSnapshot, setSnapshot } from './current.ts';
import { drawnFile } from './drawings.ts';

/** How long a writer's editor may take to write several files, in milliseconds. */
const PAUSE = 50;

/** The module through which pages find the snapshot. */
const CURRENT = fileURLToPath(new URL('./current.ts', import.meta.url));

/** The owner's facts: read anew when they change, but for the address, which Astro has taken. */
const CONFIG = 'src/site.config.ts';

/** What a snapshot is made of. */
const READ = ['content/', 'public/', 'src/ui/styles/tokens.css', CONFIG];

/**
 * The preview of `astro dev`: reads the content when it changes, once, drafts and future entries with
 * it, and shows what is wrong over the page and in the terminal until it is mended. It draws the
 * pictures, charts and cards that the browser asks for, and is lent the search index of the last
 * build.
 */
export function preview(site: Site): AstroIntegration {
  return {
    name: 'preview',
    hooks: {
      'astro:server:setup': ({ server, logger }) => {
        const root = server.config.root;
        let shown = '';
        let waiting = false;
        let last: Promise<unknown> = Promise.resolve();
        let changed = 0;
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
          const reading = sleep(PAUSE).then(async () => {
            await before;
            waiting = false;
            return readSnapshot(root, await facts(), now(), true);
          });
          setSnapshot(reading);
          // Astro keeps the list of a page's paths for as long as its module is the same
          for (const { moduleGraph } of Object.values(server.environments)) {
            for (const module of moduleGraph.getModulesByFile(CURRENT) ?? []) {
              moduleGraph.invalidateModule(module);
            }
          }
          last = reading.then(tell, fail);
        };
        const tell = ({ problems }: Snapshot): void => {
          const broken = problems.some(({ severity }) => severity === 'error');
          const text = problems.length > 0 ? formatProblems(problems) : '';
          if (text !== '') logger[broken ? 'error' : 'warn'](`\n${text}`);
          shown = broken ? text : '';
          server.ws.send({ type: 'full-reload' });
          show();
        };
        const fail = (error: unknown): void => {
          shown = error instanceof Error ? error.message : String(error);
          logger.error(shown);
          show();
        };
        server.ws.on('connection', show);
        server.watcher.on('all', (_event, path) => {
          if (path === join(root, CONFIG)) changed += 1;
          if (READ.some((folder) => path.startsWith(join(root, folder)))) read();
        });
        server.middlewares.use((request, response, next) => {
          const path = decodeURI(new URL(request.url ?? '/', 'http://localhost').pathname);
          fileFor(path, root).then((file) => {
            if (file === undefined) return next();
            response.setHeader('Content-Type', mediaType(path));
            createReadStream(file).pipe(response);
          }, next);
        });
        read();
      },
    },
  };
}

/** The file that an address of the preview asks for, if it is drawn or part of the search index. */
async function fileFor(path: string, root: string): Promise<string | undefined> {
  if (path.startsWith(`/${FOLDER}`)) {
    const file = join(root, 'dist', path);
    return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
  }
  if (!mediaType(path).startsWith('image/')) return undefined;
  return drawnFile(path, await currentSnapshot());
}
