import type { Snapshot } from '../content/snapshot.ts';
import { cards } from '../outputs/images/cards.ts';
import { charts } from '../outputs/images/charts.ts';
import { type Drawing, type DrawnFile, draw, drawn, folderOf } from '../outputs/images/drawn.ts';
import { icons } from '../outputs/images/icons.ts';
import { pictures } from '../outputs/images/pictures.ts';
import { dropUnused } from '../outputs/images/unused.ts';
import type { Steps } from './steps.ts';

/** The kinds of drawn files, in the order in which they are drawn. */
const DRAWINGS: readonly Drawing[] = [pictures, charts, cards, icons];

/** A kind of drawn files whose drawing has begun. */
export interface Begun {
  drawing: Drawing;
  /** What is to be put into the site, once it is drawn. */
  files: Promise<{ missing: DrawnFile[]; wanted: DrawnFile[] }>;
  /** Whether its progress is reported: while pages are rendered, theirs is. */
  shown: boolean;
}

/**
 * Begins to draw pictures, charts, cards and icons: threads draw while this one renders pages. One
 * kind is drawn after the other, since each keeps every processor busy.
 */
export function beginDrawing(
  { snapshot, staging, skipped, report }: Steps,
  drawings = DRAWINGS,
): Begun[] {
  const { root, archive } = snapshot;
  let turn: Promise<unknown> = Promise.resolve();
  return drawings
    .filter(({ name }) => !skipped.has(name))
    .map((drawing) => {
      const begun = { drawing, shown: false };
      const files = turn.then(async () => {
        const wanted = drawing.list(snapshot);
        const missing = wanted.filter(
          ({ href, lasting }) => !(lasting && staging.keep(archive.routes.below(href))),
        );
        await draw(root, drawing, missing, (done, total) => {
          if (begun.shown) report.step(done, total);
        });
        return { missing, wanted };
      });
      // a failure is heard where the files are placed
      turn = files.catch(() => {});
      return Object.assign(begun, { files });
    });
}

/** Puts a kind of drawn files into the site, once they are drawn. */
export async function placeDrawn(
  { snapshot, staging, report }: Steps,
  begun: Begun,
): Promise<void> {
  const { drawing } = begun;
  const { root, archive } = snapshot;
  report.stage(drawing.name);
  begun.shown = true;
  const { missing, wanted } = await begun.files;
  for (const file of missing) {
    const path = archive.routes.below(file.href);
    staging.write(path, await drawn(root, drawing, file), drawing.name);
  }
  // a build that made a few files knows little of what is used
  if (staging.isWhole) {
    await dropUnused(folderOf(root, drawing), new Set(wanted.map(({ key }) => key)));
  }
}

/**
 * The bytes of the drawn file at a preview's address; undefined for another address.
 * @param path below the base path, with a slash before it
 */
export async function drawnFile(path: string, snapshot: Snapshot): Promise<Uint8Array | undefined> {
  const listed = drawnFiles.get(snapshot) ?? listDrawn(snapshot);
  drawnFiles.set(snapshot, listed);
  const { drawing, file } = listed.get(path) ?? {};
  if (!drawing || !file) return undefined;
  return drawn(snapshot.root, drawing, file);
}

type Drawn = ReadonlyMap<string, { drawing: Drawing; file: DrawnFile }>;

/** What is drawn of each snapshot, listed when the first image is asked for. */
const drawnFiles = new WeakMap<Snapshot, Drawn>();

function listDrawn(snapshot: Snapshot): Drawn {
  // what Astro hands on has its base path taken off
  const pathOf = ({ href }: DrawnFile) => `/${snapshot.archive.routes.below(href)}`;
  return new Map(
    DRAWINGS.flatMap((drawing) =>
      drawing.list(snapshot).map((file) => [pathOf(file), { drawing, file }] as const),
    ),
  );
}
