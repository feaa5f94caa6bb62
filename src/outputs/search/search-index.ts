import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { listAll } from '../../content/files.ts';
import { keep, readKept } from '../../content/kept.ts';
import type { Archive } from '../../record/archive.ts';
import type { Article } from '../../record/article.ts';
import type { Text } from '../../record/text.ts';
import { bucketsOf } from './buckets.ts';
import { partsOf } from './compounds.ts';
import { type FacetColumns, facetsOf } from './facets.ts';
import { digest, type IndexFile, json } from './index-file.ts';
import { type IndexMonth, type IndexPart, indexParts } from './index-parts.ts';
import { QueryLanguage } from './language.ts';
import { manifestOf } from './manifest.ts';
import { type MonthIndex, monthIndex } from './month-index.ts';
import { FOLDER, lengthLetter, MANIFEST, PARTS, type PartManifest, textFile } from './names.ts';
import { JoinedPostings } from './postings.ts';
import { searchRecord } from './record.ts';
import { termsOfAll } from './terms.ts';
import { packVocabulary, vocabularyOf, type WordCounts } from './vocabulary.ts';

export interface IndexOptions {
  /** Beginning of the open index, a month or day: what is older has indexes of its own. */
  openFrom?: string | undefined;
}

/** What indexes are made from. */
export interface IndexSource {
  archive: Archive;
  text(article: Article): Text;
  /** The project's folder; indexes of months and parts are kept in its cache. */
  root: string;
}

/** A part as it is kept: its files, and what the files of the whole record are made from. */
interface PartIndex {
  manifest: PartManifest;
  facets: FacetColumns;
  words: WordCounts;
  files: IndexFile[];
}

/** The search index of an archive. */
export function searchIndex(source: IndexSource, { openFrom }: IndexOptions = {}): IndexFile[] {
  const parts = indexParts(source.archive, openFrom);
  return parts.flatMap((part) => [
    ...partFiles(part, parts, source),
    ...part.months.flatMap((month) => textFiles(month, source)),
  ]);
}

/** The texts of a month's entries, of which a query reads those that it shows. */
export function textFiles(month: IndexMonth, source: IndexSource): IndexFile[] {
  const { folder, entries } = openMonth(month, source);
  return entries.map(({ text }, i) => ({
    path: FOLDER + textFile(folder, i),
    content: Buffer.from(text),
  }));
}

/** The files of a part but the texts of its entries; beside those of the newest one stands what is of the whole record. */
export function partFiles(
  part: IndexPart,
  parts: readonly IndexPart[],
  source: IndexSource,
): IndexFile[] {
  if (part.name !== '') return partIndex(part, source).files;
  const all = parts.map((one) => partIndex(one, source));
  const facets = json(facetsOf(all.map(({ facets }) => facets)));
  const words = json(packVocabulary(vocabularyOf(all.map(({ words }) => words))));
  const files = {
    facets: `${PARTS}${digest(facets)}.json`,
    words: `${PARTS}${digest(words)}.json`,
  };
  const manifest = manifestOf(
    source.archive,
    all.map(({ manifest }) => manifest),
    files,
  );
  return [
    ...(all.at(-1)?.files ?? []),
    { path: FOLDER + files.facets, content: facets },
    { path: FOLDER + files.words, content: words },
    { path: FOLDER + MANIFEST, content: json(manifest) },
  ];
}

/** A part, from the cache when it was made before. */
function partIndex(part: IndexPart, source: IndexSource): PartIndex {
  const path = join(cacheOf(source), `${part.key}-words`);
  const kept = readKept(path);
  if (kept) return thaw(kept);
  const language = new QueryLanguage(termsOfAll(source.archive));
  const months = part.months.map((month) => openMonth(month, source, language));
  const made = joined(part, months, language);
  keep(path, freeze(made));
  return made;
}

function openMonth(
  month: IndexMonth,
  source: IndexSource,
  language = new QueryLanguage(termsOfAll(source.archive)),
): MonthIndex {
  const { archive, text } = source;
  const records = () =>
    month.entries.map((article) => searchRecord(article, archive, text(article)));
  return monthIndex(month, cacheOf(source), records, language);
}

function cacheOf({ root }: IndexSource): string {
  return join(root, '.cache', 'search');
}

/** Puts the months of a part together. */
function joined(
  part: IndexPart,
  months: readonly MonthIndex[],
  language: QueryLanguage,
): PartIndex {
  const words = new Map<string, JoinedPostings>();
  const counts: WordCounts = new Map();
  let base = 0;
  for (const month of months) {
    for (const [word, packed] of Object.entries(month.words)) {
      postingsOf(word, words).add(packed, base);
    }
    for (const [word, count] of Object.entries(month.spelt)) {
      counts.set(word, (counts.get(word) ?? 0) + count);
    }
    base += month.entries.length;
  }
  if (language.link) addParts(words, language.link);
  const entries = months.flatMap((month) => month.entries);
  const buckets = bucketsOf(words, entries.length);
  return {
    manifest: {
      buckets: buckets.names,
      months: months.map(({ folder, entries }, i) => [
        part.months[i]?.month ?? '',
        folder,
        entries.length,
      ]),
      lengths: entries.map(({ length }) => lengthLetter(length)).join(''),
    },
    facets: entries.map(({ day, facets }) => [day, facets]),
    words: counts,
    files: buckets.files,
  };
}

function postingsOf(word: string, words: Map<string, JoinedPostings>): JoinedPostings {
  const known = words.get(word);
  if (known) return known;
  const none = new JoinedPostings();
  words.set(word, none);
  return none;
}

/** Adds the parts of compounds where the compounds stand. */
function addParts(words: Map<string, JoinedPostings>, link: RegExp): void {
  const known = [...words];
  for (const [word, postings] of known) {
    for (const found of partsOf(word, link, (one) => words.has(one))) {
      const own = postingsOf(found, words);
      const places = own.places();
      for (const [entry, list] of postings.places()) {
        const all = new Set([...(places.get(entry) ?? []), ...list]);
        places.set(
          entry,
          [...all].sort((a, b) => a - b),
        );
      }
      own.set(new Map([...places].sort(([a], [b]) => a - b)));
    }
  }
}

/** A part as one file: what is known of it and the lengths of its files as JSON in the first line, then their bytes. */
function freeze({ manifest, facets, words, files }: PartIndex): Buffer {
  const list = files.map(({ path, content }) => [path, content.length]);
  const head = JSON.stringify({ manifest, facets, words: [...words], files: list });
  return Buffer.concat([Buffer.from(`${head}\n`), ...files.map(({ content }) => content)]);
}

function thaw(frozen: Buffer): PartIndex {
  let at = frozen.indexOf('\n') + 1;
  const { manifest, facets, words, files } = JSON.parse(frozen.subarray(0, at).toString()) as Omit<
    PartIndex,
    'words' | 'files'
  > & { words: [string, number][]; files: [string, number][] };
  return {
    manifest,
    facets,
    words: new Map(words),
    files: files.map(([path, length]) => {
      at += length;
      return { path, content: frozen.subarray(at - length, at) };
    }),
  };
}

/** Deletes indexes that are kept and no longer used. */
export function dropParts(root: string, parts: readonly IndexPart[]): void {
  const cache = join(root, '.cache', 'search');
  const used = new Set(
    parts.flatMap(({ key, months }) => [`${key}-words`, ...months.map((month) => month.key)]),
  );
  for (const path of listAll(cache)) if (!used.has(path)) rmSync(join(cache, path));
}
