import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { keep, readKept } from '../../content/kept.ts';
import type { Snapshot } from '../../content/snapshot.ts';
import { inParallel } from '../../lib/parallel.ts';
import { threadsAtOnce } from '../../lib/threads.ts';
import { besideThread, type Render, renderPng } from './render.ts';

/** Below this many drawings, starting a thread costs more than it saves. */
const FEW = 40;

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
  /** @param render draws an SVG, if that is what the file is drawn from */
  draw(render: Render): Promise<Uint8Array>;
}

/** A kind of drawn files. */
export interface Drawing {
  /** Name of the build step, and of its cache below `.cache`. */
  name: string;
  /** The files that this snapshot calls for. */
  list(snapshot: Snapshot): DrawnFile[];
}

/**
 * Draws what the cache has not: each file is drawn once and then kept in `.cache`.
 * @param root the project's folder
 * @param onDrawn told after each, with the number done and the number to do
 */
export async function draw(
  root: string,
  drawing: Drawing,
  files: readonly DrawnFile[],
  onDrawn: (done: number, total: number) => void = () => {},
): Promise<void> {
  const wanted = new Map(files.map((file) => [cached(root, drawing, file), file]));
  const missing = [...wanted].filter(([path]) => !existsSync(path));
  const atOnce = threadsAtOnce();
  let done = 0;
  const drawAll = (render: Render) =>
    inParallel(missing, atOnce, async ([path, file]) => {
      await drawAt(path, file, render);
      done += 1;
      onDrawn(done, missing.length);
    });
  await (missing.length < FEW ? drawAll(renderPng) : besideThread(atOnce, drawAll));
}

/** The bytes of a drawn file: kept ones, or drawn where none are kept whole. */
export async function drawn(root: string, drawing: Drawing, file: DrawnFile): Promise<Uint8Array> {
  const path = cached(root, drawing, file);
  return readKept(path) ?? drawAt(path, file, renderPng);
}

async function drawAt(path: string, file: DrawnFile, render: Render): Promise<Uint8Array> {
  let bytes: Uint8Array;
  try {
    bytes = await file.draw(render);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${file.source}: ${file.href} cannot be drawn from it: ${reason}`, { cause });
  }
  keep(path, bytes);
  return bytes;
}

/** The folder of a kind's drawn files. */
export function folderOf(root: string, { name }: Drawing): string {
  return join(root, '.cache', name);
}

/** Where a drawn file lies in the cache. */
function cached(root: string, drawing: Drawing, file: DrawnFile): string {
  return join(folderOf(root, drawing), file.key);
}
