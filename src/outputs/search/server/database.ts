import { renameSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Block } from '../blocks.ts';
import { placeBlocks } from '../blocks.ts';
import { partsOf } from '../compounds.ts';
import type { IndexPart } from '../index-parts.ts';
import { QueryLanguage } from '../language.ts';
import { manifestOf } from '../manifest.ts';
import { searchRecord } from '../record.ts';
import { plainOf } from '../script.ts';
import type { IndexSource } from '../search-index.ts';
import { termsOfAll } from '../terms.ts';
import type { Word } from '../words.ts';
import { writePlaces } from './entry-places.ts';

/*
 * The record as a database of SQLite, for the server that searches it: every word cut and folded as in the index that
 * browsers read. The statements are plain enough for Cloudflare D1.
 */

/** Counts up when a server cannot read what a new build writes. */
export const DATABASE_VERSION = 4;

/** Letters, digits, marks and what joins numbers and signs are parts of words: they were cut before. */
const TOKENS = `unicode61 remove_diacritics 0 categories 'L* N* M* Co' tokenchars '.+#-_%'`;

/** Its tables: `found` finds entries by words, in columns as they weigh; the others are read by number or word. */
export const TABLES = [
  `create virtual table found using fts5(title, head, rest, joined, content='', tokenize="${TOKENS}")`,
  'create table entries(entry integer primary key, day text not null, length integer not null, places text not null, text text not null) strict',
  'create table facets(facet text, value text, entry integer, primary key(facet, value, entry)) strict, without rowid',
  'create index days on entries(day)',
  'create table compounds(word text primary key, parts text not null) strict, without rowid',
  'create table words(plain text not null, word text not null, entries integer not null, primary key(plain, word)) strict, without rowid',
  'create table spelt(word text primary key, entries integer not null) strict, without rowid',
  'create table facts(name text primary key, value text not null) strict',
] as const;

/** An entry as rows; without those of words, which are counted over all. */
export interface EntryRows {
  found: [title: string, head: string, rest: string, joined: string];
  words: Set<string>;
  spelt: ReadonlySet<string>;
  length: number;
  /** Where each word stands; parts of compounds stand where these do. */
  places: ReadonlyMap<string, number[]>;
}

/**
 * The words of an entry, in the columns by which it is found.
 * @param compounds parts of words that are found by these, too
 */
export function rowsOf(
  blocks: readonly Block[],
  language: QueryLanguage,
  compounds: ReadonlyMap<string, readonly string[]> = new Map(),
): EntryRows {
  const columns: [string[], string[], string[], string[]] = [[], [], [], []];
  const words = new Set<string>();
  const spelt = new Set<string>();
  const places = new Map<string, number[]>();
  const place = (word: string, at: number) => {
    const own = places.get(word);
    if (own) own.push(at);
    else places.set(word, [at]);
  };
  let length = 0;
  for (const { block, start, words: own } of placeBlocks(blocks, language)) {
    const column =
      block.kind === 'title'
        ? 0
        : ['text', 'note', 'sources', 'names'].includes(block.kind)
          ? 2
          : 1;
    for (const word of own) {
      for (const one of [word.text, ...(compounds.get(word.text) ?? [])])
        place(one, start + word.at);
      if (language.isDropped(word.text) && column === 2) continue;
      words.add(word.text);
      spelt.add(word.spelt);
      length += 1;
      columns[isJoined(word, own) ? 3 : column].push(word.text);
    }
  }
  const parts = new Set([...words].flatMap((word) => compounds.get(word) ?? []));
  for (const part of parts) words.add(part);
  columns[3].push(...parts);
  const [title, head, rest, joined] = columns.map((column) => column.join(' '));
  return {
    found: [title ?? '', head ?? '', rest ?? '', joined ?? ''],
    words,
    spelt,
    length,
    places,
  };
}

/** Whether a word is a compound of others that stand where it does. */
function isJoined(word: Word, words: readonly Word[]): boolean {
  return (
    word.to - word.from > 1 &&
    words.some((other) => other !== word && other.at === word.at && other.to < word.to)
  );
}

/**
 * Writes the database of a record beside a file and puts it into its place: a server that has the old one open reads
 * on in it. Nothing is done where it is that of these parts already.
 */
export function writeDatabase(
  source: IndexSource,
  parts: readonly IndexPart[],
  path: string,
): void {
  const key = [DATABASE_VERSION, ...parts.map((part) => part.key)].join(' ');
  if (keyOf(path) === key) return;
  const { archive } = source;
  const language = new QueryLanguage(termsOfAll(archive));
  const made = `${path}.new`;
  rmSync(made, { force: true });
  const database = new DatabaseSync(made);
  database.exec('pragma journal_mode = off; pragma synchronous = off; begin');
  for (const table of TABLES) database.exec(table);
  const insert = {
    found: database.prepare(
      'insert into found(rowid, title, head, rest, joined) values (?, ?, ?, ?, ?)',
    ),
    entry: database.prepare('insert into entries values (?, ?, ?, ?, ?)'),
    facet: database.prepare('insert or ignore into facets values (?, ?, ?)'),
    word: database.prepare('insert into words values (?, ?, ?)'),
    spelt: database.prepare('insert into spelt values (?, ?)'),
    parts: database.prepare('insert into compounds values (?, ?)'),
    fact: database.prepare('insert into facts values (?, ?)'),
  };
  const counts = { word: new Map<string, number>(), spelt: new Map<string, number>() };
  const compounds = compoundsOf(source, language);
  for (const [compound, parts] of compounds) insert.parts.run(compound, parts.join(' '));
  let total = 0;
  for (const [i, article] of [...archive.articles].reverse().entries()) {
    const { text, facets } = searchRecord(article, archive, source.text(article));
    const { found, words, spelt, length, places } = rowsOf(text.blocks, language, compounds);
    insert.found.run(i, ...found);
    insert.entry.run(i, text.day, length, writePlaces(places), JSON.stringify(text));
    for (const [facet, value] of [...facets, ['year', text.day.slice(0, 4)]]) {
      insert.facet.run(facet ?? '', value ?? '', i);
    }
    for (const word of words) counts.word.set(word, (counts.word.get(word) ?? 0) + 1);
    for (const word of spelt) counts.spelt.set(word, (counts.spelt.get(word) ?? 0) + 1);
    total += length;
  }
  for (const [word, count] of counts.word) insert.word.run(plainOf(word), word, count);
  for (const [word, count] of counts.spelt) insert.spelt.run(word, count);
  const manifest = manifestOf(archive, [], { facets: '', words: '' });
  insert.fact.run('key', key);
  insert.fact.run('average', String(total / Math.max(1, archive.articles.length)));
  insert.fact.run('manifest', JSON.stringify(manifest));
  database.exec(`commit; insert into found(found) values ('optimize'); analyze`);
  database.close();
  renameSync(made, path);
}

/** The parts of every compound of the record, by the words that it has. */
function compoundsOf(source: IndexSource, language: QueryLanguage): Map<string, string[]> {
  const { link } = language;
  const compounds = new Map<string, string[]>();
  if (!link) return compounds;
  const words = new Set<string>();
  for (const article of source.archive.articles) {
    const { text } = searchRecord(article, source.archive, source.text(article));
    for (const word of rowsOf(text.blocks, language).words) words.add(word);
  }
  for (const word of words) {
    const parts = partsOf(word, link, (one) => words.has(one));
    if (parts.length > 0) compounds.set(word, parts);
  }
  return compounds;
}

function keyOf(path: string): string | undefined {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, { readOnly: true });
    return String(database.prepare(`select value from facts where name = 'key'`).get()?.value);
  } catch {
    // there is none, or another program's
    return undefined;
  } finally {
    database?.close();
  }
}
