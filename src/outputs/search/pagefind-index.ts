import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { Archive } from '../../record/archive.ts';
import type { IndexFile } from './index-file.ts';
import { type IndexMonth, type IndexPart, partsOfPast } from './index-parts.ts';
import { FOLDER } from './names.ts';
import { inOrder } from './pagefind-order.ts';
import { type SearchRecord, searchRecord } from './record.ts';
import type { IndexSource } from './search-index.ts';

/*
 * Pagefind's own index (https://pagefind.app/docs/api/), in the same folder as ours: for scripts of
 * others, and for pages of an owner's own that show Pagefind's interface. The search page asks ours.
 */

/** Where it is, below the site's folder; older entries have indexes of their own, to be merged. */
const PAST = `${FOLDER}past/`;
/** The list of those, each as `pagefind.mergeIndex` takes it. */
const PAST_LIST = `${FOLDER}past.json`;
/** Entries in an index of past months: one edit indexes as many again. Those of a larger record are larger. */
const PART = 75;

/** An index that Pagefind makes by itself. */
export interface PagefindPart {
  /** Where it is, below the site's folder: also its name as a step of a build. */
  folder: string;
  months: readonly IndexMonth[];
  /** Digest of all that it follows from. */
  key: string;
}

/** Pagefind's indexes of an archive: those of past months, the oldest first, then that of the newest. */
export function pagefindParts(parts: readonly IndexPart[]): PagefindPart[] {
  const past = partsOfPast(
    parts.filter(({ name }) => name !== '').flatMap(({ months }) => months),
    PART,
  ).map((months) => partOf(`${PAST}${months[0]?.month}/`, months));
  const folders = past.map(({ folder }) => folder);
  const newest = parts.filter(({ name }) => name === '').flatMap(({ months }) => months);
  return [...past, partOf(FOLDER, newest, folders)];
}

function partOf(
  folder: string,
  months: readonly IndexMonth[],
  others: readonly string[] = [],
): PagefindPart {
  const facts = JSON.stringify([months.map(({ key }) => key), others]);
  return { folder, months, key: createHash('sha256').update(facts).digest('hex').slice(0, 32) };
}

/**
 * Lets Pagefind make some of its indexes.
 * @param all every part, for the list beside the newest
 * @throws Error when Pagefind refuses an entry
 */
export async function pagefindFiles(
  changed: readonly PagefindPart[],
  all: readonly PagefindPart[],
  { archive, text }: IndexSource,
): Promise<Map<PagefindPart, IndexFile[]>> {
  const { close } = await import('pagefind');
  const base = new URL(archive.site.url).pathname;
  const made = new Map<PagefindPart, IndexFile[]>();
  const past = all.filter(({ folder }) => folder !== FOLDER).map(({ folder }) => folder);
  try {
    for (const part of changed) {
      const records = part.months
        .flatMap(({ entries }) => entries)
        .map((article) => searchRecord(article, archive, text(article)));
      const files = await indexed(records, archive);
      if (part.folder !== FOLDER) {
        made.set(
          part,
          below(
            part.folder,
            files.filter(({ path }) => !ENGINE.test(path)),
          ),
        );
      } else {
        const list = JSON.stringify(past.map((folder) => base + folder));
        const named =
          past.length > 0 ? [{ path: PAST_LIST, content: Buffer.from(`${list}\n`) }] : [];
        made.set(part, [...below(part.folder, files), ...named]);
      }
    }
  } finally {
    await close();
  }
  return made;
}

/** Pagefind's script and the program that this runs. */
const ENGINE = /^(?:pagefind\.js|wasm\..+\.pagefind)$/;
/** What Pagefind writes but for its ready-made interfaces and its worker, which an owner may add. */
const NEEDED = /^(?:pagefind\.js|pagefind-entry\.json|wasm\..+\.pagefind|.+\.pf_\w+)$/;

async function indexed(records: readonly SearchRecord[], { site }: Archive): Promise<IndexFile[]> {
  const { language } = new Intl.Locale(site.locale);
  const { createIndex } = await import('pagefind');
  const { index, errors } = await createIndex({ forceLanguage: language });
  if (!index) throw new Error(`Pagefind does not start: ${errors.join('; ')}`);
  const add = async ({ text, facets }: SearchRecord) => {
    const { path, day, number, blocks } = text;
    const filters: Record<string, string[]> = { year: [day.slice(0, 4)] };
    for (const [facet, value] of facets) filters[facet] = [...(filters[facet] ?? []), value];
    const title = blocks.find(({ kind }) => kind === 'title')?.text ?? '';
    const added = await index.addCustomRecord({
      url: path,
      language,
      content: blocks.map((block) => block.text).join('\n'),
      meta: { title, date: day, ...(number !== '' && { number }) },
      filters,
      sort: { date: day },
    });
    if (added.errors.length > 0) {
      throw new Error(`${path}: Pagefind does not take it in: ${added.errors.join('; ')}`);
    }
  };
  // it takes them in one after the other, in this order; to wait for each answer would let pages be rendered between two
  await Promise.all(records.map(add));
  const written = await index.getFiles();
  await index.deleteIndex();
  if (written.errors.length > 0) throw new Error(`Pagefind: ${written.errors.join('; ')}`);
  // where a language has no stemmer, its program is the one of no language
  const own = written.files.some(({ path }) => path === `wasm.${language}.pagefind`);
  const program = `wasm.${own ? language : 'unknown'}.pagefind`;
  return inOrder(written.files)
    .filter(({ path }) => NEEDED.test(path) && (!path.startsWith('wasm.') || path === program))
    .map(({ path, content }) => ({
      path,
      // Pagefind reads it either way, and brotli makes it a seventh smaller than its own gzip
      content: path === program ? gunzipSync(content) : content,
    }));
}

function below(folder: string, files: readonly IndexFile[]): IndexFile[] {
  return files.map(({ path, content }) => ({ path: folder + path, content }));
}
