import type { DatabaseSync } from 'node:sqlite';
import { QueryLanguage } from '../language.ts';
import type { Manifest } from '../names.ts';
import type { EntryText } from '../record.ts';
import { rowsOf, TABLES } from './database.ts';

/** Characters of a statement: D1 takes none of more than 100 kB. */
const LONGEST = 50_000;

/**
 * The statements that make a database again elsewhere, for `wrangler d1 execute --file`. The full-text index keeps no
 * texts, so its rows are made of the entries again.
 */
export function* statements(database: DatabaseSync): Generator<string> {
  yield* TABLES;
  for (const name of ['entries', 'facets', 'compounds', 'words', 'spelt', 'facts']) {
    yield* inserts(name, database.prepare(`select * from ${name}`).iterate());
  }
  yield* inserts('found(rowid, title, head, rest, joined)', foundRows(database));
}

function* foundRows(database: DatabaseSync): Generator<Record<string, unknown>> {
  const manifest = database.prepare("select value from facts where name = 'manifest'").get();
  const { language } = JSON.parse(String(manifest?.value)) as Manifest;
  const cutting = new QueryLanguage(language);
  const compounds = new Map(
    database
      .prepare('select word, parts from compounds')
      .all()
      .map(({ word, parts }) => [String(word), String(parts).split(' ')]),
  );
  for (const { entry, text } of database.prepare('select entry, text from entries').iterate()) {
    const { blocks } = JSON.parse(String(text)) as EntryText;
    const [title, head, rest, joined] = rowsOf(blocks, cutting, compounds).found;
    yield { entry, title, head, rest, joined };
  }
}

/** Rows in as few statements as are taken. */
function* inserts(table: string, rows: Iterable<Record<string, unknown>>): Generator<string> {
  let values: string[] = [];
  let length = 0;
  const statement = () => `insert into ${table} values ${values.join()}`;
  for (const row of rows) {
    const one = `(${Object.values(row).map(literal).join()})`;
    if (length > 0 && length + one.length > LONGEST) {
      yield statement();
      values = [];
      length = 0;
    }
    values.push(one);
    length += one.length;
  }
  if (values.length > 0) yield statement();
}

function literal(value: unknown): string {
  return typeof value === 'number' ? String(value) : `'${String(value).replaceAll("'", "''")}'`;
}
