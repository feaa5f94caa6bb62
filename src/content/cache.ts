import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import type { ArticleFile } from '../record/article-file.ts';
import type { Text } from '../record/text.ts';
import { isWritable } from './files.ts';

/** Rows that are written in one transaction: another process waits for no longer than that. */
const BATCH = 100;
/** How long one process waits for another's transaction, in milliseconds. */
const PATIENCE = 10_000;
/** SQLite's name of a table that ends with its process. */
const IN_MEMORY = ':memory:';
/** Errors that no new file helps against: another process writes without end, the disk is full. */
const NOT_SPOILT = [5, 13];

/**
 * The compiled articles of a project, by digest: a table of SQLite. Several processes may use it at
 * once (write-ahead log); a file that is no such table, or was spoilt, is made anew. Each text has a sum:
 * SQLite does not see that a disk gives other letters back.
 */
export class ArticleCache {
  readonly #path: string;
  #database: DatabaseSync;
  #waiting: [digest: string, file: string, text: string][] = [];

  /** @param root the project's folder; the cache is in `.cache/articles` */
  constructor(root: string) {
    const folder = join(root, '.cache', 'articles');
    // a check does without, where nothing may be written
    this.#path = isWritable(folder) ? join(folder, 'articles.sqlite') : IN_MEMORY;
    this.#database = this.#open();
  }

  /** Those of some articles that are kept, without their texts. */
  files(digests: readonly string[]): ArticleFile[] {
    if (digests.length === 0) return [];
    return this.#sound(() => {
      const select = this.#database.prepare(
        'SELECT file, file_sum FROM articles WHERE digest IN (SELECT value FROM json_each(?))',
      );
      // an object for each row takes four times as long as a list
      select.setReturnArrays(true);
      const rows = select.all(JSON.stringify(digests)) as unknown as [file: string, sum: number][];
      return rows.flatMap(([file, sum]) => (crc32(file) === sum ? JSON.parse(file) : []));
    });
  }

  /**
   * The text of an article.
   * @throws Error with a sentence when it is not there
   */
  text({ digest, file }: Pick<ArticleFile, 'digest' | 'file'>): Text {
    const text = this.#read(digest) ?? this.#readAnew(digest);
    if (text) return text;
    this.#database.prepare('DELETE FROM articles WHERE digest = ?').run(digest);
    const message = `${file}: what was kept of its text in .cache is damaged. Run the command again: the text is compiled anew.`;
    throw Object.assign(new Error(message), { name: 'OwnersMistake' });
  }

  /** @param text as JSON */
  add(article: ArticleFile, text: string): void {
    this.#waiting.push([article.digest, JSON.stringify(article), text]);
    if (this.#waiting.length >= BATCH) this.#write();
  }

  /** Writes what was added. What no article uses is dropped when it outnumbers the used. */
  save(used: readonly string[]): void {
    this.#write();
    this.#sound(() => {
      const count = this.#database.prepare('SELECT count(*) AS n FROM articles').get();
      if (Number(count?.n) <= 2 * used.length) return;
      this.#database
        .prepare('DELETE FROM articles WHERE digest NOT IN (SELECT value FROM json_each(?))')
        .run(JSON.stringify(used));
    });
  }

  close(): void {
    this.#database.close();
  }

  #write(): void {
    if (this.#waiting.length === 0) return;
    this.#sound(() => {
      this.#database.exec('BEGIN IMMEDIATE');
      const insert = this.#database.prepare(
        'INSERT OR REPLACE INTO articles VALUES (?, ?, ?, ?, ?)',
      );
      for (const [digest, file, text] of this.#waiting)
        insert.run(digest, file, text, crc32(file), crc32(text));
      this.#database.exec('COMMIT');
    });
    this.#waiting = [];
  }

  #read(digest: string): Text | undefined {
    try {
      const row = this.#database
        .prepare('SELECT text, text_sum FROM articles WHERE digest = ?')
        .get(digest);
      const text = String(row?.text);
      return row?.text_sum === crc32(text) ? JSON.parse(text) : undefined;
    } catch {
      return undefined;
    }
  }

  /** Another process may have made the file anew. */
  #readAnew(digest: string): Text | undefined {
    this.close();
    this.#database = this.#open();
    return this.#read(digest);
  }

  #open(): DatabaseSync {
    try {
      return openTable(this.#path);
    } catch (error) {
      return this.#makeAnew(error);
    }
  }

  /** Does something with the table; if that is spoilt, with a new one. */
  #sound<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      this.close();
      this.#database = this.#makeAnew(error);
      return work();
    }
  }

  /** @throws the error when a new file would not help */
  #makeAnew(error: unknown): DatabaseSync {
    const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) : 0;
    if (NOT_SPOILT.includes(code)) throw error;
    for (const ending of ['', '-wal', '-shm'])
      rmSync(this.#path + ending, { recursive: true, force: true });
    return openTable(this.#path);
  }
}

function openTable(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: PATIENCE });
  try {
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; CREATE TABLE IF NOT EXISTS articles (digest TEXT PRIMARY KEY, file TEXT NOT NULL, text TEXT NOT NULL, file_sum INTEGER NOT NULL, text_sum INTEGER NOT NULL)',
    );
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
