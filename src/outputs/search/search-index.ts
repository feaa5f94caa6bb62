import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { listAll } from '../../content/files.ts';
import { oncePer } from '../../lib/once.ts';
import type { Archive } from '../../record/archive.ts';
import type { Article } from '../../record/article.ts';
import type { Text } from '../../record/text.ts';
import { facetsOf } from './facets.ts';
import { digest, type IndexFile, json } from './index-file.ts';
import { type IndexMonth, type IndexPart, indexParts } from './index-parts.ts';
import { QueryLanguage } from './language.ts';
import { manifestOf } from './manifest.ts';
import { type MonthIndex, monthIndex } from './month-index.ts';
import { FOLDER, MANIFEST, PARTS, textFile } from './names.ts';
import { keptPart, type PartIndex, partFile } from './part-index.ts';
import { searchRecord } from './record.ts';
import { termsOfAll } from './terms.ts';
import { packVocabulary, vocabularyOf } from './vocabulary.ts';

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

/** The language of all entries of a record: what is kept of an index needs none. */
const languageOfAll = oncePer((archive: Archive) => new QueryLanguage(termsOfAll(archive)));

function partIndex(part: IndexPart, source: IndexSource): PartIndex {
  const open = (month: IndexMonth) => openMonth(month, source);
  return keptPart(part, cacheOf(source), open, () => languageOfAll(source.archive));
}

function openMonth(month: IndexMonth, source: IndexSource): MonthIndex {
  const { archive, text } = source;
  const records = () =>
    month.entries.map((article) => searchRecord(article, archive, text(article)));
  return monthIndex(month, cacheOf(source), records, () => languageOfAll(archive));
}

function cacheOf({ root }: IndexSource): string {
  return join(root, '.cache', 'search');
}

/** Deletes indexes that are kept and no longer used. */
export function dropParts(root: string, parts: readonly IndexPart[]): void {
  const cache = join(root, '.cache', 'search');
  const used = new Set(
    parts.flatMap((part) => [partFile(part), ...part.months.map(({ key }) => key)]),
  );
  for (const path of listAll(cache)) if (!used.has(path)) rmSync(join(cache, path));
}
