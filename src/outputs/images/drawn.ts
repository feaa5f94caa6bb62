import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Snapshot } from '../../content/snapshot.ts';
import { inParallel } from '../../lib/parallel.ts';

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

/** A kind of drawn files: which there are, and how they are drawn. */
export interface Drawing<File extends DrawnFile> {
  /** Name of the build step, and of its cache below `.cache`. */
  name: string;
  /** The files that this snapshot calls for. */
  list(snapshot: Snapshot): File[] | Promise<File[]>;
  /** Opens what draws `count` of them. */
  open(root: string, count: number): Artist<File> | Promise<Artist<File>>;
}

export interface Artist<File> {
  draw(file: File): Promise<Uint8Array>;
  /** How many it draws at once; as many as there are processors, if it does not say. */
  hands?: number;
  close?(): Promise<void>;
}

/**
 * Draws what the cache has not: each file is drawn once and then kept in `.cache`.
 * @param root the project's folder
 * @param onDrawn told after each, with the number done and the number to do
 */
export async function draw<File extends DrawnFile>(
  root: string,
  drawing: Drawing<File>,
  files: readonly File[],
  onDrawn: (done: number, total: number) => void = () => {},
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

/** The folder of a kind's drawn files. */
export function folderOf(root: string, { name }: { name: string }): string {
  return join(root, '.cache', name);
}

/** Where a drawn file lies in the cache. */
export function cached(root: string, drawing: { name: string }, file: DrawnFile): string {
  return join(folderOf(root, drawing), file.key);
}

/** Writes a file whole or not at all. */
async function keep(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  await writeFile(temporary, bytes);
  await rename(temporary, path);
}
