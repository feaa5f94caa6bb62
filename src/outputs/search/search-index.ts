import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { listAll } from '../../content/files.ts';
import { keep, readKept } from '../../content/kept.ts';
import type { Archive } from '../../record/archive.ts';
import type { Article } from '../../record/article.ts';
import type { Text } from '../../record/text.ts';
import { type IndexPart, indexParts } from './index-parts.ts';
import { manifestOf } from './manifest.ts';
import { FOLDER, MANIFEST, WORDS } from './names.ts';
import { type SearchRecord, searchRecord } from './record.ts';
import { inOrder } from './search-order.ts';
import { countWords, vocabularyOf, type WordCounts } from './vocabulary.ts';

/** Postings in a chunk of the index; a query fetches a chunk for each of its words. */
const CHUNK = 4000;

/** A file of the index. */
export interface IndexFile {
  /** Below the site's folder. */
  path: string;
  content: Uint8Array;
}

export interface IndexOptions {
  /** Beginning of the open index, a year, month or day: what is older has indexes of its own. */
  openFrom?: string | undefined;
  /** Postings in a chunk. */
  chunk?: number;
}

/** What indexes are made from. */
export interface IndexSource {
  archive: Archive;
  text(article: Article): Text;
  /** The project's folder; indexes of past months are kept in its cache. */
  root: string;
}

/**
 * The search index of an archive: Pagefind's files, the manifest and the vocabulary.
 * @throws Error when Pagefind refuses a record
 */
export async function searchIndex(
  source: IndexSource,
  { openFrom, chunk }: IndexOptions = {},
): Promise<IndexFile[]> {
  const parts = indexParts(source.archive, openFrom);
  const files: IndexFile[] = [];
  for (const part of parts) files.push(...(await partFiles(part, parts, source, chunk)));
  await close();
  return files;
}

/** Ends Pagefind's service, which runs beside this process. */
export { close };

/** The files of one of the indexes. */
export async function partFiles(
  part: IndexPart,
  parts: readonly IndexPart[],
  source: IndexSource,
  chunk = CHUNK,
): Promise<IndexFile[]> {
  if (part.folder !== '') {
    const { files } = await keptPart(part, source, chunk);
    return below(FOLDER + part.folder, files);
  }
  const { archive } = source;
  const past = parts.filter(({ folder }) => folder !== '');
  const counts: WordCounts[] = [];
  for (const one of past) counts.push((await keptPart(one, source, chunk)).words);
  const records = recordsOf(part, source);
  counts.push(countWords(records));
  const language = languageOf(archive);
  const written = await indexed(records, language, chunk);
  const folders = past.map(({ folder }) => folder);
  return [
    ...below(FOLDER, [...engineOf(written, language), ...inOrder(written)]),
    json(MANIFEST, manifestOf(archive, folders)),
    json(WORDS, vocabularyOf(counts)),
  ];
}

function recordsOf({ entries }: IndexPart, { archive, text }: IndexSource): SearchRecord[] {
  return entries.map((article) => searchRecord(article, archive, text(article)));
}

function languageOf({ site }: Archive): string {
  return new Intl.Locale(site.locale).language;
}

/** The index of past months with the counts of its words; from the cache when it was made before. */
async function keptPart(
  part: IndexPart,
  source: IndexSource,
  chunk: number,
): Promise<{ files: IndexFile[]; words: WordCounts }> {
  const cache = join(source.root, '.cache', 'search');
  const path = join(cache, part.key);
  const kept = readKept(path);
  if (kept) return unpackPart(kept);
  const records = recordsOf(part, source);
  const size = Math.round(chunk * part.share);
  const files = inOrder(await indexed(records, languageOf(source.archive), size), true);
  const words = countWords(records);
  keep(path, packPart(files, words));
  return { files, words };
}

/** Lets Pagefind index the records. */
async function indexed(
  records: readonly SearchRecord[],
  language: string,
  chunk: number,
): Promise<IndexFile[]> {
  // the one way to tell Pagefind's service, which reads it when it begins
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = String(chunk);
  await close();
  const { index, errors } = await createIndex({
    forceLanguage: language,
  });
  if (!index) throw new Error(`Pagefind does not start: ${errors.join('; ')}`);
  for (const { path, html } of records) {
    const added = await index.addHTMLFile({ url: path, content: html });
    if (added.errors.length > 0) {
      throw new Error(`${path}: Pagefind does not take it in: ${added.errors.join('; ')}`);
    }
  }
  const written = await index.getFiles();
  if (written.errors.length > 0) throw new Error(`Pagefind: ${written.errors.join('; ')}`);
  return written.files;
}

/**
 * Pagefind's script and the program that it runs, which has the stemmer of the language, if there is
 * one. Its ready-made interfaces and its worker stay out.
 */
function engineOf(files: readonly IndexFile[], language: string): IndexFile[] {
  const own = `wasm.${language}.pagefind`;
  const program = files.some(({ path }) => path === own) ? own : 'wasm.unknown.pagefind';
  return files
    .filter(({ path }) => path === 'pagefind.js' || path === program)
    .map(({ path, content }) => ({
      path,
      // Pagefind reads it either way, and brotli makes it a seventh smaller than its own gzip
      content: path === program ? gunzipSync(content) : content,
    }));
}

function below(folder: string, files: readonly IndexFile[]): IndexFile[] {
  return files.map(({ path, content }) => ({ path: folder + path, content }));
}

function json(name: string, value: unknown): IndexFile {
  return { path: FOLDER + name, content: Buffer.from(`${JSON.stringify(value)}\n`) };
}

/** An index as one file: the lengths of what is in it as JSON in the first line, then the bytes. */
function packPart(files: readonly IndexFile[], words: WordCounts): Buffer {
  const list = files.map(({ path, content }) => [path, content.length]);
  const head = JSON.stringify({ files: list, words: [...words] });
  return Buffer.concat([Buffer.from(`${head}\n`), ...files.map(({ content }) => content)]);
}

function unpackPart(packed: Buffer): { files: IndexFile[]; words: WordCounts } {
  let at = packed.indexOf('\n') + 1;
  const { files, words } = JSON.parse(packed.subarray(0, at).toString()) as {
    files: [string, number][];
    words: [string, number][];
  };
  return {
    words: new Map(words),
    files: files.map(([path, length]) => {
      at += length;
      return { path, content: packed.subarray(at - length, at) };
    }),
  };
}

/** Deletes indexes that are kept and no longer used. */
export function dropParts(root: string, parts: readonly IndexPart[]): void {
  const cache = join(root, '.cache', 'search');
  const used = new Set(parts.map(({ key }) => key));
  for (const path of listAll(cache)) if (!used.has(path)) rmSync(join(cache, path));
}
