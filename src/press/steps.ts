import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Snapshot } from '../content/snapshot.ts';
import { edgeFiles } from '../outputs/edge/edge-files.ts';
import { searchFiles } from '../outputs/edge/search-files.ts';
import { edgeTable } from '../outputs/edge/table.ts';
import { dropUnused } from '../outputs/images/unused.ts';
import { movedPages } from '../outputs/moved-page.ts';
import type { IndexFile } from '../outputs/search/index-file.ts';
import {
  allParts,
  type IndexPart,
  indexParts,
  stepOf,
  textStepOf,
} from '../outputs/search/index-parts.ts';
import { DATABASE } from '../outputs/search/names.ts';
import { pagefindFiles, pagefindParts } from '../outputs/search/pagefind-index.ts';
import { gone, queries, redirects, wellKnown } from '../record/redirects.ts';
import { Compression } from './compression.ts';
import { type Begun, beginDrawing, placeDrawn } from './drawings.ts';
import type { Staging } from './staging.ts';

/** What is told how far a build is. */
export interface Reporter {
  /** A stage of the build begins: `pages`, `cards`. */
  stage(name: string): void;
  /** Something is made beside the stages: `templates`. */
  beside(name: string): void;
  /** How much of the stage is done. */
  step(done: number, total: number): void;
}

/** What the steps beside the pages work with. */
export interface Steps {
  snapshot: Snapshot;
  staging: Staging;
  /** Names of the steps that are left out. */
  skipped: ReadonlySet<string>;
  report: Reporter;
}

/** What is made by other threads and processes while this one renders pages. */
export interface Beside {
  drawings: readonly Begun[];
  /** Files of the indexes that changed: ours, then Pagefind's. */
  indexes: readonly Promise<StepFile[]>[];
}

/** A file with the step that it belongs to. */
type StepFile = [step: string, file: IndexFile];

/** Begins to draw and to index. */
export function beginBeside(steps: Steps): Beside {
  const indexes = steps.skipped.has('search') ? [] : beginIndexes(steps);
  // a failure is heard where the files are placed
  for (const index of indexes) index.catch(() => {});
  return { drawings: beginDrawing(steps), indexes };
}

/** Makes everything that stands beside the pages, once they are written. */
export async function finishSite(steps: Steps, { drawings, indexes }: Beside): Promise<void> {
  const { report, skipped, staging, snapshot } = steps;
  for (const one of drawings) await placeDrawn(steps, one);
  const cache = join(snapshot.root, '.cache', 'compressed');
  const compression = skipped.has('compress') ? undefined : new Compression(staging, cache);
  if (indexes.length > 0) report.stage('search');
  for (const index of indexes) {
    // what is written is compressed while Pagefind works
    compression?.begin();
    for (const [step, { path, content }] of await index) staging.write(path, content, step);
  }
  writeRules(steps);
  if (!compression) return;
  report.stage('compressing');
  compression.begin();
  await compression.end((done, total) => report.step(done, total));
  if (staging.isWhole) await dropUnused(cache, compression.used);
}

function beginIndexes(steps: Steps): Promise<StepFile[]>[] {
  const parts = indexParts(steps.snapshot.archive);
  const database = steps.snapshot.archive.site.search ? makeDatabase(steps) : Promise.resolve();
  // Pagefind works in a process of its own
  const pagefinds = database.then(() => makePagefinds(steps, parts));
  return [database.then(() => makeOurs(steps, parts)), pagefinds];
}

/** The database of the search server, where there is one: of all entries, whatever browsers have. */
async function makeDatabase({ snapshot }: Steps): Promise<void> {
  const { writeDatabase } = await import('../outputs/search/server/database.ts');
  writeDatabase(snapshot, allParts(snapshot.archive), join(snapshot.root, DATABASE));
}

async function makeOurs(
  { snapshot, staging }: Steps,
  parts: readonly IndexPart[],
): Promise<StepFile[]> {
  const changed = parts.filter((part) => !staging.keepStep(stepOf(part), part.key));
  const texts = parts
    .flatMap(({ months }) => months)
    .filter((month) => !staging.keepStep(textStepOf(month), month.key));
  if (changed.length + texts.length === 0) return [];
  const { dropParts, partFiles, textFiles } = await import('../outputs/search/search-index.ts');
  const files: StepFile[] = [];
  for (const part of changed) {
    // pages are rendered meanwhile
    await setImmediate();
    const made = partFiles(part, parts, snapshot);
    files.push(...made.map((file): StepFile => [stepOf(part), file]));
  }
  for (const month of texts) {
    const made = textFiles(month, snapshot);
    files.push(...made.map((file): StepFile => [textStepOf(month), file]));
  }
  dropParts(snapshot.root, parts);
  return files;
}

/** Pagefind's index, which others' scripts ask. */
async function makePagefinds(
  { snapshot, staging }: Steps,
  parts: readonly IndexPart[],
): Promise<StepFile[]> {
  const all = pagefindParts(parts);
  const changed = all.filter(({ folder, key }) => !staging.keepStep(folder, key));
  if (changed.length === 0) return [];
  const made = await pagefindFiles(changed, all, snapshot);
  return [...made].flatMap(([{ folder }, files]) => files.map((file): StepFile => [folder, file]));
}

/** What hosts read: rules of headers and addresses, pages at old addresses, a key. */
function writeRules({ snapshot, staging }: Steps): void {
  const { archive } = snapshot;
  const { site } = archive;
  const old = redirects(archive);
  const known = new Set(old.map(({ from }) => from));
  const more = wellKnown(archive, (path) => path in staging.files).filter(
    ({ from }) => !known.has(from),
  );
  const moved = [...old, ...more];
  const table = edgeTable(site, moved, gone(archive), queries(archive));
  const key = site.ping.indexNow?.key;
  const files = {
    ...(site.redirects === 'pages' && movedPages(moved, archive)),
    ...(key !== undefined && { [`${key}.txt`]: key }),
    ...edgeFiles(table, site.name),
    ...searchFiles(table, site.search, site.url),
  };
  for (const [path, text] of Object.entries(files)) {
    staging.write(path, text, path.split('/')[0] ?? path);
  }
}
