import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Snapshot } from '../content/snapshot.ts';
import { inParallel } from '../lib/parallel.ts';
import { compressed } from '../outputs/edge/compress.ts';
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

/** zlib works on four threads at once. */
const COMPRESSED_AT_ONCE = 8;

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
  /** Files of the indexes that changed, each with the step that they belong to. */
  index: Promise<[step: string, file: IndexFile][]>;
}

/** Begins to draw and to index. */
export function beginBeside(steps: Steps): Beside {
  const index = steps.skipped.has('search') ? Promise.resolve([]) : makeIndex(steps);
  // a failure is heard where the files are placed
  index.catch(() => {});
  return { drawings: beginDrawing(steps), index };
}

/** Makes everything that stands beside the pages, once they are written. */
export async function finishSite(steps: Steps, { drawings, index }: Beside): Promise<void> {
  const { report, skipped, staging } = steps;
  for (const one of drawings) await placeDrawn(steps, one);
  if (!skipped.has('search')) report.stage('search');
  for (const [step, { path, content }] of await index) staging.write(path, content, step);
  writeRules(steps);
  if (!skipped.has('compress')) await compressFiles(steps);
}

async function makeIndex(steps: Steps): Promise<[string, IndexFile][]> {
  const parts = indexParts(steps.snapshot.archive);
  if (steps.snapshot.archive.site.search) await makeDatabase(steps);
  // Pagefind works in a process of its own
  const pagefinds = makePagefinds(steps, parts);
  pagefinds.catch(() => {});
  return [...(await makeOurs(steps, parts)), ...(await pagefinds)];
}

/** The database of the search server, where there is one: of all entries, whatever browsers have. */
async function makeDatabase({ snapshot }: Steps): Promise<void> {
  const { writeDatabase } = await import('../outputs/search/server/database.ts');
  writeDatabase(snapshot, allParts(snapshot.archive), join(snapshot.root, DATABASE));
}

async function makeOurs(
  { snapshot, staging }: Steps,
  parts: readonly IndexPart[],
): Promise<[string, IndexFile][]> {
  const changed = parts.filter((part) => !staging.keepStep(stepOf(part), part.key));
  const texts = parts
    .flatMap(({ months }) => months)
    .filter((month) => !staging.keepStep(textStepOf(month), month.key));
  if (changed.length + texts.length === 0) return [];
  const { dropParts, partFiles, textFiles } = await import('../outputs/search/search-index.ts');
  const files: [string, IndexFile][] = [];
  for (const part of changed) {
    // pages are rendered meanwhile
    await setImmediate();
    const made = partFiles(part, parts, snapshot);
    files.push(...made.map((file): [string, IndexFile] => [stepOf(part), file]));
  }
  for (const month of texts) {
    const made = textFiles(month, snapshot);
    files.push(...made.map((file): [string, IndexFile] => [textStepOf(month), file]));
  }
  dropParts(snapshot.root, parts);
  return files;
}

/** Pagefind's index, which others' scripts ask. */
async function makePagefinds(
  { snapshot, staging }: Steps,
  parts: readonly IndexPart[],
): Promise<[string, IndexFile][]> {
  const all = pagefindParts(parts);
  const changed = all.filter(({ folder, key }) => !staging.keepStep(folder, key));
  if (changed.length === 0) return [];
  const made = await pagefindFiles(changed, all, snapshot);
  return [...made].flatMap(([{ folder }, files]) =>
    files.map((file): [string, IndexFile] => [folder, file]),
  );
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

async function compressFiles({ snapshot, staging, report }: Steps): Promise<void> {
  report.stage('compressing');
  const cache = join(snapshot.root, '.cache', 'compressed');
  const used = await compressAll(staging, cache, (done, total) => report.step(done, total));
  if (staging.isWhole) await dropUnused(cache, used);
}

/**
 * Puts the compressed forms of what was written beside it.
 * @param cache folder of what was compressed before
 * @returns what of the cache belongs to the site
 */
export async function compressAll(
  staging: Staging,
  cache: string,
  onFile: (done: number, total: number) => void = () => {},
): Promise<ReadonlySet<string>> {
  const used = new Set<string>();
  const files = [...staging.written];
  let done = 0;
  await inParallel(files, COMPRESSED_AT_ONCE, async (file) => {
    const read = () => readFileSync(join(staging.folder, file.path));
    const from = staging.files[file.path]?.from ?? '';
    for (const { form, bytes, kept } of await compressed(file, read, cache)) {
      staging.write(form, bytes, from, file.digest);
      used.add(kept);
    }
    done += 1;
    onFile(done, files.length);
  });
  return used;
}
