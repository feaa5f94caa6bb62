import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { archiveOfBuild, loadArchive } from '../../content/archive.ts';
import { now } from '../../content/clock.ts';
import { mediaType } from '../../lib/media.ts';
import { inParallel } from '../../lib/parallel.ts';
import { currentRelease, type Reporter } from '../../press/current.ts';
import type { Archive } from '../../record/archive.ts';
import type { Site } from '../../record/site.ts';
import { dropUnused } from './unused.ts';

/** A file of the site that is drawn from the archive: a picture, a social card, an icon. */
export interface DrawnFile {
  /** Its address on the site, as `Routes` spells it. */
  href: string;
  /** Its name in the cache: says everything that its bytes follow from. */
  key: string;
  /** The file of the project that it is drawn from, for messages. */
  source: string;
  /**
   * Whether its address changes with what it shows and how that looks. Then the last release's need
   * not be made again, and browsers keep it for a year. (A look made by code is in the address only
   * when the constant `LOOK` of its kind is raised.)
   */
  lasting?: boolean;
}

/** A kind of drawn files: what there is, and who draws it. */
export interface Drawing<File extends DrawnFile> {
  /** Name of the integration, and of its cache below `.cache`. */
  name: string;
  /** The files that this archive calls for. */
  list(archive: Archive, root: string): File[] | Promise<File[]>;
  /** Somebody who can draw `count` of them. */
  open(root: string, count: number): Artist<File> | Promise<Artist<File>>;
}

export interface Artist<File> {
  draw(file: File): Promise<Uint8Array>;
  /** How many it draws at once; as many as there are processors, if it does not say. */
  hands?: number;
  close?(): Promise<void>;
}

/**
 * An Astro integration that puts drawn files into the site. Each is drawn once and then kept in
 * `.cache`, so a build with nothing new draws nothing. A preview draws what the browser asks for,
 * drafts included.
 */
export function drawn<File extends DrawnFile>(
  site: Site,
  drawing: Drawing<File>,
): AstroIntegration {
  let root = '';
  let step: Reporter['step'] = () => {};
  let work: Promise<{ archive: Archive; files: File[]; used: ReadonlySet<string> }>;
  return {
    name: drawing.name,
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      // nothing here waits for pages: threads draw while they are rendered
      'astro:build:start': () => {
        const release = currentRelease();
        work = inTurn(async () => {
          const archive = await archiveOfBuild(root, site, now());
          const wanted = await drawing.list(archive, root);
          const files = wanted.filter(
            ({ href, lasting }) => !(lasting && release.keep(archive.routes.below(href))),
          );
          await draw(root, drawing, files, (done, total) => step(done, total));
          return { archive, files, used: new Set(wanted.map(({ key }) => key)) };
        });
        // heard when the pages are done
        work.catch(() => {});
      },
      'astro:build:done': async ({ dir }) => {
        const release = currentRelease();
        release.stage(drawing.name);
        step = (done, total) => release.step(done, total);
        const { archive, files, used } = await work;
        const out = fileURLToPath(dir);
        await inParallel(files, 16, (file) =>
          place(cached(root, drawing, file), join(out, archive.routes.below(file.href))),
        );
        // now and then is enough
        if (release.isWhole) await dropUnused(folderOf(root, drawing), used);
      },
      'astro:server:setup': ({ server }) => {
        let files: Promise<Map<string, File>> | undefined;
        server.watcher.on('all', () => {
          files = undefined;
        });
        server.middlewares.use((request, response, next) => {
          files ??= listForPreview(root, site, drawing);
          const path = new URL(request.url ?? '/', 'http://localhost').pathname;
          serve(root, drawing, files, path).then((found) => {
            if (!found) return next();
            response.setHeader('Content-Type', mediaType(path));
            response.end(found);
          }, next);
        });
      },
    },
  };
}

let turn: Promise<unknown> = Promise.resolve();

/** Does one kind of drawing after the other: each keeps every processor busy. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = turn.then(work);
  turn = done.catch(() => {});
  return done;
}

async function listForPreview<File extends DrawnFile>(
  root: string,
  site: Site,
  drawing: Drawing<File>,
): Promise<Map<string, File>> {
  const archive = await loadArchive(root, site, now(), { drafts: true });
  const files = await drawing.list(archive, root);
  // what Astro hands on has its base path taken off
  return new Map(files.map((file) => [`/${archive.routes.below(file.href)}`, file]));
}

async function serve<File extends DrawnFile>(
  root: string,
  drawing: Drawing<File>,
  files: Promise<Map<string, File>>,
  path: string,
): Promise<Uint8Array | undefined> {
  const file = (await files).get(path);
  if (!file) return undefined;
  await draw(root, drawing, [file]);
  return readFile(cached(root, drawing, file));
}

/** Draws what the cache has not. */
async function draw<File extends DrawnFile>(
  root: string,
  drawing: Drawing<File>,
  files: readonly File[],
  onDrawn: Reporter['step'] = () => {},
): Promise<void> {
  const wanted = new Map(files.map((file) => [file.key, file]));
  const missing = [...wanted.values()].filter((file) => !existsSync(cached(root, drawing, file)));
  if (missing.length === 0) return;
  await mkdir(folderOf(root, drawing), { recursive: true });
  const artist = await drawing.open(root, missing.length);
  let done = 0;
  try {
    await inParallel(missing, artist.hands ?? availableParallelism(), async (file) => {
      await keep(cached(root, drawing, file), await drawOne(artist, file));
      done += 1;
      onDrawn(done, missing.length);
    });
  } finally {
    await artist.close?.();
  }
}

async function drawOne<File extends DrawnFile>(
  artist: Artist<File>,
  file: File,
): Promise<Uint8Array> {
  try {
    return await artist.draw(file);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${file.source}: ${file.href} cannot be drawn from it: ${reason}`, { cause });
  }
}

function folderOf(root: string, { name }: { name: string }): string {
  return join(root, '.cache', name);
}

function cached(root: string, drawing: { name: string }, file: DrawnFile): string {
  return join(folderOf(root, drawing), file.key);
}

/** Writes a file so that nobody ever sees half of it. */
async function keep(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  await writeFile(temporary, bytes);
  await rename(temporary, path);
}

/** Puts a cached file into the site: as a second name of the same bytes, or as a copy on another disk. */
async function place(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await rm(to, { force: true });
  try {
    await link(from, to);
  } catch {
    await copyFile(from, to);
  }
}
