import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import type { Archive } from '../../record/archive.ts';
import type { Article } from '../../record/article.ts';
import type { Text } from '../../record/text.ts';
import { manifestOf } from './manifest.ts';
import { FOLDER, MANIFEST, PAST, VERSION, WORDS } from './names.ts';
import { type SearchRecord, searchRecord } from './record.ts';
import { inOrder } from './search-order.ts';
import { vocabularyOf } from './vocabulary.ts';

/** From this many entries before the newest month on, they have an index of their own. */
const SPLIT_FROM = 500;

/** Postings in a chunk of the index; a query fetches a chunk for each of its words. */
const CHUNK = 4000;

/** A file of the index. */
export interface IndexFile {
  /** Below the site's folder. */
  path: string;
  content: Uint8Array;
}

export interface IndexOptions {
  /** Beginning of the open index, a year, month or day: what is older has an index of its own. */
  openFrom?: string | undefined;
  /** Postings in a chunk. */
  chunk?: number;
}

/**
 * The search index of an archive: Pagefind's files, the manifest and the vocabulary. With very many
 * entries past months get an index of their own, which a new entry leaves as it is.
 * @param root the project's folder; the index of past months is kept in its cache
 * @throws Error when Pagefind refuses a record
 */
export async function searchIndex(
  archive: Archive,
  text: (article: Article) => Text,
  root: string,
  { openFrom = openMonth(archive), chunk = CHUNK }: IndexOptions = {},
): Promise<IndexFile[]> {
  const isPast = ({ pubDate }: Article) => openFrom !== undefined && pubDate.day < openFrom;
  const record = (article: Article) => searchRecord(article, archive, text(article));
  const past = archive.articles.filter(isPast).map(record);
  const open = archive.articles.filter((article) => !isPast(article)).map(record);
  const language = new Intl.Locale(archive.site.locale).language;
  // the one way to tell Pagefind's service
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = String(chunk);
  const files: IndexFile[] = [];
  try {
    const written = await indexed(open, language);
    files.push(...below(FOLDER, [...engineOf(written, language), ...inOrder(written)]));
    if (past.length > 0) {
      files.push(...below(FOLDER + PAST, await indexedOnce(past, language, root)));
    }
  } finally {
    await close();
  }
  return [
    ...files,
    json(MANIFEST, manifestOf(archive, past.length > 0)),
    json(WORDS, vocabularyOf([...open, ...past])),
  ];
}

/** Digest of all that an index follows from. */
export function indexKey({ articles, tags, authors, storylines, glossary, site }: Archive): string {
  const digests = articles.map(({ digest }) => digest);
  const names = [tags, authors, storylines, glossary].map((map) => [...map]);
  return createHash('sha256')
    .update(
      JSON.stringify([digests, names, site.locale], (key, value: unknown) =>
        // the lists of a tag, an author, a storyline follow from the articles
        key === 'articles' || key === 'parts' ? undefined : value,
      ),
    )
    .digest('hex')
    .slice(0, 32);
}

/** The newest month, when what is older has enough entries for an index of its own. */
function openMonth({ articles }: Archive): string | undefined {
  const newest = articles[0]?.pubDate.day.slice(0, 7) ?? '';
  const past = articles.filter(({ pubDate }) => pubDate.day < newest);
  return past.length >= SPLIT_FROM ? newest : undefined;
}

/** The index of these records; from the cache when it was made before. */
async function indexedOnce(
  records: readonly SearchRecord[],
  language: string,
  root: string,
): Promise<IndexFile[]> {
  const cache = join(root, '.cache', 'search');
  const kept = join(cache, digestOf(records));
  if (!existsSync(kept)) {
    const temporary = `${kept}.${process.pid}.tmp`;
    for (const { path, content } of inOrder(await indexed(records, language), true)) {
      await write(join(temporary, path), content);
    }
    const others = existsSync(cache) ? await readdir(cache) : [];
    await rename(temporary, kept);
    for (const other of others) await rm(join(cache, other), { recursive: true, force: true });
  }
  const paths = await readdir(kept, { recursive: true });
  return Promise.all(
    paths
      .filter((path) => /\.\w+$/.test(path))
      .map(async (path) => ({ path, content: await readFile(join(kept, path)) })),
  );
}

/** Lets Pagefind index the records. */
async function indexed(records: readonly SearchRecord[], language: string): Promise<IndexFile[]> {
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

async function write(file: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

function digestOf(records: readonly SearchRecord[]): string {
  const hash = createHash('sha256').update(String(VERSION));
  for (const { path, html } of records) hash.update(path).update(html);
  return hash.digest('hex').slice(0, 16);
}
